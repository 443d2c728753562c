import { z } from 'zod'
import { recordKey } from '@/lib/watch/record-keys'
import type { FoundDetail } from '@/lib/watch/schema'
import { failed, worstNotice, type Finding } from '@/lib/watch/finding'

/**
 * The parts of a Crossref work record that tell what became of it.
 * Publishers and Retraction Watch say it in `updated-by`; `update-to` is on the notice and points the other way,
 * so that it says nothing about the record that carries it. `relation` has no type for a retraction: one that sounds
 * like it is for a person to look at. Read in Crossref's own tutorial "Get Retraction Watch metadata from Crossref's API" (crossref.gitlab.io), 2026-11-20.
 */
const Work = z.object({
  message: z.object({
    DOI: z.string().max(300),
    title: z.array(z.string().max(5_000)).max(20).optional(),
    'updated-by': z
      .array(z.object({ type: z.string().max(60) }))
      .max(200)
      .optional(),
    relation: z.record(z.string(), z.unknown()).optional(),
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

/** A title without its markup: publishers send `<b>RETRACTED:</b> …` and `&lt;b&gt;` alike. */
const plainTitle = (title: string) =>
  title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim()

const mark = '(?:retracted|withdrawn)'
const thing = '(?:article|paper|chapter|review|publication)'
/** "RETRACTED: …", "[Retracted] …", "… (RETRACTED)", "… – withdrawn", "This article has been retracted: …". */
const saysRetracted = new RegExp(
  [
    `^[[(]?\\s*${mark}(?:\\s+${thing})?\\s*[\\])]?\\s*(?:[:.–—-]|$)`,
    `^[[(]\\s*${mark}(?:\\s+${thing})?\\s*[\\])]`,
    `[[(]\\s*${mark}(?:\\s+${thing})?\\s*[\\])]\\.?$`,
    `[:–—-]\\s*${mark}(?:\\s+${thing})?\\.?$`,
    `\\b${thing} (?:has been|was|is) ${mark}\\b`,
  ].join('|'),
  'i',
)
/** The title of a notice ("Retraction: …", "Retraction Note to: …"), which is about another record. */
const isNotice = /^[[(]?\s*retraction\b/i
/** Words that never stand in the title of a paper that holds, unless it is about retractions: a person must look. */
const mayBeRetracted = new RegExp(`\\bretract(?:ed|ion)\\b|\\bwithdrawn\\b|\\bexpression of concern\\b`, 'i')

/**
 * What Crossref's record of `doi` says.
 * A type of update we do not know, or a title that may say it, is "unknown-value": a person looks. A retraction that
 * is clear stands all the same.
 */
export function readCrossref(body: unknown, doi: string): Finding {
  const parsed = Work.safeParse(body)
  if (!parsed.success) return failed('wrong-shape')
  const { message } = parsed.data
  if (recordKey(message.DOI) !== recordKey(doi)) return failed('wrong-record')
  const types = (message['updated-by'] ?? []).map(({ type }) => type.toLowerCase().replaceAll(/[\s-]+/g, '_'))
  const notices = types.flatMap((type) => updateTypes[type] ?? [])
  const titles = (message.title ?? []).map(plainTitle).filter((title) => !isNotice.test(title))
  if (titles.some((title) => saysRetracted.test(title)))
    notices.push({ status: 'retracted', detail: 'title-says-retracted' })
  const worst = worstNotice(notices)
  const isInDoubt =
    types.some((type) => !Object.hasOwn(updateTypes, type)) ||
    titles.some((title) => mayBeRetracted.test(title)) ||
    Object.keys(message.relation ?? {}).some((type) => /retract|withdraw|concern/i.test(type))
  // What an "is" relation or a word in the title means is for a person, unless something clear is said already.
  if (isInDoubt && worst.ok && worst.status !== 'retracted') return failed('unknown-value')
  return worst
}
