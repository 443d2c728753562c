import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { SourceLine } from '@/components/ui/sources-line'
import { listSources } from '@/lib/evidence/data'
import { SourceKind } from '@/lib/evidence/schema'

export async function generateMetadata({ params }: PageProps<'/[locale]/sources'>): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('site.sources') }
}

export default async function SourcesPage({ params }: PageProps<'/[locale]/sources'>) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const sources = await listSources()
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('site.sources')} lead={[t('source.listLead')]} kit={kit} />
      <div className="wrap sheet" data-plain>
        {SourceKind.options.map((kind) => {
          const own = sources.filter((source) => source.kind === kind)
          if (!own.length) return null
          return (
            <section key={kind} className="part" aria-labelledby={kind}>
              <h2 id={kind}>
                {t(`source.kind.${kind}`)} ({own.length})
              </h2>
              <ul className="list note">
                {own.map((source) => (
                  <li key={source.id}>
                    <SourceLine source={source} kit={kit} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </SiteFrame>
  )
}
