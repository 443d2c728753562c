/** Options, choices and an illness that do not exist, for the examples of all rooms. */
import type { OptionMark } from '@/components/numbers/study'
import type { ConditionView, DecisionView, OptionView, SituationView } from '@/lib/journey/data'

/** An option that does not exist. */
export function inventedOption(id: string, over: Partial<OptionView> = {}): OptionView {
  const lines = ['Example words, not real.', 'More example words.']
  return {
    id,
    purpose: 'example',
    sketch: null,
    drawing: null,
    estimates: [],
    sources: [],
    decisions: [],
    name: `Example ${id}`,
    short: 'An example, not real.',
    whatItIs: lines,
    maySuit: lines,
    mayNotSuit: lines,
    whatHappens: lines,
    benefits: lines,
    harms: lines,
    daysBody: lines,
    daysMood: lines,
    daysOthers: lines,
    carer: lines,
    changeMind: lines,
    ask: ['Is this an example?'],
    ...over,
  }
}

export const longName = 'Exampletreatmentwithanamethatneverendsandcannotbebroken'
export const rightToLeftName = 'علاج للمثال'

/** Six letters and shapes: as many as a decision has. */
export const inventedMarks: ReadonlyMap<string, OptionMark> = new Map(
  ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, at) => [letter.toLowerCase(), { letter, tone: `o${at + 1}` }]),
)

/** A choice between three options that do not exist. */
export const inventedDecision: DecisionView = {
  id: 'example',
  name: 'an example, not real',
  question: 'Which example?',
  situations: [],
  lead: [],
  options: ['a', 'b', 'c'].map((id) => inventedOption(id)),
  outcomes: [],
}

/** A place in an illness that does not exist. */
export function inventedSituation(id: string, over: Partial<SituationView> = {}): SituationView {
  return {
    id,
    name: `Example, not real: ${id}`,
    text: [],
    sketch: null,
    decisions: [],
    sources: [],
    ...over,
  }
}

/** An illness that does not exist. */
export const inventedCondition: ConditionView = {
  id: 'example',
  name: 'Example illness, not real',
  inSentence: 'an example illness',
  short: 'Nobody has it.',
  drawing: null,
  sketch: null,
  lead: [],
  sections: [],
  situations: ['here', 'there'].map((id) => inventedSituation(id)),
  emergency: {
    now: { title: 'An example', items: [], action: 'Do what the example says.' },
    sameDay: { title: 'Another example', items: [], action: 'Do what the example says.' },
    sources: [],
  },
}
