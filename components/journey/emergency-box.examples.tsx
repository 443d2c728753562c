import { EmergencyBox } from '@/components/journey/emergency-box'
import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'

const part = (title: string, action: string, items: string[]) => ({ title, action, items })

const example = exampleOf((words: readonly string[], kit) => (
  <EmergencyBox
    emergency={{
      now: part(words[0] ?? '', words[1] ?? '', [...words]),
      sameDay: part(`${words[0]} (2)`, words[1] ?? '', words.slice(0, 1)),
      sources: [],
    }}
    kit={kit}
  />
))

export const examples: readonly Example[] = [
  example('call now, and call today', [
    'An example, not real',
    'Do what the example says.',
    'An example sign',
  ]),
  example('long words', [longName, longName, longName]),
  example('right to left', [rightToLeftName, rightToLeftName, rightToLeftName], { isRightToLeft: true }),
]
