/**
 * Where words begin in a text without spaces, by the dictionary of `Intl.Segmenter`: 有效 (works) is no part of 没有效果 (has no
 * effect), although its two signs stand there. Phrases are found sign by sign, the same on every device; the dictionary only
 * takes short ones away that straddle two words. A browser without it keeps them.
 */
import { wordCuts } from '@/lib/texts/intl'
import type { Hit } from './phrase'
import type { TokenisedText } from './tokenise'

/** Longer phrases do not come about by chance, and the dictionary may cut them otherwise than we do. */
const mostSigns = 3

/** Tells whether a hit straddles two words. Each sentence is cut at most once, when something is found in it. */
export function wordCutter(
  text: string,
  { tokens, sentences }: TokenisedText,
): (hit: Hit, sentence: number) => boolean {
  const segmenter = wordCuts('zh')
  if (segmenter === null) return () => false
  let cut = -1
  /** For each place of the sentence, where its word begins and ends. */
  let begins: number[] = []
  let ends: number[] = []
  let offset = 0
  const cutSentence = (at: number): void => {
    const sentence = sentences[at]
    cut = at
    begins = []
    ends = []
    offset = tokens[sentence?.from ?? 0]?.start ?? 0
    const end = tokens[(sentence?.to ?? 1) - 1]?.end ?? offset
    for (const { segment, index } of segmenter.segment(text.slice(offset, end)))
      for (let place = index; place < index + segment.length; place++) {
        begins.push(index)
        ends.push(index + segment.length)
      }
  }
  return ({ from, to }, sentence) => {
    if (to - from > mostSigns) return false
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? 0
    if (cut !== sentence) cutSentence(sentence)
    const firstEnds = ends[start - offset] ?? end
    const lastBegins = begins[end - 1 - offset] ?? start
    const firstBegins = begins[start - offset] ?? start
    const lastEnds = ends[end - 1 - offset] ?? end
    return (
      (firstBegins < start - offset && firstEnds < end - offset) ||
      (lastEnds > end - offset && lastBegins > start - offset)
    )
  }
}
