import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'
import { getStemCells } from '@/lib/products/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/harms'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t, condition: of, name } = await cellParts(locale, condition)
  return {
    title: `${t('stemCells.pages.harms.name')}: ${of.name}`,
    description: t('stemCells.pages.harms.about', { name }),
  }
}

export default async function HarmsPage({ params }: Props) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const cells = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  const { t, kit, termsIn, sources } = parts
  return (
    <CellPage
      page="harms"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('stemCells.harmsLead')]}
      terms={termsIn(cells.harms)}
    >
      <div className="part" id="harms">
        <CellItems items={cells.harms} sources={sources} kit={kit} />
      </div>
    </CellPage>
  )
}
