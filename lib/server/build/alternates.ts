/**
 * Ties a finished page to the same page in the other languages. A page does not know its own address while it is made, so
 * this is done when it is finished: by the export, and by the front for pages that Next makes for one request.
 */
import { publicSite } from '@/lib/env'
import { errorPageOf } from '@/lib/server/build/error-pages'
import { langOf, locales } from '@/lib/texts/translate'

const languageOf = (route: string) => route.split('/')[1] ?? ''

/** The page that a person would open: a form that was answered is answered on the page that asked. */
const askedPage = (route: string) => route.replace(/\/answered$/, '')

const inLanguage = (route: string, language: string) =>
  `/${language}${route.slice(languageOf(route).length + 1)}`

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
  if (!among.includes(languageOf(route)) || errorPageOf(route)) return []
  const found = among
    .map((language) => ({ language, address: inLanguage(route, language) }))
    .filter(({ address }) => routes.has(address))
  const [first] = found
  if (!first || found.length < 2) return []
  return first.language === among[0] ? [...found, { ...first, language: 'x-default' }] : found
}

/**
 * A finished page that names its translations.
 * @param site where people find this site: search engines take whole addresses only (Lighthouse, `hreflang`). Without it
 *   the addresses begin at the site
 */
export function withAlternates(
  html: string,
  alternates: ReturnType<typeof alternatesOf>,
  site: string | null = publicSite(),
): string {
  const links = alternates.map(
    ({ language, address }) =>
      `<link rel="alternate" hreflang="${langOf(language)}" href="${site ?? ''}${address}"/>`,
  )
  return html.replace('</head>', () => `${links.join('')}</head>`)
}

/** Links of the language switch (components/layout/language-switch.tsx), as React writes them. */
const switchLink = /<a\b[^>]*\bdata-language="([a-z]{2,3})"[^>]*>/g

/**
 * A finished page whose language switch leads to this same page. Where a language lacks the page it leads there all the
 * same: what answers says so, and leads back (lib/server/front/addresses.ts).
 */
export function withSwitch(html: string, route: string, among: readonly string[] = locales): string {
  if (!among.includes(languageOf(route)) || errorPageOf(route)) return html
  return html.replace(switchLink, (tag, language: string) =>
    tag.replace(/ href="[^"]*"/, () => ` href="${inLanguage(askedPage(route), language)}"`),
  )
}

/** Both: the finished page with its switch and the names of its translations. With one language not a byte changes. */
export function withLanguages(
  html: string,
  route: string,
  routes: ReadonlySet<string>,
  among: readonly string[] = locales,
): string {
  return withAlternates(withSwitch(html, route, among), alternatesOf(route, routes, among))
}
