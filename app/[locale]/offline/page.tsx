import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { listConditions } from '@/lib/journey/data'
import { stepHref } from '@/lib/journey/steps'

export async function generateMetadata({ params }: PageProps<'/[locale]/offline'>): Promise<Metadata> {
  const { t } = await siteParts((await params).locale)
  return { title: t('saved.title'), robots: 'noindex' }
}

/** What the service worker shows, without a connection, in place of a page that is not saved. */
export default async function Page({ params }: PageProps<'/[locale]/offline'>) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const conditions = await listConditions(locale)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('saved.title')} lead={[t('saved.lead')]} kit={{ ...kit, terms: null }} />
      <div className="wrap sheet flow">
        <p>{t('saved.text')}</p>
        <ul className="list">
          {conditions.map(({ id, name }) => (
            <li key={id}>
              <Link href={stepHref(locale, id, 'condition')}>{name}</Link>
            </li>
          ))}
        </ul>
        <p>{t('saved.again')}</p>
      </div>
    </SiteFrame>
  )
}
