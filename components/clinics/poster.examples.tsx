import { Poster } from '@/components/clinics/poster'
import { longName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'

type State = { name: string; address: string | null }

/** An invented clinic, and an address that leads nowhere. */
const example = exampleOf(({ name, address }: State, { t }) => (
  <Poster
    locale="en"
    clinic={{
      id: 'example',
      name,
      languages: [],
      here: [],
      elsewhere: [],
      bring: [],
      counts: false,
      keys: [],
      logo: null,
    }}
    conditions={['Example illness']}
    address={address}
    sheet="a4"
    reviewed="An example: nobody reviewed it."
    t={t}
  />
))

export const examples: readonly Example[] = [
  example('with a code', { name: 'Example clinic, not real', address: 'https://example.org/en/c/example' }),
  example('no public address: without a code', { name: 'Example clinic, not real', address: null }),
  example('long words', { name: longName, address: null }),
]
