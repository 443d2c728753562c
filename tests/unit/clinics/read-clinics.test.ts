import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findClinicFiles } from '@/lib/clinic-files'
import { optionFault, readClinics, type ClinicFile } from '@/lib/clinics/read-clinics'

const folder = path.resolve('tests/fixtures/clinics')
const content = 'prisma/content'
const file = (name: string, text: string): ClinicFile => ({ name, bytes: new TextEncoder().encode(text) })
const base = 'id: made-up\nname: Made-up Hospital\n'
const read = (text: string, ...more: ClinicFile[]) => readClinics([file('a.yaml', text), ...more])
const why = (text: string, ...more: ClinicFile[]) => {
  const result = read(text, ...more)
  return result.ok ? 'taken' : result.why
}

describe('clinic profiles', () => {
  it('are read whole, with the logo beside them', () => {
    const found = findClinicFiles({
      LANTERN_CLINICS: folder,
      LANTERN_CLINIC: undefined,
      LANTERN_CONTENT: content,
    })
    const result = readClinics('files' in found ? found.files : [])
    expect(result).toMatchObject({
      ok: true,
      clinics: [
        { id: 'made-up', unit: 'the invented heart team', phone: '0800 000 000', logo: { kind: 'svg' } },
      ],
    })
  })

  it('need no more than an id and a name', () => {
    expect(read(base)).toEqual({
      ok: true,
      clinics: [
        {
          id: 'made-up',
          name: 'Made-up Hospital',
          languages: [],
          here: [],
          elsewhere: [],
          bring: [],
          counts: false,
          keys: [],
          logo: null,
        },
      ],
    })
  })

  it.each([
    ['fone: "1"', /^a\.yaml holds the field “fone”, which is not known; .*be-a-clinic/],
    ['phone: 800', /^In a\.yaml the field “phone” must be a telephone number between quotes, for example/],
    ['phone: call us', /the field “phone” must be a telephone number/],
    ['unit: "a\\nb"', /the field “unit” must be plain text in one line, at most 80 characters\.$/],
    ['here: heart-transplant', /the field “here” must be a list of options\.$/],
    ['here: [heart-transplant]', /the field “here, entry 1” must be an option as illness\/option/],
    ['elsewhere: [{option: a/b}]', /the field “elsewhere, entry 1, where” must be plain text/],
    ['logo: ../secret.svg', /the field “logo” must be the name of an SVG or PNG picture/],
    ['logo: none.svg', /the field “logo” must be a picture in the same folder: none\.svg is not there\.$/],
    ['keys: [short]', /the field “keys, entry 1” must be the kid of a key/],
  ])('with %s are refused in one sentence', (line, expected) => {
    expect(why(`${base}${line}\n`)).toMatch(expected)
  })

  it.each([
    ['no name', 'id: made-up', /the field “name” must be plain text in one line/],
    ['a name with a turn of direction', 'id: made-up\nname: "a\\u202Eb"', /the field “name”/],
    ['an id in capitals', 'id: Made\nname: M', /the field “id” must be a short name in lower-case/],
    ['an id that is an address of the site', 'id: summary\nname: M', /another word/],
    ['no YAML', 'id: [', /cannot be read as YAML/],
    ['a list', '- a', /is not a list of fields/],
    ['nothing', '', /is not a list of fields/],
    ['what unfolds without end', 'id: &a [*a]\nname: M', /cannot be read|“id”/],
  ])('with %s are refused', (_what, text, expected) => {
    expect(why(text)).toMatch(expected)
  })

  it('refuse a logo with a script, and say so', () => {
    expect(why(`${base}logo: l.svg`, file('l.svg', '<svg><script>1</script></svg>'))).toBe(
      'The logo l.svg of a.yaml is refused: it holds <script>, which is no plain shape.',
    )
  })

  it('do not share an id or a key, and one wrong file leaves none', () => {
    const other = file('b.yaml', base)
    expect(why(base, other)).toMatch(/^In b\.yaml the field “id” must be one that no other clinic has/)
    const keys = 'keys: [abcdefghijk]\n'
    expect(why(base + keys, file('b.yaml', `id: b\nname: B\n${keys}`))).toMatch(
      /a key of another clinic \(made-up\)/,
    )
    expect(readClinics([file('a.yaml', base), file('b.yaml', 'id: b')]).ok).toBe(false)
  })

  it('may only name options that the content has', () => {
    const result = read(`${base}here: [heart/pump]\n`)
    const clinics = result.ok ? result.clinics : []
    expect(optionFault(clinics, new Set(['heart/pump']))).toBeNull()
    expect(optionFault(clinics, new Set())).toMatch(
      /“made-up” names the option “heart\/pump” in the field “here”/,
    )
  })
})

describe('the settings', () => {
  const settings = { LANTERN_CLINIC: undefined, LANTERN_CLINICS: undefined, LANTERN_CONTENT: content }

  it('without any: a folder beside the content, which may be absent', () => {
    expect(findClinicFiles({ ...settings, LANTERN_CONTENT: 'tests/fixtures/content' })).toMatchObject({
      files: fs.readdirSync(folder).map((name) => ({ name })),
    })
    expect(findClinicFiles({ ...settings, LANTERN_CONTENT: 'nowhere/content' })).toEqual({ files: [] })
  })

  it('name one file, or a folder; what is not there is said', () => {
    const one = findClinicFiles({ ...settings, LANTERN_CLINIC: path.join(folder, 'made-up.yaml') })
    expect(readClinics('files' in one ? one.files : [])).toMatchObject({
      ok: true,
      clinics: [{ id: 'made-up' }],
    })
    expect(findClinicFiles({ ...settings, LANTERN_CLINIC: 'none.yaml' })).toMatchObject({
      why: /no such file/,
    })
    expect(findClinicFiles({ ...settings, LANTERN_CLINICS: 'none' })).toMatchObject({ why: /no such folder/ })
  })
})
