import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { getSource, listSources } from '@/lib/evidence/data'
import { writtenDay } from '@/lib/words/translate'

export const dynamicParams = false

export async function generateStaticParams() {
  return (await listSources()).map(({ id }) => ({ locale: 'en', source: id }))
}

type Props = PageProps<'/[locale]/sources/[source]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getSource((await params).source))?.title }
}

export default async function SourcePage({ params }: Props) {
  const { locale: l, source: id } = await params
  const { locale, t, release, kit } = await siteParts(l)
  const source = await getSource(id)
  if (!source) notFound()
  const rows: [string, React.ReactNode][] = [
    [t('source.field.kind'), t(`source.kind.${source.kind}`)],
    [t('source.field.authors'), source.authors],
    [t('source.field.where'), [source.container, source.year].filter(Boolean).join(', ')],
    [t('source.field.people'), source.people === null ? null : t('numbers.people', { count: source.people })],
    [t('source.field.status'), t(`source.statusName.${source.status}`)],
    [
      t('source.field.read'),
      `${t(source.tier === 'A' ? 'source.tierA' : 'source.tierB')} ${t(`source.readAs.${source.readAs}`)}`,
    ],
    ['DOI', source.doi],
    ['PubMed', source.pmid],
    [t('source.field.trial'), source.nct],
    [t('source.field.address'), source.url],
    [t('source.field.checked'), writtenDay(source.checkedOn, locale)],
    [t('source.field.again'), writtenDay(source.nextReview, locale)],
  ]
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={source.title} kit={kit} />
      <div className="wrap sheet">
        <dl className="facts part" data-plain data-source={source.id}>
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {source.titleIsShort && <p className="note">{t('source.titleIsShort')}</p>}
      </div>
    </SiteFrame>
  )
}
