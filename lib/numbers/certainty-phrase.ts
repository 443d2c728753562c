import type { Certainty } from '@/lib/numbers/schema'

type NotRated = Extract<Certainty, { notRated: unknown }>['notRated']

/** What the certainty block shows; every key is looked up in the messages of the page's language. */
export type CertaintyPhrase =
  | {
      readonly rated: true
      readonly level: 'high' | 'moderate' | 'low' | 'very-low'
      /** "Very sure" and so on, under "How sure are we of these numbers?" */
      readonly phrase: 'very' | 'fairly' | 'not-very' | 'not-at-all'
      /** Bars filled out of four, 4 to 1. */
      readonly bars: 1 | 2 | 3 | 4
      /** The verb of every sentence that uses the figure. */
      readonly verb: 'will' | 'probably' | 'may' | 'do-not-know'
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
 * GRADE level to plain-language keys. The verbs follow GRADE's informative statements
 * (Santesso et al., J Clin Epidemiol 2020;119:126-135). A figure nobody rated gets no bars and no verb:
 * we do not rate evidence ourselves.
 */
export function certaintyPhrase(certainty: Certainty): CertaintyPhrase {
  if ('notRated' in certainty) return { rated: false, why: certainty.notRated }
  const { level, ratedBy } = certainty
  return { rated: true, level, ratedBy, ...PHRASES[level] }
}
