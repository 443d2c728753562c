import { describe, expect, it } from 'vitest'
import { readClinics } from '@/lib/clinics/read-clinics'
import { packetFault, packetsOf } from '@/lib/packets/clinic-packets'
import { writePacket } from '@/lib/packets/fragment'
import { store } from '@/lib/packets/inflate'

const written = await writePacket(
  {
    locale: 'en',
    condition: 'heart-failure',
    situation: null,
    decision: 'advanced',
    options: ['comfort-care'],
    note: '',
    made: '2026-11-29',
  },
  store,
)
if (!written.ok) throw new Error(written.why)
const { fragment } = written

const read = (link: string) =>
  readClinics([
    {
      name: 'a.yaml',
      bytes: new TextEncoder().encode(
        `id: a\nname: Made-up\npackets:\n  - { name: Before a pump, link: '${link}' }\n`,
      ),
    },
  ])
const clinicWith = (link: string) => {
  const found = read(link)
  if (!found.ok || !found.clinics[0]) throw new Error('not read')
  return found.clinics[0]
}

describe('the ready-made pages of a clinic', () => {
  it('open on this site, whatever address the link was made with', () => {
    const clinic = clinicWith(`https://elsewhere.example/p#${fragment}`)
    expect(packetsOf(clinic, 'en')).toEqual([{ name: 'Before a pump', href: `/p#${fragment}` }])
    expect(packetFault([clinic])).toBeNull()
  })

  it('stand on the page of their own language only', () => {
    expect(packetsOf(clinicWith(`/p#${fragment}`), 'es')).toEqual([])
  })

  it('are refused when the link is cut off, with the place in the file', () => {
    expect(packetFault([clinicWith(`/p#${fragment.slice(0, -6)}`)])).toBe(
      'The profile of the clinic “a” has a link in the field “packets, entry 1” that is cut off or changed; copy it once more from the page where it was made.',
    )
  })

  it.each(['https://cells.example/', '/p', "javascript:alert(1)//p#1.' onclick"])(
    'are refused when they are no link of a page: %s',
    (link) => {
      const found = read(link.replaceAll("'", "''"))
      expect(found.ok ? '' : found.why).toMatch(/^In a\.yaml the field “packets, entry 1, link” must be /)
    },
  )
})
