import { notFound } from 'next/navigation'
import { cellMetadata, cellParts, conditionParams } from '@/app/page-parts'
import { FoldedItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'
import { getStemCells } from '@/lib/products/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/find-a-trial'>

export const generateMetadata = cellMetadata('find-a-trial')

export default async function FindTrialPage({ params }: Props) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const cells = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  const { t, kit, termsIn, sources } = parts
  return (
    <CellPage
      page="find-a-trial"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('stemCells.checksLead')]}
      terms={termsIn(cells.checks)}
    >
      <div id="checks">
        <FoldedItems items={cells.checks} sources={sources} kit={kit} />
      </div>
    </CellPage>
  )
}
