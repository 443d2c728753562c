import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { Terms, WordsHere } from '@/components/layout/words-here'
import { exampleOf, type Example } from '@/components/ui/example'
import { Lines } from '@/components/ui/words'
import type { GlossaryTerm } from '@/lib/sentences/data'
import { termPattern } from '@/lib/texts/terms'

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

/** A sentence with the words marked in it: a tap on one opens what it means. */
const example = exampleOf((terms: readonly GlossaryTerm[], kit) => (
  <>
    <Lines
      text={[terms.map(({ term }) => term).join(', ')]}
      kit={{ ...kit, terms: termPattern(terms), seen: new Set() }}
    />
    <WordsHere terms={terms} kit={kit} />
  </>
))

export const examples: readonly Example[] = [
  example('marked words, each of which opens', [word('one'), word('two')]),
  example('long words', [word('long', longName, `${longName} `.repeat(40))]),
  example('right to left', [word('right', rightToLeftName, rightToLeftName)], { isRightToLeft: true }),
  {
    name: 'the list of all words',
    show: (kit) => <Terms terms={[word('listed-one'), word('listed-two')]} kit={kit} />,
  },
]
