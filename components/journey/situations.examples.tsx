import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { Situations } from '@/components/journey/situations'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SituationView } from '@/lib/journey/data'

/** A place in an illness that does not exist. */
const situation = (id: string, over: Partial<SituationView> = {}): SituationView => ({
  id,
  name: `Example, not real: ${id}`,
  text: [],
  sketch: null,
  decisions: [],
  sources: [],
  ...over,
})

const example = exampleOf((situations: readonly SituationView[], kit) => (
  <Situations conditionId="example" situations={situations} kit={kit} />
))

export const examples: readonly Example[] = [
  example('with a drawing and the words of articles, and without', [
    situation('drawn', { sketch: 'ward', articleSays: 'an example illness' }),
    situation('plain'),
  ]),
  example('long words', [situation('long', { name: longName, sketch: 'ward' })]),
  example('right to left', [situation('rtl', { name: rightToLeftName, sketch: 'ward' })], {
    isRightToLeft: true,
  }),
]
