import { answerFhir, sendFhir } from '@/app/api/fhir/resources'
import { publicSite } from '@/lib/env'
import { listInstruments } from '@/lib/record/data'
import { writeInstrument } from '@/lib/record/instrument'
import { questionnaireId, writeQuestionnaire } from '@/lib/summary/questionnaire'
import { sourceLocale } from '@/lib/texts/translate'

export const dynamic = 'force-dynamic'

/** The questions of a summary, or an instrument of others, as a FHIR R4 Questionnaire. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const site = publicSite()
  const instrument = site === null ? undefined : listInstruments().find((one) => one.id === id)
  if (site !== null && instrument) return sendFhir(writeInstrument(instrument, site, sourceLocale))
  return answerFhir(id, questionnaireId, writeQuestionnaire)
}
