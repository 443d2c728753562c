import { z } from 'zod'
import { orUnavailable, readFormFields, refuseForm } from '@/app/api/replies'
import { countVisit, getClinic } from '@/lib/clinics/data'
import { plainPage } from '@/lib/server/front/plain-page'
import { afterAnswers, afterQuestions } from '@/lib/summary/after-visit'
import { isLocale, translator } from '@/lib/texts/translate'
import { localeAsked } from '@/lib/texts/languages'

export const dynamic = 'force-dynamic'

const Told = z.partialRecord(z.enum(afterQuestions), z.enum(afterAnswers))

/**
 * How a visit went, for the totals of a clinic that asks. Nothing about who or when is stored or logged: one number for
 * each answer goes up by one.
 */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFormFields(request)
  if (fields instanceof Response) return fields
  const { locale = '', clinic: id = '', ...given } = Object.fromEntries(fields)
  if (!isLocale(locale)) return refuseForm(404, localeAsked(request.headers.get('accept-language')))
  const clinic = getClinic(id)
  if (!clinic?.counts) return refuseForm(404, locale)
  const told = Told.safeParse(given)
  if (!told.success) return refuseForm(400, locale)
  const counted = await orUnavailable(() => countVisit(id, told.data))
  if (counted instanceof Response) return refuseForm(503, locale)
  const t = translator(locale)
  const way = { href: `/${locale}/c/${clinic.id}`, name: t('visit.toldBack'), language: locale }
  return new Response(plainPage(locale, t('visit.toldTitle'), [t('visit.told')], { way }), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
