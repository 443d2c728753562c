/** `prisma/content/article-texts.yaml`: whole texts of our own for the article check, with their labels where the words stand. */
import { z } from 'zod'
import { readArticle } from './read-article'
import type { ArticlePatterns } from './sign-schema'
import type { LabelledText } from './sign-training'

/** `clear`: the words have the sign; `unclear`: careful readers would differ; `absent`: it looks like the sign, but is not. */
export type MarkState = 'clear' | 'unclear' | 'absent'

/** Where a label's words stand in the plain text: characters `from` up to and without `to`. */
export type Mark = { from: number; to: number; sign: string; state: MarkState }

export type MarkedText = { text: string; marks: readonly Mark[] }

/** `[[words|cure_promise, stories?, !travel]]`. Marks do not stand inside each other. */
const MARKED = /\[\[(.+?)\|([a-z_]+\??|![a-z_]+)((?:, (?:[a-z_]+\??|![a-z_]+))*)\]\]/gs

/**
 * Takes the marks out of a text.
 *
 * @throws Error when brackets are left, so that a mistyped mark cannot become part of a text.
 */
export function readMarks(marked: string): MarkedText {
  const marks: Mark[] = []
  let text = ''
  let done = 0
  for (const found of marked.matchAll(MARKED)) {
    const [whole, words = '', first = '', more = ''] = found
    text += marked.slice(done, found.index)
    const place = { from: text.length, to: text.length + words.length }
    for (const label of `${first}${more}`.split(', ')) {
      const state = label.startsWith('!') ? 'absent' : label.endsWith('?') ? 'unclear' : 'clear'
      marks.push({ ...place, sign: label.replace(/[!?]/, ''), state })
    }
    text += words
    done = found.index + whole.length
  }
  text += marked.slice(done)
  const left = /\[\[|\]\]/.exec(text)
  if (left)
    throw new Error(`A mark cannot be read: "${text.slice(Math.max(0, left.index - 20), left.index + 20)}"`)
  return { text, marks }
}

export const ownTextSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The voice, such as "price page" or "regulator's warning". */
  kind: z.string().min(1),
  stance: z.enum(['sells', 'informs', 'cannot tell']),
  illness: z.enum(['heart', 'liver', 'other', 'several', 'none']),
  text: z.string().transform(readMarks),
})

export const ownTextsFileSchema = z.strictObject({ texts: z.array(ownTextSchema) })
export type OwnTextsFile = z.infer<typeof ownTextsFileSchema>
export type OwnText = OwnTextsFile['texts'][number]

/** What a text says of each sign that it is marked with: clear when it is clear anywhere, else unclear. Absent ones are left out. */
export function statesOf({ marks }: MarkedText): Record<string, 'clear' | 'unclear'> {
  const states: Record<string, 'clear' | 'unclear'> = {}
  for (const { sign, state } of marks)
    if (state === 'clear' || (state === 'unclear' && states[sign] === undefined)) states[sign] = state
  return states
}

/** Reads our own texts for training. Each counts as a site of its own: no two have a publisher's wording in common. */
export function readOwnTexts(
  { texts }: OwnTextsFile,
  patterns: ArticlePatterns,
  signs: readonly string[],
): LabelledText[] {
  return texts.map(({ id, kind, stance, text: { text, marks } }) => {
    const { features, normal, words } = readArticle(text, patterns, signs)
    const places = features.parts.map(({ from, to }) => {
      const first = words.tokens[from]
      const last = words.tokens[to - 1]
      return first === undefined || last === undefined
        ? { begins: 0, ends: 0 }
        : { begins: normal.from[first.start] ?? 0, ends: normal.to[last.end - 1] ?? text.length }
    })
    const states = statesOf({ text, marks })
    const signsOf = Object.entries(states).map(([sign, state]) => {
      const own = marks.filter((mark) => mark.sign === sign && mark.state === state)
      const parts = places.flatMap(({ begins, ends }, part) =>
        own.some(
          ({ from, to }) => Math.min(ends, to) - Math.max(begins, from) >= Math.min(12, (to - from) / 2),
        )
          ? [part]
          : [],
      )
      const words = own.map(({ from, to }) => text.slice(from, to)).join(' … ')
      return { sign, label: { state, words }, parts }
    })
    return {
      id: `own ${id}`,
      site: `own ${id}`,
      kind,
      stance,
      signs: Object.fromEntries(signsOf.map(({ sign, label }) => [sign, label])),
      read: features,
      partsOf: Object.fromEntries(signsOf.map(({ sign, parts }) => [sign, parts])),
      isPassage: false,
      isOwn: true,
    }
  })
}
