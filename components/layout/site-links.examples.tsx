import { SiteLinks, sitePaths } from '@/components/layout/site-links'
import { exampleOf, type Example } from '@/components/ui/example'

/** An example of a list: on pages it stands among others. */
const example = exampleOf((paths: typeof sitePaths, { t, locale }) => (
  <ul className="list">
    <SiteLinks locale={locale} t={t} paths={paths} />
  </ul>
))

export const examples: readonly Example[] = [
  example('every page', sitePaths),
  example('right to left', sitePaths.slice(0, 3), { isRightToLeft: true }),
]
