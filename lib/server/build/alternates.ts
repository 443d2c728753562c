import { locales } from '@/lib/texts/translate'

const languageOf = (route: string) => route.split('/')[1] ?? ''

/**
 * The same page in each language that has it, for the head of the page: `<link rel="alternate" hreflang>` by the rules of
 * HTML, with `x-default` for the first language. None when the page is there in one language only.
 * @param routes every address of the site
 * @param among the languages of the site, the first one first
 */
export function alternatesOf(
  route: string,
  routes: ReadonlySet<string>,
  among: readonly string[] = locales,
): { language: string; address: string }[] {
  const own = languageOf(route)
  if (!among.includes(own)) return []
  const found = among
    .map((language) => ({ language, address: `/${language}${route.slice(own.length + 1)}` }))
    .filter(({ address }) => routes.has(address))
  const [first] = found
  if (!first || found.length < 2) return []
  return first.language === among[0] ? [...found, { ...first, language: 'x-default' }] : found
}

/** A finished page that names its translations. */
export function withAlternates(html: string, alternates: ReturnType<typeof alternatesOf>): string {
  const links = alternates.map(
    ({ language, address }) => `<link rel="alternate" hreflang="${language}" href="${address}"/>`,
  )
  return html.replace('</head>', () => `${links.join('')}</head>`)
}
