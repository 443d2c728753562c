import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { IllnessCodes } from '@/lib/record/schema'
import { conditionsIn, illnessesFound, problemsFound, type CodedIllness } from '@/lib/record/value-sets'

const read = (id: string) =>
  IllnessCodes.parse(parse(fs.readFileSync(`prisma/content/${id}/codes.yaml`, 'utf8')))
const illnesses: CodedIllness[] = ['heart-failure', 'liver-failure'].map((id) => ({
  id,
  name: id,
  sets: read(id).sets.map((set) => ({ ...set, codes: set.codes.map(({ code }) => code) })),
}))
const snomed = 'http://snomed.info/sct'
const icd = 'http://hl7.org/fhir/sid/icd-10'
const icdCm = 'http://hl7.org/fhir/sid/icd-10-cm'

const problem = (system: string, code: string, over: object = {}) => ({
  resourceType: 'Condition',
  code: { coding: [{ system, code }], text: `${code} in words` },
  ...over,
})
const found = (...conditions: object[]) =>
  illnessesFound(problemsFound(conditions as Parameters<typeof problemsFound>[0], illnesses), illnesses)
const status = (code: string) => ({ clinicalStatus: { coding: [{ code }] } })

describe('a problem names an illness', () => {
  it.each([
    [snomed, '84114007', 'heart-failure'],
    [snomed, '703272007', 'heart-failure'],
    [icd, 'I50', 'heart-failure'],
    [icdCm, 'I50.22', 'heart-failure'],
    [icdCm, 'I5022', 'heart-failure'],
    [icd, 'I11.0', 'heart-failure'],
    [snomed, '59927004', 'liver-failure'],
    [icd, 'K72.1', 'liver-failure'],
    [icdCm, 'K70.40', 'liver-failure'],
    [snomed, '82523003', 'heart-failure'],
    [icdCm, 'I09.81', 'heart-failure'],
    [snomed, '197270009', 'liver-failure'],
    [snomed, '708248004', 'liver-failure'],
    [snomed, '235886005', 'liver-failure'],
    [snomed, '51292008', 'liver-failure'],
    [icd, 'K72.0', 'liver-failure'],
    [icdCm, 'K70.31', 'liver-failure'],
    [icdCm, 'K76.82', 'liver-failure'],
  ])('%s %s: %s', (system, code, illness) => expect(found(problem(system, code))).toEqual([illness]))

  it.each([
    [snomed, '38341003', 'high blood pressure'],
    [icd, 'I5', 'shorter than ours'],
    [icd, 'I11.9', 'high blood pressure of the heart without failure'],
    [icd, 'K70.3', 'a scarred liver alone'],
    [icdCm, 'K70.30', 'a scarred liver without water in the belly'],
    [snomed, '19943007', 'a scarred liver, nothing more'],
    [snomed, '713370005', 'a liver that alcohol harmed, without a word of failure'],
    [icdCm, 'B19.10', 'hepatitis without coma'],
    [snomed, '717840005', 'heart failure before it shows'],
    [icd, '84114007', 'a code of another system'],
    ['', 'I50', 'no system'],
  ])('but not %s %s: %s', (system, code) => expect(found(problem(system, code))).toEqual([]))

  it('only while it lasts, and not when it was taken back', () => {
    expect(found(problem(snomed, '84114007', status('active')))).toEqual(['heart-failure'])
    for (const over of ['resolved', 'inactive', 'remission'])
      expect(found(problem(snomed, '84114007', status(over))), over).toEqual([])
    const wrong = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }
    expect(found(problem(snomed, '84114007', wrong))).toEqual([])
  })

  it('each once, in the record’s words, whatever else the list holds', () => {
    const list = [
      problem(snomed, '84114007'),
      problem(snomed, '84114007'),
      problem(icd, 'K72.9'),
      { code: 7 },
      {},
    ]
    expect(problemsFound(list as Parameters<typeof problemsFound>[0], illnesses)).toEqual([
      { illness: 'heart-failure', text: '84114007 in words' },
      { illness: 'liver-failure', text: 'K72.9 in words' },
    ])
    expect(found(problem(icd, 'K72'), problem(icd, 'I50'))).toEqual(['heart-failure', 'liver-failure'])
  })
})

describe('a list of problems', () => {
  it('is a bundle, and nothing else', () => {
    expect(conditionsIn({ resourceType: 'Bundle' })).toEqual([])
    expect(
      conditionsIn({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient' } }, null] }),
    ).toEqual([])
    for (const other of [null, [], 'x', { resourceType: 'OperationOutcome' }])
      expect(conditionsIn(other)).toBeNull()
  })
})

describe('each code', () => {
  it.each(['heart-failure', 'liver-failure'])('of %s says where it was read, and stands once', (id) => {
    const { sets, read: places } = read(id)
    for (const { system, codes } of sets) {
      expect(new Set(codes.map(({ code }) => code)).size, system).toBe(codes.length)
      for (const { code, read: place } of codes) expect(places[place]?.url, code).toMatch(/^https:/)
    }
    const unused = Object.keys(places).filter(
      (place) => !sets.some(({ codes }) => codes.some((one) => one.read === place)),
    )
    expect(unused).toEqual([])
  })

  it('that names a place which is not there is refused', () => {
    const bad = {
      read: {},
      sets: [{ system: 'http://snomed.info/sct', codes: [{ code: '1', name: 'x', read: 'nowhere' }] }],
    }
    expect(IllnessCodes.safeParse(bad).error?.issues[0]?.message).toContain('“nowhere”')
  })
})
