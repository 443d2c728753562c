/**
 * Which signs a text has by its phrases alone: for languages that no weights were learnt in. Pure and deterministic. How often
 * it is right there: docs/article-check.md.
 */
import type { FoundSign, Strength } from './collect-hits'
import type { Hit } from './phrase'
import type { ReadPhrases } from './read-article'
import { quotedTokens } from './sign-features'
import type { LanguagePatterns, Stance } from './sign-schema'

/** How sure one phrase makes us, 0 to 1. */
const sure: Readonly<Record<Strength, number>> = { strong: 0.95, usual: 0.65, weak: 0.32 }
/** From here on a sign is shown; from the second on it is "possibly" there: one weak phrase. */
const shownFrom = 0.6
const possiblyFrom = 0.3
/** How much more must speak for one side before the stance is said, and how much a sign that promises counts there. */
const leastLead = 1.5
const promiseCounts = 1
/** A text that warns as much as this does not mean what it quotes. */
const warnsFrom = 1

export type SignByRules = { id: string; score: number; hits: Hit[] }

/** Signs strongest first. `signs`: all ids in the order of the content. */
export function findSignsByRules(
  { normal, words, plain, scores }: ReadPhrases,
  { families }: LanguagePatterns,
  signs: readonly string[],
): { signs: SignByRules[]; possible: SignByRules[]; stance: Stance } {
  const warns = scores.critique >= warnsFrom && scores.critique > scores.advert
  const quoted = quotedTokens(normal.text, words.tokens)
  const counts = ({ hit, strength }: FoundSign): boolean =>
    !warns || (strength !== 'weak' && quoted[hit.from] !== 1)
  const ofFamily = plain.map((found) => found.filter(counts))
  const found = signs
    .map((id): SignByRules => {
      const places = ofFamily.flatMap((list, at) => (families[at]?.sign === id ? list : []))
      const doubt = places.reduce((rest, { strength }) => rest * (1 - sure[strength]), 1)
      return { id, score: 1 - doubt, hits: places.map(({ hit }) => hit) }
    })
    .sort((a, b) => b.score - a.score || signs.indexOf(a.id) - signs.indexOf(b.id))
  const shown = found.filter(({ score }) => score >= shownFrom)
  const promises = ofFamily.filter((list, at) => families[at]?.marksAdvert && list.length > 0).length
  const selling = scores.advert + promises * promiseCounts
  const informing = scores.abstract + scores.critique + scores.report + scores.leaflet
  return {
    signs: shown,
    possible: found.filter(({ score }) => score >= possiblyFrom && score < shownFrom),
    stance:
      selling - informing >= leastLead
        ? 'sells'
        : informing - selling >= leastLead
          ? 'informs'
          : 'cannot tell',
  }
}
