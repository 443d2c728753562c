import type { Certainty, CertaintyLevel } from '@/lib/numbers/schema'

type NotRated = Extract<Certainty, { notRated: unknown }>['notRated']

/** What a sentence may say: it will, it probably does, it may, or we do not know. */
export type CertaintyVerb = 'will' | 'probably' | 'may' | 'do-not-know'

/** What the certainty block shows; every key is looked up in the messages of the page's language. */
export type CertaintyPhrase =
  | {
      readonly rated: true
      readonly level: CertaintyLevel
      /** "Very sure" and so on, under "How sure are we of these numbers?" */
      readonly phrase: 'very' | 'fairly' | 'not-very' | 'not-at-all'
      /** Bars filled out of four, 4 to 1. */
      readonly bars: 1 | 2 | 3 | 4
      /** The verb of every sentence that uses the figure. */
      readonly verb: CertaintyVerb
      /** Source id of the body that rated it. */
      readonly ratedBy: string
    }
  | { readonly rated: false; readonly why: NotRated }

const PHRASES = {
  high: { phrase: 'very', bars: 4, verb: 'will' },
  moderate: { phrase: 'fairly', bars: 3, verb: 'probably' },
  low: { phrase: 'not-very', bars: 2, verb: 'may' },
  'very-low': { phrase: 'not-at-all', bars: 1, verb: 'do-not-know' },
} as const

/**
 * The verb that a level allows, in every sentence that code writes. It follows GRADE's informative statements
 * (Santesso et al., J Clin Epidemiol 2020;119:126-135).
 */
export const verbOf = (level: CertaintyLevel): CertaintyVerb => PHRASES[level].verb

/** Bars filled out of four: 4 for high, 1 for very low. */
export const barsOf = (level: CertaintyLevel): 1 | 2 | 3 | 4 => PHRASES[level].bars

/** A figure's own certainty to plain-language keys. A figure that nobody rated gets no bars and no verb. */
export function certaintyPhrase(certainty: Certainty): CertaintyPhrase {
  if ('notRated' in certainty) return { rated: false, why: certainty.notRated }
  const { level, ratedBy } = certainty
  return { rated: true, level, ratedBy, ...PHRASES[level] }
}
