import { inventedCondition, inventedDecision } from '@/components/journey/invented.examples'
import { CheckStep } from '@/components/readiness/check-step'
import { inventedQuestion } from '@/components/readiness/invented.examples'
import { inventedSources } from '@/components/sources/invented.examples'
import { inventedAnswers, tooMuch } from '@/components/summary/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { sureIds } from '@/lib/readiness/names'
import type { Sure } from '@/lib/readiness/schema'
import { noAnswers } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

/** Not SURE: four questions that ask nothing. */
const sure: Sure = {
  items: sureIds.map((id) => ({ id, heading: `Example ${id}`, text: `An example question: ${id}?` })),
  yes: 'Yes',
  no: 'No',
  citation: 'An example of who wrote it, not real.',
  copyright: 'An example of whose it is.',
  note: ['An example note.'],
  source: 'example-study',
}

const quiz = [inventedQuestion('everyone'), inventedQuestion('own', { decisions: ['example'] })]

type State = Partial<React.ComponentProps<typeof CheckStep>>
const example = exampleOf((state: State, kit) => (
  <CheckStep
    condition={inventedCondition}
    decisions={[inventedDecision]}
    quiz={quiz}
    sure={sure}
    options={inventedDecision.options}
    clinicQuestions={[{ id: 'example', text: 'An example question?' }]}
    sources={inventedSources}
    answers={noAnswers}
    isAnswered={false}
    tooLong={[]}
    kit={kit}
    {...state}
  />
))

const allYes: Answers['sure'] = { s: 'yes', u: 'yes', r: 'yes', e: 'yes' }
const right = Object.fromEntries(quiz.map(({ id }) => [id, 'right']))

export const examples: readonly Example[] = [
  example('nothing answered', {}),
  example('all clear', {
    answers: { ...inventedAnswers, sure: allYes, quiz: right, lean: 'a', questions: ['example'] },
    isAnswered: true,
  }),
  example('not sure, and something to talk over', {
    answers: { ...inventedAnswers, sure: { ...allYes, u: 'no' }, quiz: { 'example-everyone': 'wrong' } },
    isAnswered: true,
  }),
  example('own words that are too long', {
    answers: { ...inventedAnswers, unsure: tooMuch, ownQuestions: tooMuch },
    tooLong: ['unsure', 'ownQuestions'],
    isAnswered: true,
  }),
  example('a language without SURE', { sure: null }),
  example('right to left', { answers: inventedAnswers }, { isRightToLeft: true, isUnfolded: true }),
]
