import { orUnavailable, readFormFields, refuseForm } from '@/app/api/replies'
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import { unmadeAnswers, unmadeBy, unmadePage, type Unmade } from '@/lib/server/pdf/unmade'
import type { SummaryAbout } from '@/lib/clinics/giver'
import { log } from '@/lib/log'
import { withFewLines } from '@/lib/paper/safe-text'
import { sheets, type Sheet } from '@/lib/paper/typst'
import { listClinicKeys } from '@/lib/packets/data'
import { giverOf } from '@/lib/packets/giver-of'
import { readAnswers } from '@/lib/summary/answers'
import { getSummaryParts } from '@/lib/summary/data'
import { textFields } from '@/lib/summary/names'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { Day } from '@/lib/sources/schema'
import { isLocale, type Locale } from '@/lib/texts/translate'
import { openQuestions } from '@/lib/summary/open-questions'
import { localeAsked } from '@/lib/texts/languages'

export const dynamic = 'force-dynamic'

/** Of each text on paper. 64 kB in lines of one letter took the setter 26 s and made a file of 5 MB; so 1.3 s. */
const mostLines = 200

/** Fields beside the answers: which summary, on which sheet, the reader's day, and the packet that a clinic gave. */
const aboutFields = ['locale', 'condition', 'sheet', 'day', 'packet']

/** The day as the reader's clock has it, and the clinic whose signature fits: a name that was only posted is not taken. */
async function aboutOf(posted: ReadonlyMap<string, string>, conditionId: string): Promise<SummaryAbout> {
  const packet = posted.get('packet')
  return {
    day: Day.safeParse(posted.get('day')).data ?? null,
    giver: packet ? await giverOf(packet, conditionId, listClinicKeys(), crypto.subtle) : null,
  }
}

async function setPdf(
  parts: SummaryParts,
  fields: [string, string][],
  sheet: Sheet,
  about: SummaryAbout,
): Promise<Uint8Array> {
  const given = fields.filter(([name]) => !aboutFields.includes(name))
  const { answers } = readAnswers([...given, ...openQuestions(parts, fields)], answerableIn(parts))
  for (const field of textFields) answers[field] = withFewLines(answers[field], mostLines)
  return makePdf(writeSummary(parts, answers, about), sheet)
}

/** Of the database `orUnavailable` has told. */
function logUnmade(why: Unmade): void {
  if (why === 'busy') log('warn', 'request.refused', { code: 'too-many-requests', why: 'limit' })
  else if (why === 'slow') log('warn', 'request.refused', { code: 'too-many-requests', why: 'timeout' })
  else log('error', 'request.refused', { code: 'unexpected' })
}

/** The page that says why there is no file, with what was sent in a form of its own: kept by nobody else. */
function answerUnmade(why: Unmade, locale: Locale, fields: [string, string][]): Response {
  const { status, againSeconds } = unmadeAnswers[why]
  return new Response(unmadePage(why, locale, fields), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(againSeconds === null ? {} : { 'retry-after': againSeconds }),
    },
  })
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
  if (!isLocale(locale)) return refuseForm(404, localeAsked(request.headers.get('accept-language')))
  const parts = await orUnavailable(() => getSummaryParts(locale, condition))
  if (parts instanceof Response) return answerUnmade(parts.status === 503 ? 'away' : 'broken', locale, fields)
  if (!parts) return refuseForm(404, locale)
  // Outside of the time that the database is given: setting waits in a queue with a limit of its own.
  const file = await aboutOf(about, condition)
    .then((said) => setPdf(parts, fields, sheet, said))
    .catch(unmadeBy)
  if (!(file instanceof Uint8Array)) {
    logUnmade(file)
    return answerUnmade(file, locale, fields)
  }
  return new Response(Uint8Array.from(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="my-summary.pdf"',
      'cache-control': 'no-store',
    },
  })
}
