import { longName, rightToLeftName } from '@/components/journey/option.examples'
import { inventedCatalogue } from '@/components/packets/catalogue.examples'
import { PatientRoute } from '@/components/packets/patient-route'
import type { Example } from '@/components/ui/example'

const example = (name: string, named: string, more: Omit<Example, 'name' | 'show'> = {}): Example => ({
  name,
  ...more,
  show: (kit) => <PatientRoute catalogues={[inventedCatalogue(named)]} kit={kit} />,
})

export const examples: readonly Example[] = [
  example('as it comes, before our script', 'An example, not real'),
  example('all that it can show', 'An example, not real', { showsHidden: true }),
  example('long words', longName, { showsHidden: true }),
  example('right to left', rightToLeftName, { showsHidden: true, isRightToLeft: true }),
]
