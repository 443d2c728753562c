import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { translator } from '@/lib/words/translate'

/** What a wrong address shows: no blame, and ways on. Needs no database. */
export function NotFoundBody() {
  const t = translator('en')
  return (
    <SiteFrame locale="en" t={t} release={null}>
      <div className="opening">
        <div className="wrap flow">
          <h1>{t('notFound.title')}</h1>
          <p className="lead">{t('notFound.text')}</p>
          <p>{t('notFound.choose')}</p>
          <ul className="list">
            <li>
              <Link href="/en">{t('site.home')}</Link>
            </li>
            <li>
              <Link href="/en/glossary">{t('site.glossary')}</Link>
            </li>
            <li>
              <Link href="/en/sources">{t('site.sources')}</Link>
            </li>
          </ul>
        </div>
      </div>
    </SiteFrame>
  )
}
