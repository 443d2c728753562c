/** Writes to the record what the clinician pressed for, one thing after the other, and says of each what became of it. */
import { askRecord, type Asked } from '@/lib/browser/record/ask-record'
import { fieldsOf, type SharedAnswers } from '@/lib/record/shared-answers'
import type { Session } from '@/lib/record/smart'
import { idOfMade, writeAnswers, writeDocument, type Attachment } from '@/lib/record/write-back'
import { langOf } from '@/lib/texts/languages'

export type Wanted = { note: string | null; summary: SharedAnswers | null; answers: SharedAnswers | null }
type What = keyof Wanted
export type Written =
  | { ok: true; what: What; id: string; bytes: number; hasPdf: boolean }
  /** `over`: the token is. `unsure`: no answer came, so it may be there. */
  | { ok: false; what: What; why: 'over' | 'refused' | 'unsure' }

type About = { titles: { note: string; summary: string }; locale: string; at: string }

/** Standard base64, in pieces: a whole file at once is too many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(binary)
}

const attach = (contentType: string, bytes: Uint8Array): Attachment => ({
  contentType,
  data: base64(bytes),
  size: bytes.length,
})

const textFile = (text: string) => attach('text/plain; charset=utf-8', new TextEncoder().encode(text))

/** The patient's page as a PDF, made by our server from the answers, which it keeps nowhere. Null: not now, or not of ours. */
async function pdfOf({ items, conditionId, locale, day, packet }: SharedAnswers): Promise<Attachment | null> {
  if (!conditionId) return null
  const fields = [
    ['locale', locale],
    ['condition', conditionId],
    ['sheet', 'a4'],
    ...(day ? [['day', day]] : []),
    ...(packet ? [['packet', packet]] : []),
    ...fieldsOf(items),
  ]
  try {
    const reply = await fetch('/api/summary/pdf', {
      method: 'POST',
      body: new URLSearchParams(fields),
      cache: 'no-store',
    })
    const isPdf = reply.headers.get('content-type')?.startsWith('application/pdf')
    return reply.ok && isPdf ? attach('application/pdf', new Uint8Array(await reply.arrayBuffer())) : null
  } catch {
    return null
  }
}

function resultOf(what: What, asked: Asked, bytes: number, hasPdf = false): Written {
  if (asked.ok) return { ok: true, what, id: idOfMade(asked.location, asked.json) ?? '?', bytes, hasPdf }
  if (asked.status === 401) return { ok: false, what, why: 'over' }
  const isAnswered = asked.status !== null && asked.status >= 400 && asked.status < 500
  return { ok: false, what, why: isAnswered ? 'refused' : 'unsure' }
}

const sizeOf = (attachments: readonly Attachment[]) => attachments.reduce((sum, { size }) => sum + size, 0)

/** Never throws. */
export async function writeToRecord(
  session: Session,
  wanted: Wanted,
  { titles, locale, at }: About,
): Promise<Written[]> {
  const add = (resource: { resourceType: string }) =>
    askRecord(`${session.system.iss}/${resource.resourceType}`, {
      method: 'POST',
      headers: {
        accept: 'application/fhir+json',
        'content-type': 'application/fhir+json',
        authorization: `Bearer ${session.access}`,
      },
      body: JSON.stringify(resource),
    })
  const results: Written[] = []
  const { note, summary, answers } = wanted
  if (note !== null) {
    const attachments = [textFile(note)]
    const document = writeDocument(session, 'note', {
      title: titles.note,
      language: langOf(locale),
      at,
      attachments,
    })
    results.push(resultOf('note', await add(document), sizeOf(attachments)))
  }
  if (summary) {
    const pdf = await pdfOf(summary)
    const attachments = [...(pdf ? [pdf] : []), textFile(summary.text)]
    const language = langOf(summary.locale || locale)
    const document = writeDocument(session, 'summary', { title: titles.summary, language, at, attachments })
    results.push(resultOf('summary', await add(document), sizeOf(attachments), pdf !== null))
  }
  if (answers) {
    const { items, questionnaire } = answers
    const response = writeAnswers(session, {
      items,
      questionnaire,
      language: langOf(answers.locale || locale),
      at,
    })
    results.push(resultOf('answers', await add(response), 0))
  }
  return results
}
