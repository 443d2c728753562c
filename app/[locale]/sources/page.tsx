import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { searchWordsIn } from '@/components/sources/search-words'
import { SourceSearch } from '@/components/sources/source-search'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { InEnglish, SourceLine } from '@/components/ui/sources-line'
import { getLibraryChoices, listSources } from '@/lib/sources/data'
import { exportFormatIds, exportFormats } from '@/lib/sources/exports/registry'
import { SourceKind } from '@/lib/sources/schema'

export async function generateMetadata({ params }: PageProps<'/[locale]/sources'>): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('site.sources') }
}

export default async function SourcesPage({ params }: PageProps<'/[locale]/sources'>) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const [sources, choices] = await Promise.all([listSources(), getLibraryChoices(locale)])
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('site.sources')} lead={[t('source.listLead')]} kit={kit}>
        <p data-plain>{t('library.count', { count: sources.length })}</p>
      </Opening>
      <div className="wrap sheet">
        <SourceSearch choices={choices} words={searchWordsIn(t)} locale={locale}>
          <div data-plain data-all-sources={sources.length}>
            <InEnglish kit={kit} />
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
        </SourceSearch>
        <section className="part screen" aria-labelledby="save">
          <h2 id="save">{t('library.save')}</h2>
          <p>{t('library.saveLead')}</p>
          <ul className="toc">
            {exportFormatIds.map((format) => (
              <li key={format}>
                <Link href={`/api/sources/export?format=${format}`} download>
                  {exportFormats[format].name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </SiteFrame>
  )
}
