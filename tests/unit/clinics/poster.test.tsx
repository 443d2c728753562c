import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Poster } from '@/components/clinics/poster'
import { givenLine, logoOf } from '@/lib/clinics/given-line'
import type { Clinic } from '@/lib/clinics/read-clinics'
import { ClinicProfile } from '@/lib/clinics/schema'
import { withGiver } from '@/lib/handouts/write-handouts'
import type { Paper } from '@/lib/paper/schema'
import { translator } from '@/lib/texts/translate'

const t = translator('en')
const clinic: Clinic = {
  ...ClinicProfile.parse({
    id: 'made-up',
    name: 'Made-up Hospital',
    unit: 'heart team',
    phone: '0800 000 000',
  }),
  logo: null,
}
const poster = (address: string | null) =>
  renderToStaticMarkup(
    <Poster
      locale="en"
      clinic={clinic}
      conditions={['Heart failure']}
      address={address}
      sheet="a4"
      reviewed="Not yet reviewed by a clinician."
      t={t}
    />,
  )

describe('the poster', () => {
  it('has a code and the same address in words, who gives it, and that nobody reviewed it', () => {
    const html = poster('https://lantern.example.org/en/c/made-up')
    expect(html).toMatch(/<svg[^>]*aria-label="[^"]*https:\/\/lantern\.example\.org\/en\/c\/made-up/)
    for (const words of [
      'lantern.example.org/en/c/made-up',
      'heart team, Made-up Hospital',
      'Not yet reviewed',
    ])
      expect(html).toContain(words)
  })

  it('has no code when nobody said where the site is', () => {
    expect(poster(null)).not.toContain('<svg')
  })
})

describe('a sheet of a clinic', () => {
  const foot = { notAdvice: '', reviewed: '', version: '', changed: '', url: null }
  const paper: Paper = { locale: 'en', title: 'T', size: 'small', lead: ['About it.'], blocks: [], foot }
  const line = givenLine(clinic, t, 'en')

  it('says who gives it and whom to call in the last line of its lead', () => {
    expect(line).toBe('Given to you by heart team, Made-up Hospital. Questions? Call 0800 000 000.')
    expect(withGiver({ name: 'about', title: 'T', paper }, line, null)?.paper.lead).toEqual([
      `About it. ${line}`,
    ])
    expect(
      withGiver({ name: 'a', title: 'T', paper: { ...paper, lead: [] } }, line, null)?.paper.lead,
    ).toEqual([line])
  })

  it('has the logo of its clinic, and none when the clinic has none', () => {
    const bytes = new Uint8Array()
    const logo = logoOf({ ...clinic, logo: { kind: 'svg', bytes } })
    expect(logo).toEqual({ src: '/clinics/made-up.svg', name: 'heart team, Made-up Hospital' })
    expect(withGiver({ name: 'about', title: 'T', paper }, line, logo)?.paper.logo).toEqual(logo)
    expect(withGiver({ name: 'about', title: 'T', paper }, line, logoOf(clinic))?.paper.logo).toBeUndefined()
  })

  it('says where the clinic is in one line, unless that is longer than a sheet has room for', () => {
    const at = (...address: string[]) => givenLine({ ...clinic, address }, t, 'en')
    expect(at('Invented Street', 'Nowhere')).toBe(`${line} Address: Invented Street, Nowhere.`)
    expect(at('x'.repeat(80), 'y'.repeat(80))).toBe(line)
  })

  it('is never a long form', () => {
    const { size: _, ...long } = paper
    expect(withGiver({ name: 'about-all', title: 'T', paper: long }, line, null)).toBeNull()
  })
})
