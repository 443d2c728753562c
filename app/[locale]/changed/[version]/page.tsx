import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { localeOf } from '@/app/page-parts'
import { ChangeEntries } from '@/components/reviews/change-entries'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { changedSince } from '@/lib/reviews/changelog'
import { getRelease } from '@/lib/release/data'
import { translator, writtenDay } from '@/lib/texts/translate'

/** Made for each visit: nobody can say ahead which versions stand on paper. It reads one row. */
export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/changed/[version]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('changed.title'), robots: { index: false } }
}

export default async function ChangedPage({ params }: Props) {
  const { locale: l, version } = await params
  const locale = localeOf(l)
  const t = translator(locale)
  const release = await getRelease()
  const changed = release && changedSince(version, release.version, release.changelog)
  if (!changed || changed.kind === 'unknown') notFound()
  const said = {
    current: t('changed.current'),
    older: t('changed.older'),
    'same-day': t('changed.sameDay'),
  }[changed.kind]
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="opening">
        <div className="wrap">
          <h1>{t('changed.title')}</h1>
          <p className="lead">{said}</p>
        </div>
      </div>
      <div className="wrap sheet" data-plain data-changed={changed.kind}>
        <section className="part" aria-label={t('changed.title')}>
          <p>{t('changed.asked', { version })}</p>
          <p>
            {t('changed.now', { version: release.version, date: writtenDay(release.contentDate, locale) })}
          </p>
          {changed.kind !== 'current' && <p className="flag">{t('changed.again')}</p>}
        </section>
        {changed.kind !== 'current' && <ChangeEntries entries={changed.entries} t={t} locale={locale} />}
        <p className="onward">
          <Link className="go" href={`/${locale}`}>
            {t('changed.home')}
          </Link>
        </p>
      </div>
    </SiteFrame>
  )
}
