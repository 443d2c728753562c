/**
 * How often the article check knows a claim that is said in other words, on short texts of our own: for `npm run article:claims`, which
 * writes the figures down, and for the test that holds them.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyseArticle } from '@/lib/claims/analyse'
import type { ArticlePatterns } from '@/lib/claims/sign-schema'

const lines = z.string().transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)
/** `makes`: texts that make the claim. `near`: texts about the same things that make no claim. */
const halfSchema = z.strictObject({ makes: lines, near: lines })
const groupsSchema = z.array(z.strictObject({ claim: z.string(), known: halfSchema, heldOut: halfSchema }))

/** `says`: the claims it makes; `maybe`: claims that careful readers would differ about, which are not counted. */
export type Paraphrase = { text: string; says: string[]; maybe: string[]; heldOut: boolean }

function paraphrase(line: string, claim: string | null, heldOut: boolean): Paraphrase {
  const [text = '', more = ''] = line.split(' | ')
  const named = [...(claim === null ? [] : [claim]), ...more.split(' ').filter((id) => id !== '')]
  return {
    text,
    says: named.filter((id) => !id.endsWith('?')),
    maybe: named.filter((id) => id.endsWith('?')).map((id) => id.slice(0, -1)),
    heldOut,
  }
}

export const readParaphrases = (): Paraphrase[] =>
  groupsSchema
    .parse(parse(readFileSync('tests/fixtures/articles/claim-paraphrases.yaml', 'utf8')))
    .flatMap(({ claim, known, heldOut }) =>
      [known, heldOut].flatMap((half) => [
        ...half.makes.map((line) => paraphrase(line, claim, half === heldOut)),
        ...half.near.map((line) => paraphrase(line, null, half === heldOut)),
      ]),
    )

/** Counts claims. `inferred`: ids of what a reader would take from a text without its being said; they are left out. */
export function measureParaphrases(
  texts: readonly Paraphrase[],
  patterns: ArticlePatterns,
  inferred: ReadonlySet<string>,
) {
  const counts = { texts: texts.length, right: 0, missed: 0, false: 0, quiet: 0, leftAlone: 0 }
  for (const { text, says, maybe } of texts) {
    const found = analyseArticle(text, patterns)
      .claims.map(({ id }) => id)
      .filter((id) => !inferred.has(id))
    const right = says.filter((id) => found.includes(id)).length
    counts.right += right
    counts.missed += says.length - right
    counts.false += found.filter((id) => !says.includes(id) && !maybe.includes(id)).length
    if (says.length === 0) {
      counts.quiet += 1
      if (found.length === 0) counts.leftAlone += 1
    }
  }
  const share = (part: number, whole: number) => Number((part / (whole || 1)).toFixed(3))
  return {
    ...counts,
    recall: share(counts.right, counts.right + counts.missed),
    precision: share(counts.right, counts.right + counts.false),
  }
}

const claimsFileSchema = z.object({
  claims: z.array(z.object({ id: z.string(), inference: z.boolean().optional() })),
})

/** All claims, and those that no text says outright. */
export function readClaimIds(): { all: string[]; inferred: Set<string> } {
  const claims = ['heart-failure', 'liver-failure'].flatMap(
    (condition) =>
      claimsFileSchema.parse(parse(readFileSync(`prisma/content/${condition}/claims.yaml`, 'utf8'))).claims,
  )
  return {
    all: claims.map(({ id }) => id),
    inferred: new Set(claims.flatMap(({ id, inference }) => (inference === true ? [id] : []))),
  }
}

export const claimTableMarks = [
  '<!-- paraphrased claims: made by npm run article:claims -->',
  '<!-- end of paraphrased claims -->',
] as const

/** The table of docs/article-check.md. */
export function claimTable(patterns: ArticlePatterns): string {
  const { inferred } = readClaimIds()
  const texts = readParaphrases()
  const row = (name: string, heldOut: boolean) => {
    const m = measureParaphrases(
      texts.filter((one) => one.heldOut === heldOut),
      patterns,
      inferred,
    )
    return `| ${name} | ${m.texts} | ${m.right} | ${m.missed} | ${m.false} | ${m.precision} | ${m.recall} | ${m.leftAlone} of ${m.quiet} |`
  }
  return [
    '| Texts | Count | Right | Missed | False | Precision | Recall | Near misses left alone |',
    '|---|---|---|---|---|---|---|---|',
    row('held out', true),
    row('known to the phrases', false),
  ].join('\n')
}
