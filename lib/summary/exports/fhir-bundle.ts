import { pickedThree } from '@/lib/matters/top-three'
import { safeText } from '@/lib/paper/safe-text'
import { sureIds } from '@/lib/readiness/names'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import { textFields, type TextField } from '@/lib/summary/names'
import type { SummaryParts } from '@/lib/summary/parts'
import {
  answerCode,
  packetExtension,
  questionnaireAddress,
  questionnaireId,
  summaryItems,
  yesNoCodes,
  type CodeKind,
  type SummaryItem,
} from '@/lib/summary/questionnaire'
import type { Answers } from '@/lib/summary/schema'
import { langOf } from '@/lib/texts/languages'
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

/** What was said on each question: codes of what was chosen, or words. */
type Said = (linkId: string) => readonly string[]

/** The questions that were answered, with what was said, as a QuestionnaireResponse holds them. */
function answeredItems(items: readonly SummaryItem[], said: Said): Element[] {
  return items.flatMap((item): Element[] => {
    const { linkId, text } = item
    if (item.type === 'group') {
      const inner = answeredItems(item.items, said)
      return inner.length ? [{ linkId, text, item: inner }] : []
    }
    const given = said(linkId)
    const answer: Element[] =
      item.type === 'choice'
        ? item.answers.filter(({ code }) => given.includes(code)).map((valueCoding) => ({ valueCoding }))
        : given.flatMap((valueString) => (valueString ? [{ valueString }] : []))
    return answer.length ? [{ linkId, text, answer }] : []
  })
}

/** What a person answered, by question. */
function saidOf(parts: SummaryParts, answers: Answers, giver: FinishedSummary['giver']): Said {
  const chosen = (kind: CodeKind, ids: readonly (string | null | undefined)[]) =>
    ids.flatMap((id) => (id ? [answerCode(kind, id)] : []))
  const top = pickedThree(
    parts.matters.map(({ id }) => id),
    (id) => answers.matters[id],
    answers.top,
  )
  const words = (field: TextField) => [safeText(answers[field])]
  const said: Record<string, readonly string[]> = {
    givenBy: giver ? [giver.name] : [],
    situation: chosen('situation', [answers.situation]),
    decision: chosen('decision', [answers.decision]),
    who: chosen('who', [answers.who]),
    top: chosen('matter', top),
    lean: chosen('option', [answers.lean]),
    questions: chosen('question', answers.questions),
    explain: chosen(
      'quiz',
      toTalkOver(parts.quiz, (id) => answers.quiz[id], answers.decision),
    ),
    ...Object.fromEntries(textFields.map((field) => [field, words(field)])),
    ...Object.fromEntries(
      parts.matters.map(({ id }) => [`m.${id}`, chosen('matter-answer', [answers.matters[id]])]),
    ),
    ...Object.fromEntries(
      sureIds.map((id) => [`sure.${id}`, answers.sure[id] ? [yesNoCodes[answers.sure[id]]] : []]),
    ),
  }
  return (linkId) => said[linkId] ?? []
}

/**
 * A summary as a FHIR R4 `collection` Bundle: for the clinic's record, and what an encrypted share holds.
 *
 * - Patient: empty, unless the person chose to add name and birth date for check-in.
 * - DocumentReference: the summary as plain text. Not as PDF: the PDF is made by our server, which would have to see
 *   the answers; a share must never show them to anybody but the reader.
 * - Composition: the same words as a narrative. Some viewers show nothing else.
 * - QuestionnaireResponse: the answers one by one, with the codes of lib/summary/questionnaire.ts, whose canonical address it
 *   names when the site has one. With the signed page that a clinic gave, so that whoever makes a paper of it can prove
 *   the clinic again.
 *
 * @param at the moment of making, an ISO 8601 time with its zone ("2026-11-21T09:30:00Z")
 * @param newId gives a new UUID at each call; asked five times, always in the same order
 */
export function writeFhirBundle({
  parts,
  answers,
  paper,
  giver,
  packet,
  site,
  identity,
  at,
  newId,
}: FinishedSummary): FhirBundle {
  const language = langOf(paper.locale)
  const { title } = paper
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
  const items = answeredItems(summaryItems(parts, site ?? null), saidOf(parts, answers, giver))
  const asked = questionnaireId(parts.condition.id, parts.locale)
  const response = entry('QuestionnaireResponse', {
    language,
    ...(site && packet && { extension: [{ url: packetExtension(site), valueString: packet }] }),
    ...(site && { questionnaire: `${questionnaireAddress(site, asked)}|${parts.version}` }),
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
