import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, conditionParams } from '@/app/page-parts'
import { Regulators } from '@/components/products/cell-items'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { SourcesPart } from '@/components/ui/sources-line'
import { getStemCells } from '@/lib/products/data'
import { beforePayingHref, claimsHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/regulators'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition: c } = await params
  const { t, condition, name } = await cellParts(locale, c)
  return {
    title: t('stemCells.regulatorsOf', { name: condition.name }),
    description: t('stemCells.regulatorsAbout', { name }),
  }
}

export default async function RegulatorsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place, name, all } = await cellParts(l, c)
  const regulators = (await getStemCells(locale, condition.id))?.regulators
  if (!regulators) notFound()
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('stemCells.regulatorsOf', { name })}
        lead={[t('stemCells.regulatorsLead')]}
        kit={kit}
        above={<Link href={all.href}>{all.name}</Link>}
      />
      <div className="wrap sheet">
        <div className="part">
          <Regulators rows={regulators} kit={kit} />
        </div>
        <SourcesPart ids={regulators.flatMap((row) => row.sources)} sources={sources} kit={kit} />
        <WordsHere terms={termsIn(regulators)} kit={kit} />
        <WithinStep
          t={t}
          next={{ href: beforePayingHref(locale, condition.id), name: t('stemCells.beforePaying') }}
          back={{ href: claimsHref(locale, condition.id), name: t('stemCells.claims') }}
          all={all}
        />
      </div>
    </SiteFrame>
  )
}
