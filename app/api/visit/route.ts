import { readFormFields, refuseForm } from '@/app/api/replies'
import { Visit, visitCalendar } from '@/lib/summary/visit-calendar'
import { isLocale, translator } from '@/lib/texts/translate'
import { localeAsked } from '@/lib/texts/languages'

export const dynamic = 'force-dynamic'

/** The visit of the posted form as a calendar file. Stateless: the day is stored and logged nowhere. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFormFields(request)
  if (fields instanceof Response) return fields
  const { locale = '', ...given } = Object.fromEntries(fields)
  if (!isLocale(locale)) return refuseForm(404, localeAsked(request.headers.get('accept-language')))
  const visit = Visit.safeParse(given)
  if (!visit.success) return refuseForm(400, locale)
  const file = visitCalendar(visit.data, translator(locale), crypto.randomUUID(), new Date())
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="my-visit.ics"',
      'cache-control': 'no-store',
    },
  })
}
