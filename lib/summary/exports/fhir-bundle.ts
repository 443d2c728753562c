import { pickedThree } from '@/lib/matters/top-three'
import { safeText } from '@/lib/paper/safe-text'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'
import type { FinishedSummary, SummaryExport } from './entry'
import { narrativeDiv, titleHtml, writeNarrative } from './narrative'
import { writeText } from './text'

/** A value of FHIR's JSON; what is undefined or an empty list is left out, as FHIR asks. */
type Json = string | number | boolean | Json[] | { [name: string]: Json | undefined }
type Element = { [name: string]: Json | undefined }

export type FhirEntry = { fullUrl: string; resource: Element & { resourceType: string; id: string } }
export type FhirBundle = {
  resourceType: 'Bundle'
  id: string
  language: string
  type: 'collection'
  timestamp: string
  entry: FhirEntry[]
}

const loinc = (code: string): Element => ({ coding: [{ system: 'http://loinc.org', code }] })
/** 51855-5: a note that the patient wrote. 81338-6: goals, preferences and priorities, as the patient says. */
const patientNote = loinc('51855-5')
const preferences = loinc('81338-6')

/** Base64 of a text in UTF-8. */
function base64(text: string): { data: string; size: number } {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { data: btoa(binary), size: bytes.length }
}

/** With the type beside it: an address that is only a UUID does not tell what it leads to. */
const referTo = ({ fullUrl, resource }: FhirEntry) => ({ reference: fullUrl, type: resource.resourceType })

/** A question with its answers in words. `linkId` is the name of the form field, so that it can be read back. */
function item(linkId: string, text: string, answers: readonly (string | undefined)[]): Element[] {
  const given = answers.flatMap((answer) => (answer ? [{ valueString: answer }] : []))
  return given.length ? [{ linkId, text, answer: given }] : []
}

function group(linkId: string, text: string, items: Element[]): Element[] {
  return items.length ? [{ linkId, text, item: items }] : []
}

function questionnaireItems(
  parts: SummaryParts,
  answers: Answers,
  giver: FinishedSummary['giver'],
): Element[] {
  const { texts, sure } = parts
  const named = (list: readonly { id: string; text: string }[], id: string | null | undefined) =>
    list.find((choice) => choice.id === id)?.text
  const decision = parts.decisions.find(({ id }) => id === answers.decision)
  const top = pickedThree(
    parts.matters.map(({ id }) => id),
    (id) => answers.matters[id],
    answers.top,
  )
  const picked = parts.matters.filter(({ id }) => top.includes(id)).map(({ label }) => label)
  const open = toTalkOver(parts.quiz, (id) => answers.quiz[id], answers.decision)
  return [
    ...item('givenBy', texts.givenBy, [giver?.name]),
    ...item('situation', texts.situation, [named(parts.situations, answers.situation)]),
    ...item('decision', texts.decision, [decision?.question]),
    ...item('who', texts.carer, [named(parts.carers, answers.who)]),
    ...group('m', texts.matters, [
      ...parts.matters.flatMap(({ id, question }) =>
        item(`m.${id}`, question, [named(parts.matterAnswers, answers.matters[id])]),
      ),
      ...item('own', texts.own, [safeText(answers.own)]),
      ...item('top', texts.topTitle, picked),
    ]),
    ...item('lean', texts.lean, [named(parts.options, answers.lean)]),
    ...item('unsure', texts.unsure, [safeText(answers.unsure)]),
    ...item(
      'questions',
      texts.questions,
      parts.clinicQuestions.filter(({ id }) => answers.questions.includes(id)).map(({ text }) => text),
    ),
    ...item('ownQuestions', texts.ownQuestions, [safeText(answers.ownQuestions)]),
    ...item('cellsRead', texts.cellsRead, [safeText(answers.cellsRead)]),
    ...item('cellsAsk', texts.cellsAsk, [safeText(answers.cellsAsk)]),
    ...group(
      'sure',
      texts.sure,
      sure.items.flatMap(({ id, text }) => {
        const answer = answers.sure[id]
        return item(`sure.${id}`, text, [answer && sure.answers[answer]])
      }),
    ),
    ...item(
      'explain',
      texts.explain,
      parts.quiz.filter(({ id }) => open.includes(id)).map(({ text }) => text),
    ),
  ]
}

/**
 * A summary as a FHIR R4 `collection` Bundle: for the clinic's record, and what an encrypted share holds.
 *
 * - Patient: empty, unless the person chose to add name and birth date for check-in.
 * - DocumentReference: the summary as plain text. Not as PDF: the PDF is made by our server, which would have to see
 *   the answers; a share must never show them to anybody but the reader.
 * - Composition: the same words as a narrative. Some viewers show nothing else.
 * - QuestionnaireResponse: the answers one by one.
 *
 * @param at the moment of making, an ISO 8601 time with its zone ("2026-11-21T09:30:00Z")
 * @param newId gives a new UUID at each call; asked five times, always in the same order
 */
export function writeFhirBundle({
  parts,
  answers,
  paper,
  giver,
  identity,
  at,
  newId,
}: FinishedSummary): FhirBundle {
  const { locale: language, title } = paper
  const entry = (resourceType: string, fields: Element): FhirEntry => {
    const id = newId()
    return { fullUrl: `urn:uuid:${id}`, resource: { resourceType, id, ...fields } }
  }
  const id = newId()
  const name = safeText(identity?.name ?? '')
  const patient = entry('Patient', {
    language,
    ...(name && { name: [{ text: name }] }),
    ...(identity && { birthDate: identity.birthDate }),
  })
  const subject = referTo(patient)
  const document = entry('DocumentReference', {
    language,
    status: 'current',
    type: patientNote,
    subject,
    date: at,
    author: [subject],
    description: title,
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          language,
          ...base64(writeText(paper)),
          title,
          creation: at,
        },
      },
    ],
  })
  const items = questionnaireItems(parts, answers, giver)
  const response = entry('QuestionnaireResponse', {
    language,
    status: 'completed',
    subject,
    authored: at,
    author: subject,
    ...(items.length && { item: items }),
  })
  const composition = entry('Composition', {
    language,
    text: { status: 'generated', div: narrativeDiv(language, titleHtml(paper)) },
    status: 'final',
    type: patientNote,
    subject,
    date: at,
    author: [subject],
    title,
    section: [
      {
        title,
        code: preferences,
        // Some of it stands nowhere else in this bundle: what was compared, the emergency signs, the foot.
        text: { status: 'additional', div: narrativeDiv(language, writeNarrative(paper)) },
        entry: [referTo(response), referTo(document)],
      },
    ],
  })
  return {
    resourceType: 'Bundle',
    id,
    language,
    type: 'collection',
    timestamp: at,
    entry: [patient, document, composition, response],
  }
}

/** The summary as a FHIR file for a clinic's record. */
export const fhirExport = {
  madeIn: 'anywhere',
  mediaType: 'application/fhir+json',
  extension: 'json',
  label: 'saveFhir',
  write: (summary) => JSON.stringify(writeFhirBundle(summary)),
} as const satisfies SummaryExport
