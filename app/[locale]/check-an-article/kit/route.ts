import { isLocale, locales } from '@/lib/texts/translate'
import { getArticleKit } from '@/lib/claims/data'
import { asOneRequest } from '@/lib/db/asked-once'

/** Made with the pages: the patterns and words a check in the browser needs, the same for everybody. */
export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => locales.map((locale) => ({ locale }))

export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/check-an-article/kit'>,
): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  return Response.json(await asOneRequest(() => getArticleKit(locale)))
}
