/** What is written to a record, as FHIR R4 resources: only what the clinician has seen, and only on their press. Pure. */
import type { AnsweredItem } from '@/lib/record/shared-answers'
import type { Session } from '@/lib/record/smart'

/** Of a patient, of the visit when there is one, by whoever signed in when the record says who. */
function aboutOf({ patient, encounter, user }: Session) {
  const reference = (to: string) => ({ reference: to })
  return {
    subject: reference(`Patient/${patient}`),
    author: user === null ? undefined : reference(user),
    visit: encounter === null ? undefined : reference(`Encounter/${encounter}`),
  }
}

/** LOINC, as FHIR R4 lists it for kinds of documents: 34109-9 a note, 51855-5 a note that the patient wrote. */
export const documentCodes = { note: '34109-9', summary: '51855-5' } as const

export type Attachment = { contentType: string; data: string; size: number }

/**
 * A document for the record.
 * @param kind the clinician's note, or the page that the patient wrote
 * @param at now, an ISO 8601 time with its zone
 */
export function writeDocument(
  session: Session,
  kind: keyof typeof documentCodes,
  {
    title,
    language,
    at,
    attachments,
  }: { title: string; language: string; at: string; attachments: readonly Attachment[] },
) {
  const { subject, author, visit } = aboutOf(session)
  return {
    resourceType: 'DocumentReference' as const,
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: documentCodes[kind] }], text: title },
    subject,
    date: at,
    ...(author && { author: [author] }),
    description: title,
    content: attachments.map((attachment) => ({
      attachment: { ...attachment, language, title, creation: at },
    })),
    ...(visit && { context: { encounter: [visit] } }),
  }
}

/** The patient's answers for the record: answered by the patient, put there by whoever signed in. */
export function writeAnswers(
  session: Session,
  {
    items,
    questionnaire,
    language,
    at,
  }: { items: readonly AnsweredItem[]; questionnaire: string; language: string; at: string },
) {
  const { subject, author, visit } = aboutOf(session)
  return {
    resourceType: 'QuestionnaireResponse' as const,
    language,
    ...(questionnaire && { questionnaire }),
    status: 'completed',
    subject,
    ...(visit && { encounter: visit }),
    authored: at,
    ...(author && { author }),
    source: subject,
    item: items,
  }
}

/** The id of what was made, from the place that the record names or from what it sent back; null: it does not say. */
export function idOfMade(location: string | null, body: unknown): string | null {
  const [, place] =
    /\/(?:DocumentReference|QuestionnaireResponse)\/([A-Za-z0-9.-]{1,64})(?:\/|$)/.exec(location ?? '') ?? []
  if (place) return place
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null
  return typeof id === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(id) ? id : null
}
