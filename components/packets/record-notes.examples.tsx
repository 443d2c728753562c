import { inventedOption, longName } from '@/components/journey/invented.examples'
import { RecordNotes } from '@/components/packets/record-notes'
import { exampleOf, type Example } from '@/components/ui/example'

/** An invented choice of an invented illness. */
const example = exampleOf((name: string, kit) => (
  <RecordNotes
    conditions={[
      {
        name,
        decisions: [
          {
            id: 'example',
            name,
            question: 'Which one, in this example?',
            situations: [],
            lead: [],
            options: [inventedOption('a'), inventedOption('b', { name: longName })],
            outcomes: [],
            reviewed: 'An example: nobody reviewed it.',
          },
        ],
      },
    ]}
    release={{ version: '1', contentDate: '2026-11-28' }}
    site="https://example.org"
    kit={kit}
  />
))

export const examples: readonly Example[] = [
  example('folded', 'An example, not real'),
  example('a note, ready to copy', 'An example, not real', { isUnfolded: true }),
  example('long words', longName, { isUnfolded: true }),
]
