import { inventedSituation, longName, rightToLeftName } from '@/components/journey/invented.examples'
import { Situations } from '@/components/journey/situations'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SituationView } from '@/lib/journey/data'

const example = exampleOf((situations: readonly SituationView[], kit) => (
  <Situations conditionId="example" situations={situations} kit={kit} />
))

export const examples: readonly Example[] = [
  example('with a drawing and the words of articles, and without', [
    inventedSituation('drawn', { sketch: 'ward', articleSays: 'an example illness' }),
    inventedSituation('plain'),
  ]),
  example('long words', [inventedSituation('long', { name: longName, sketch: 'ward' })]),
  example('right to left', [inventedSituation('rtl', { name: rightToLeftName, sketch: 'ward' })], {
    isRightToLeft: true,
  }),
]
