import 'server-only'
import fs from 'node:fs'
import { contactsByKey } from '@/lib/clinics/data'
import { once } from '@/lib/db/asked-once'
import { env } from '@/lib/env'
import { getCondition, listConditions } from '@/lib/journey/data'
import { readClinicKeys } from '@/lib/packets/clinic-keys'
import type { Catalogue } from '@/lib/packets/route'
import type { ClinicKey } from '@/lib/packets/schema'
import { listFullDecisions } from '@/lib/summary/data'
import { getReviewLines } from '@/lib/reviews/data'
import { writeReviewed } from '@/lib/reviews/reviewed'
import { stepContents } from '@/lib/reviews/reviews'
import { translator, type Locale } from '@/lib/texts/translate'

/** Who signed off what a decision shows, in words. */
export async function reviewedOf(locale: Locale, conditionId: string, decisionId: string): Promise<string> {
  const contents = stepContents(conditionId, 'compare', { options: [], decisions: [decisionId] })
  return writeReviewed(await getReviewLines(locale, contents), translator(locale), locale)
}

/** What can be chosen for a packet, in the fixed order of the site. */
export const getCatalogue = once(async (locale: Locale): Promise<Catalogue> => {
  const names = await listConditions(locale)
  const conditions = await Promise.all(
    names.map(async ({ id, name }) => {
      const [condition, decisions] = await Promise.all([
        getCondition(locale, id),
        listFullDecisions(locale, id),
      ])
      return {
        id,
        name,
        situations: (condition?.situations ?? []).map((situation) => ({
          id: situation.id,
          name: situation.name,
        })),
        decisions: await Promise.all(
          decisions.map(async (decision) => ({
            id: decision.id,
            question: decision.question,
            situations: decision.situations,
            options: decision.options.map((option) => ({ id: option.id, name: option.name })),
            reviewed: await reviewedOf(locale, id, decision.id),
          })),
        ),
      }
    }),
  )
  return { locale, conditions }
})

/**
 * The public keys of the clinics this site knows, each with how to reach its clinic; none when LANTERN_CLINIC_KEYS is not
 * set. @throws with what is wrong
 */
export function listClinicKeys(): ClinicKey[] {
  const file = env.LANTERN_CLINIC_KEYS
  if (!file) return []
  const read = readClinicKeys(fs.readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(`The file of LANTERN_CLINIC_KEYS is not usable: ${read.why}`)
  const contacts = contactsByKey()
  return read.keys.map((key) => ({ ...key, ...contacts.get(key.kid) }))
}
