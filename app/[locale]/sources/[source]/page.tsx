import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import { OtherSources, SourcePlaces } from '@/components/sources/source-context'
import { SourceMeasures } from '@/components/sources/source-measures'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { InEnglish } from '@/components/ui/sources-line'
import { getSource, listSourceIds } from '@/lib/sources/data'
import { getSourceUse } from '@/lib/places/data'
import { namesOf } from '@/lib/sources/citation'
import { sourceLinks } from '@/lib/sources/source-links'
import { listConditions } from '@/lib/journey/data'
import { asWritten } from '@/lib/texts/languages'
import { locales, writtenDay } from '@/lib/texts/translate'

export const dynamicParams = false

export async function generateStaticParams() {
  const ids = await listSourceIds()
  return locales.flatMap((locale) => ids.map((id) => ({ locale, source: id })))
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
  const [use, conditions] = await Promise.all([getSourceUse(locale, id), listConditions(locale)])
  const links = sourceLinks(source)
  const written = (text: string | null) => text && <span {...asWritten(locale)}>{text}</span>
  const rows: [string, React.ReactNode][] = [
    [t('source.field.kind'), t(`source.kind.${source.kind}`)],
    [t('source.field.authors'), written(namesOf(source.authors))],
    [t('source.field.where'), written([source.container, source.year].filter(Boolean).join(', '))],
    [t('source.field.people'), source.people === null ? null : t('numbers.people', { count: source.people })],
    [t('source.field.status'), t(`source.statusName.${source.status}`)],
    [
      t('source.field.read'),
      <>
        {t(source.tier === 'A' ? 'source.tierA' : 'source.tierB')} {t(`source.readAs.${source.readAs}`)}{' '}
        {written(source.note)}
      </>,
    ],
    ...links.map(({ field, text, href }): [string, React.ReactNode] => [
      field === 'doi' ? 'DOI' : field === 'pmid' ? 'PubMed' : t(`source.field.${field}`),
      // Nothing is loaded from there: the person chooses to go, and the page does not say where they came from.
      href ? (
        <Link href={href} rel="noreferrer external">
          {text}
        </Link>
      ) : (
        text
      ),
    ]),
    [t('source.field.checked'), writtenDay(source.checkedOn, locale)],
    [t('source.field.again'), writtenDay(source.nextReview, locale)],
  ]
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={<span {...asWritten(locale)}>{source.title}</span>} kit={kit} />
      <div className="wrap sheet">
        <p data-status-of={source.id} className="flag" hidden={source.status === 'current'}>
          <strong>{source.status === 'current' ? '' : t(`source.${source.status}`)}</strong>
        </p>
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
        <InEnglish kit={kit} />
        {source.titleIsShort && <p className="note">{t('source.titleIsShort')}</p>}
        {links.some(({ href }) => href) && <p className="note screen">{t('library.opens')}</p>}
        <SourceMeasures use={use} kit={kit} />
        <OtherSources use={use} kit={kit} />
        <SourcePlaces
          use={use}
          conditionNames={new Map(conditions.map((condition) => [condition.id, condition.name]))}
          kit={kit}
        />
      </div>
    </SiteFrame>
  )
}
