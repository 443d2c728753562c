import { filledText } from '@/lib/sentences/fill'
import { translator } from '@/lib/texts/translate'
import { linesOf } from '@/prisma/pipeline/check-references'
import type { Content } from '@/prisma/pipeline/read-content'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { heartSafety } from './safety-heart'
import { liverSafety } from './safety-liver'

/** Where a sentence must be read. */
export type SafetyPlace =
  | 'emergency-now'
  | 'same-day'
  | `option:${string}`
  | `section:${string}`
  | `situation:${string}`
  | `glossary:${string}`
  | 'lead'
  | 'anywhere'

/** Something that must be said (or never said) to people with an illness, because its lack or its opposite can hurt them. */
export type SafetySentence = {
  /** Unique in its list. */
  id: string
  /** What must be said and why, for a person who has to mend it. */
  rule: string
  place: SafetyPlace
  /** Each must match the text of the place. `[^.]*` keeps a pattern inside one sentence. */
  must: RegExp[]
  /** None may match; `example` is a wording that must turn the check red. */
  mustNot?: { pattern: RegExp; example: string }[]
}

/** The words of each place as a person reads them: figures filled in, all white space one blank. */
export type SafetyTexts = Partial<Record<SafetyPlace, string>>

/** The lists, by condition. */
export const safetyLists: Readonly<Record<string, readonly SafetySentence[]>> = {
  'heart-failure': heartSafety,
  'liver-failure': liverSafety,
}

const locale = 'en'
const t = translator(locale)
const oneLine = (text: string) => text.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim()

/** The texts of every place of a condition. @throws when the condition or a figure of a sentence is unknown. */
export function safetyTexts(content: Content, conditionId: string): SafetyTexts {
  const condition = content.conditions.find((c) => c.condition.id === conditionId)
  if (!condition) throw new Error(`unknown condition ${conditionId}`)
  const book = figureBook(content, condition)
  const read = (value: unknown) =>
    oneLine(
      linesOf(value)
        .map(({ text }) => filledText(text, book, t, locale))
        .join(' '),
    )
  const { words } = condition
  const each = <K extends string>(kind: K, things: Record<string, unknown>) =>
    Object.entries(things).map(([id, value]): [string, string] => [`${kind}:${id}`, read(value)])
  return Object.fromEntries([
    ['emergency-now', read(words.condition.emergency.now)],
    ['same-day', read(words.condition.emergency.sameDay)],
    ['lead', read([words.condition.short, words.condition.lead])],
    ['anywhere', read(words)],
    ...each('option', words.options.options),
    ...each('section', words.condition.sections),
    ...each('situation', words.condition.situations),
    ...each('glossary', words.glossary.terms),
  ])
}

/**
 * What a text leaves out, or says although it must not, as lines to read; empty when all is well. Only the places that
 * `texts` holds are checked, so the first page of a handout can be given as `{ 'emergency-now': page }`; line breaks of a
 * printed page count as blanks. @throws when the condition has no list, or no sentence of it belongs to the places given.
 */
export function missingSafetySentences(
  conditionId: string,
  texts: SafetyTexts,
  list: readonly SafetySentence[] | undefined = safetyLists[conditionId],
): string[] {
  const asked = (list ?? []).filter(({ place }) => texts[place] !== undefined)
  if (asked.length === 0) throw new Error(`nothing to check for ${conditionId}`)
  return asked.flatMap(({ id, rule, place, must, mustNot = [] }) => {
    const text = oneLine(texts[place] ?? '')
    return [
      ...must.filter((pattern) => !pattern.test(text)).map((pattern) => `does not say ${String(pattern)}`),
      ...mustNot.flatMap(({ pattern }) => pattern.exec(text)?.[0] ?? []).map((found) => `says "${found}"`),
    ].map((fault) => `${conditionId}, ${place}: ${id}: ${fault}. ${rule}`)
  })
}
