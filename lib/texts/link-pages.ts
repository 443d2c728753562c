/**
 * The pages that open a link with a secret behind its `#`: a share (v), its owner's page (m), a packet (p). They stand outside
 * the languages, where no service worker looks: `/v`, and in another language than the first `/v/es`.
 */
import { isLocale, locales, sourceLocale, type Locale } from '@/lib/texts/languages'

export const linkPageNames = ['v', 'm', 'p'] as const
export type LinkPageName = (typeof linkPageNames)[number]

/** The address of such a page in a language. */
export const linkPage = (name: LinkPageName, locale: string): string =>
  locale === sourceLocale || !isLocale(locale) ? `/${name}` : `/${name}/${locale}`

/**
 * The page that a path begins with, however it is spelt, and what follows it: for "/V/es%23shlink:" that is "/v/es" and
 * "%23shlink:". Null: it begins with none. A word that only begins with the letter is for the caller to tell.
 */
export function linkPageAt(path: string): { page: string; rest: string } | null {
  const [start = '', name = '', language = ''] =
    /^\/([vmp])(?:\/([a-z]{2,3})(?![a-z0-9_-]))?/i.exec(path) ?? []
  const known = linkPageNames.find((one) => one === name.toLowerCase())
  if (!known) return null
  const locale = language.toLowerCase()
  return isLocale(locale) && locale !== sourceLocale
    ? { page: linkPage(known, locale), rest: path.slice(start.length) }
    : { page: `/${known}`, rest: path.slice(2) }
}

/** The language of such a page, from the parts of its address behind the name. */
export const localeOfLinkPage = ([language]: readonly string[] = []): Locale =>
  language !== undefined && isLocale(language) ? language : sourceLocale

/** What Next builds: each page in every language. */
export const linkPageParams = (): { language: string[] }[] =>
  locales.map((locale) => ({ language: locale === sourceLocale ? [] : [locale] }))
