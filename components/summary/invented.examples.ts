import { noAnswers } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

/** Answers that nobody gave, for the examples of all rooms. */
export const inventedAnswers: Answers = {
  ...noAnswers,
  situation: 'here',
  decision: 'example',
  who: 'carer',
  own: 'An example of own words, not real.',
}

/** A text of more signs than there is room for. */
export const tooMuch = 'An example, not real. '.repeat(200)
