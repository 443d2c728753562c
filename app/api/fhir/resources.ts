import { orUnavailable, refuse } from '@/app/api/replies'
import { publicSite } from '@/lib/env'
import { listConditions } from '@/lib/journey/data'
import { getRelease } from '@/lib/release/data'
import { getSummaryParts } from '@/lib/summary/data'
import type { AboutResource } from '@/lib/summary/questionnaire'
import type { SummaryParts } from '@/lib/summary/parts'
import { getSure } from '@/lib/readiness/data'
import { locales, translator } from '@/lib/texts/translate'

/** The parts whose resource has this id, with what it says of itself; null: there is none. */
async function find(
  id: string,
  idOf: (conditionId: string, locale: string) => string,
  site: string,
): Promise<{ parts: SummaryParts; about: AboutResource } | null> {
  for (const locale of locales)
    for (const condition of await listConditions(locale)) {
      if (idOf(condition.id, locale) !== id) continue
      const [parts, release, sure] = await Promise.all([
        getSummaryParts(locale, condition.id),
        getRelease(),
        getSure(locale),
      ])
      if (!parts || !release) return null
      const copyright = [
        translator(locale)('record.copyright'),
        ...(sure ? [sure.citation, sure.copyright] : []),
      ].join(' ')
      return { parts, about: { site, version: release.version, day: release.contentDate, copyright } }
    }
  return null
}

/** A FHIR resource as this site knows it. */
export const sendFhir = (resource: object): Response =>
  Response.json(resource, {
    headers: { 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-cache' },
  })

/**
 * The resource with this id, written from the parts of a condition. Without LANTERN_PUBLIC_URL there is none: what these
 * resources are known by is an address.
 */
export async function answerFhir(
  id: string,
  idOf: (conditionId: string, locale: string) => string,
  write: (parts: SummaryParts, about: AboutResource) => object,
): Promise<Response> {
  const site = publicSite()
  if (site === null) return refuse('not-found')
  const found = await orUnavailable(() => find(id, idOf, site))
  if (found instanceof Response) return found
  return found ? sendFhir(write(found.parts, found.about)) : refuse('not-found')
}
