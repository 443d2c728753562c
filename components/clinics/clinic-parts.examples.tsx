import { ClinicDetails, ClinicNumbers, ClinicOptions } from '@/components/clinics/clinic-parts'
import { longName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { Clinic } from '@/lib/clinics/read-clinics'

/** An invented clinic: no number in it reaches anybody. */
const clinic = (over: Partial<Clinic> = {}): Clinic => ({
  id: 'example',
  name: 'Example clinic, not real',
  phone: '0000 000 000',
  phoneWhen: 'never: an example',
  address: ['1 Example Street', 'Exampletown'],
  languages: ['Example'],
  here: ['example/a'],
  elsewhere: [{ option: 'example/b', where: 'Another example clinic', phone: '0000 000 001' }],
  emergency: { name: 'example emergency line', phone: '0000 000 002' },
  advice: { name: 'example advice line', phone: '0000 000 003', when: 'never' },
  bring: [],
  counts: false,
  keys: [],
  logo: null,
  ...over,
})

const example = exampleOf((one: Clinic, { t, locale }) => (
  <>
    <ClinicDetails clinic={one} locale="en" t={t} />
    <ClinicNumbers clinic={one} locale="en" t={t} />
    <ClinicOptions
      clinic={one}
      conditions={[
        {
          id: 'example',
          name: 'Example illness',
          options: ['a', 'b'].map((id) => ({ id, name: `Example ${id}` })),
        },
      ]}
      locale={locale}
      t={t}
    />
  </>
))

export const examples: readonly Example[] = [
  example('all that a profile can say', clinic()),
  example('long words', clinic({ address: [longName], languages: [longName] })),
]
