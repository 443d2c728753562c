import { answerFhir } from '@/app/api/fhir/resources'
import { codeSystemId, writeCodeSystem } from '@/lib/summary/questionnaire'

export const dynamic = 'force-dynamic'

/** The codes of a summary's answers as a FHIR R4 CodeSystem. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerFhir((await params).id, codeSystemId, writeCodeSystem)
}
