import {
  inventedDecision,
  inventedSituation,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { SituationPart } from '@/components/journey/situation-part'
import { inventedSources } from '@/components/sources/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SituationView } from '@/lib/journey/data'

/** A place in an illness that does not exist: not real. */
const example = exampleOf((over: Partial<SituationView>, kit) => (
  <SituationPart
    situation={inventedSituation('part', over)}
    decisions={[inventedDecision, { ...inventedDecision, id: 'example-other', question: 'Another example?' }]}
    conditionId="example"
    sources={inventedSources}
    kit={kit}
  />
))

const lines = (line: string) => ['The lead of the page.', line, line]

export const examples: readonly Example[] = [
  example('with a drawing, the words of articles and a source', {
    sketch: 'ward',
    text: lines('An example line.'),
    articleSays: 'an example illness',
    sources: ['example-study'],
  }),
  example('nothing but its choices', {}),
  example('long words', { text: lines(longName), articleSays: longName }),
  example('right to left', { sketch: 'ward', text: lines(rightToLeftName) }, { isRightToLeft: true }),
]
