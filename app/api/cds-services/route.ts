import { answerDiscovery } from '@/app/api/cds-services/answers'

export const dynamic = 'force-dynamic'

/** Which hooks this site answers (CDS Hooks 2.0, Discovery). Nothing of it is secret, so nobody must say who they are. */
export const GET = (): Response => answerDiscovery()
