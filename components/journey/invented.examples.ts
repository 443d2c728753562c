import type { OptionMark } from '@/components/numbers/study'
import type { OptionView } from '@/lib/journey/data'

/** An option that does not exist, for the examples of this folder. */
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
