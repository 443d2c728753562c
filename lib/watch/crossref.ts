import { z } from 'zod'
import type { FoundDetail } from '@/lib/watch/schema'
import { failed, worstNotice, type Finding } from '@/lib/watch/status'

/**
 * The parts of a Crossref work record that tell what became of it.
 * Publishers and Retraction Watch say it in `updated-by`; `update-to` is on the notice and points the other way,
 * so that it says nothing about the record that carries it. `relation` has no type for a retraction.
 * Read in Crossref's own tutorial "Get Retraction Watch metadata from Crossref's API" (crossref.gitlab.io), 2026-11-20.
 */
const Work = z.object({
  message: z.object({
    DOI: z.string().max(300),
    title: z.array(z.string().max(5_000)).max(20).optional(),
    'updated-by': z
      .array(z.object({ type: z.string().max(60) }))
      .max(200)
      .optional(),
  }),
})

type Notice = { status: 'current' | 'corrected' | 'concern' | 'retracted'; detail: FoundDetail }

/** Crossref's types of updates. A partial retraction is shown as a warning: "withdrawn" would say too much. */
const updateTypes: Record<string, Notice> = {
  retraction: { status: 'retracted', detail: 'retraction' },
  withdrawal: { status: 'retracted', detail: 'withdrawal' },
  removal: { status: 'retracted', detail: 'removal' },
  partial_retraction: { status: 'concern', detail: 'partial-retraction' },
  expression_of_concern: { status: 'concern', detail: 'expression-of-concern' },
  correction: { status: 'corrected', detail: 'correction' },
  corrigendum: { status: 'corrected', detail: 'correction' },
  erratum: { status: 'corrected', detail: 'correction' },
  reinstatement: { status: 'corrected', detail: 'reinstatement' },
  addendum: { status: 'current', detail: 'nothing-found' },
  clarification: { status: 'current', detail: 'nothing-found' },
  new_edition: { status: 'current', detail: 'nothing-found' },
  new_version: { status: 'current', detail: 'nothing-found' },
}

/** "RETRACTED: …", "[Retracted] …", "RETRACTED ARTICLE: …", "WITHDRAWN: …"; not "Retraction: …", which is a notice. */
const saysRetracted = /^\s*[[(]?\s*(retracted|withdrawn)(\s+(article|paper|chapter))?\s*[\])]?\s*([:.–—-]|$)/i
const inBrackets = /^\s*[[(]\s*(retracted|withdrawn)(\s+(article|paper))?\s*[\])]/i

/**
 * What Crossref's record of `doi` says.
 * A type of update we do not know is "unknown-value", so that a person looks, unless a graver one is there too.
 */
export function readCrossref(body: unknown, doi: string): Finding {
  const parsed = Work.safeParse(body)
  if (!parsed.success) return failed('wrong-shape')
  const { message } = parsed.data
  if (message.DOI.toLowerCase() !== doi.toLowerCase()) return failed('wrong-record')
  const types = (message['updated-by'] ?? []).map(({ type }) => type.toLowerCase().replaceAll(/[\s-]+/g, '_'))
  const notices = types.flatMap((type) => updateTypes[type] ?? [])
  if (message.title?.some((title) => saysRetracted.test(title) || inBrackets.test(title)))
    notices.push({ status: 'retracted', detail: 'title-says-retracted' })
  const worst = worstNotice(notices)
  const hasUnknown = types.some((type) => !Object.hasOwn(updateTypes, type))
  if (hasUnknown && worst.ok && worst.status !== 'retracted') return failed('unknown-value')
  return worst
}
