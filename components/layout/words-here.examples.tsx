import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { WordsHere } from '@/components/layout/words-here'
import { exampleOf, type Example } from '@/components/ui/example'
import type { GlossaryTerm } from '@/lib/sentences/data'

/** A word that means nothing: not real. */
const word = (
  id: string,
  term = `example ${id}`,
  meaning = 'What the example would mean.',
): GlossaryTerm => ({
  id,
  term,
  forms: [],
  sources: [],
  meaning: [meaning],
})

type State = Omit<React.ComponentProps<typeof WordsHere>, 'kit'>
const example = exampleOf((state: State, kit) => <WordsHere {...state} kit={kit} />)

export const examples: readonly Example[] = [
  example('at the end of a page, also of rows that a narrow screen leaves out', {
    terms: [word('one'), word('two')],
    rowTerms: [word('three')],
  }),
  example('folded', { terms: [word('one')], isFolded: true }),
  example('opened', { terms: [word('one')], isFolded: true }, { isUnfolded: true }),
  example('long words', { terms: [word('long', longName, longName)] }),
  example(
    'right to left',
    { terms: [word('right', rightToLeftName, rightToLeftName)] },
    { isRightToLeft: true },
  ),
]
