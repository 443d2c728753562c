import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { PartedPage, type PagePart } from '@/components/layout/parted-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { getStemCells } from '@/lib/products/data'
import { regulatorsHref, stepHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/before-you-pay'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition: c } = await params
  const { t, condition, name } = await cellParts(locale, c)
  return {
    title: t('stemCells.beforePayingOf', { name: condition.name }),
    description: t('stemCells.beforePayingAbout', { name }),
  }
}

export default async function BeforePayingPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place, name, all } = await cellParts(l, c)
  const cells = await getStemCells(locale, condition.id)
  if (!cells) notFound()
  const { checks, questions, prices } = cells
  const parts: PagePart[] = [
    {
      id: 'checks',
      title: t('stemCells.checks'),
      body: <CellItems items={checks} sources={sources} kit={kit} />,
    },
    {
      id: 'questions',
      title: t('stemCells.questions'),
      body: <CellItems items={questions} sources={sources} kit={kit} />,
    },
    {
      id: 'prices',
      title: t('stemCells.prices'),
      body: <CellItems items={prices} sources={sources} kit={kit} />,
    },
  ]
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <PartedPage
        title={t('stemCells.beforePayingOf', { name })}
        lead={[t('stemCells.beforePayingLead')]}
        parts={parts}
        kit={kit}
        above={<Link href={all.href}>{all.name}</Link>}
      >
        <WordsHere terms={termsIn(checks, questions, prices)} kit={kit} />
        <WithinStep
          t={t}
          next={{ href: stepHref(locale, condition.id, 'matters'), name: t('steps.matters') }}
          back={{ href: regulatorsHref(locale, condition.id), name: t('stemCells.regulators') }}
          all={all}
        />
      </PartedPage>
    </SiteFrame>
  )
}
