import { orUnavailable, readFormFields, refuseForm } from '@/app/api/replies'
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import { PdfBusyError, pdfBusySeconds } from '@/lib/server/pdf/pdf-queue'
import { log } from '@/lib/log'
import { withFewLines } from '@/lib/paper/safe-text'
import { sheets, type Sheet } from '@/lib/paper/typst'
import { readAnswers } from '@/lib/summary/answers'
import { getSummaryParts } from '@/lib/summary/data'
import { textFields } from '@/lib/summary/names'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { isLocale } from '@/lib/texts/translate'

export const dynamic = 'force-dynamic'

/** Of each text on paper. 64 kB in lines of one letter took the setter 26 s and made a file of 5 MB; so 1.3 s. */
const mostLines = 200

/** Fields beside the answers: which summary, and on which sheet. */
const aboutFields = ['locale', 'condition', 'sheet']

async function setPdf(parts: SummaryParts, fields: [string, string][], sheet: Sheet): Promise<Uint8Array> {
  const given = fields.filter(([name]) => !aboutFields.includes(name))
  const { answers } = readAnswers(given, answerableIn(parts))
  for (const field of textFields) answers[field] = withFewLines(answers[field], mostLines)
  return makePdf(writeSummary(parts, answers), sheet)
}

/**
 * The summary of the posted answers as a PDF file. Stateless: the answers live as long as this request, and are stored
 * and logged nowhere. The name of the file does not tell the illness: it lies in the list of downloads.
 */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFormFields(request)
  if (fields instanceof Response) return fields
  const about = new Map(fields.filter(([name]) => aboutFields.includes(name)))
  const locale = about.get('locale') ?? ''
  const condition = about.get('condition') ?? ''
  const sheet = sheets.find((name) => name === about.get('sheet')) ?? 'a4'
  if (!isLocale(locale)) return refuseForm(404)
  const parts = await orUnavailable(() => getSummaryParts(locale, condition))
  if (parts instanceof Response) return refuseForm(503, locale)
  if (!parts) return refuseForm(404, locale)
  // Outside of the time that the database is given: setting waits in a queue with a limit of its own.
  const file = await setPdf(parts, fields, sheet).catch((error: unknown) => error)
  if (file instanceof PdfBusyError) {
    log('warn', 'request.refused', { code: 'too-many-requests', why: 'limit' })
    return refuseForm(503, locale, pdfBusySeconds)
  }
  if (!(file instanceof Uint8Array)) {
    log('error', 'request.refused', { code: 'unexpected' })
    return refuseForm(503, locale)
  }
  return new Response(Uint8Array.from(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="my-summary.pdf"',
      'cache-control': 'no-store',
    },
  })
}
