import Link from '@/components/ui/link'
import type { Locale, Translate } from '@/lib/texts/translate'

/** Pages of the whole site that others lead to, with the words for each, in the order in which they are listed. */
const names = {
  '': 'site.home',
  '/numbers': 'site.numbersPage',
  '/glossary': 'site.glossary',
  '/sources': 'site.sources',
  '/handouts': 'handouts.title',
  '/about': 'site.about',
  '/about/quality': 'site.quality',
  '/privacy': 'site.privacy',
  '/clinicians': 'site.clinicians',
} as const
export type SitePath = keyof typeof names
export const sitePaths = Object.keys(names) as SitePath[]

/** Items of a list, one for each page. */
export function SiteLinks({
  locale,
  t,
  paths,
}: {
  locale: Locale
  t: Translate
  paths: readonly SitePath[]
}) {
  return paths.map((path) => (
    <li key={path}>
      <Link href={`/${locale}${path}`}>{t(names[path])}</Link>
    </li>
  ))
}
