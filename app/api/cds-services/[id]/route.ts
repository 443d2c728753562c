import { answerCall } from '@/app/api/cds-services/answers'

export const dynamic = 'force-dynamic'

/** One call of a hook (CDS Hooks 2.0). What was sent is used for the answer, and is stored and logged nowhere. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerCall((await params).id, request)
}
