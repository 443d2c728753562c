import { sureIds } from '@/lib/readiness/names'
import type { SureId } from '@/lib/readiness/schema'

/** What the answers to SURE say so far. */
export type SureReading =
  /** Nothing is answered: nothing is said. */
  | 'nothing'
  /** One to three are answered: no score yet. */
  | 'unfinished'
  /** Four times yes, 4 points. */
  | 'clear'
  /** All answered, 3 points or fewer. */
  | 'unclear'

/** SURE gives one point for each yes; 4 is clear, 3 or fewer is not, and only all four answers make a score (Légaré 2010). */
export function readSure(answerTo: (id: SureId) => string | undefined): SureReading {
  const given = sureIds.map(answerTo).filter(Boolean)
  if (given.length < sureIds.length) return given.length ? 'unfinished' : 'nothing'
  return given.every((answer) => answer === 'yes') ? 'clear' : 'unclear'
}
