/**
 * How often the article check is right on our own passages, language by language: for `npm run article:languages`, which writes
 * the figures down, and for the test that holds them.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyseArticle } from '@/lib/claims/analyse'
import type { ArticlePatterns } from '@/lib/claims/sign-schema'

const passagesSchema = z.array(
  z.strictObject({
    id: z.string(),
    heldOut: z.boolean().default(false),
    signs: z.array(z.string()),
    text: z.string(),
  }),
)
export type Passages = z.infer<typeof passagesSchema>

export const readPassages = (name: string): Passages =>
  passagesSchema.parse(parse(readFileSync(`tests/fixtures/articles/passages.${name}.yaml`, 'utf8')))

const share = (part: number, whole: number) => Number((part / (whole || 1)).toFixed(3))

/** `right`: signs found of those that are there. `leftAlone`: passages without a sign in which none was found, of `quiet`. */
export function measurePassages(passages: Passages, patterns: ArticlePatterns) {
  const counts = { passages: passages.length, right: 0, missed: 0, false: 0, quiet: 0, leftAlone: 0 }
  for (const { text, signs } of passages) {
    const found = analyseArticle(text, patterns).signs.map(({ id }) => id)
    const right = signs.filter((id) => found.includes(id)).length
    counts.right += right
    counts.missed += signs.length - right
    counts.false += found.length - right
    if (signs.length === 0) {
      counts.quiet += 1
      if (found.length === 0) counts.leftAlone += 1
    }
  }
  return {
    ...counts,
    precision: share(counts.right, counts.right + counts.false),
    recall: share(counts.right, counts.right + counts.missed),
  }
}
export type MeasuredPassages = ReturnType<typeof measurePassages>

/** The figures that people are shown: of what was held out, by language. */
export const measureRules = (patterns: ArticlePatterns): Record<string, MeasuredPassages> =>
  Object.fromEntries(
    Object.keys(patterns.others).map((language) => [
      language,
      measurePassages(
        readPassages(language).filter(({ heldOut }) => heldOut),
        patterns,
      ),
    ]),
  )

/** The table of docs/article-check.md. */
export function languageTable(patterns: ArticlePatterns): string {
  const row = (name: string, m: MeasuredPassages) =>
    `| ${name} | ${m.passages} | ${m.right} | ${m.missed} | ${m.false} | ${m.precision} | ${m.recall} | ${m.leftAlone} of ${m.quiet} |`
  const rows = Object.keys(patterns.others).flatMap((language) => {
    const all = readPassages(language)
    const part = (heldOut: boolean) =>
      measurePassages(
        all.filter((one) => one.heldOut === heldOut),
        patterns,
      )
    return [row(`${language}, held out`, part(true)), row(`${language}, known to the phrases`, part(false))]
  })
  return [
    '| Passages | Count | Right | Missed | False | Precision | Recall | Left alone |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    row('English as machines make it of Chinese', measurePassages(readPassages('from-chinese'), patterns)),
  ].join('\n')
}

export const tableMarks = [
  '<!-- measured in other languages: made by npm run article:languages -->',
  '<!-- end of measured in other languages -->',
] as const
