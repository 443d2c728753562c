import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { Regulators } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'
import { SourcesPart } from '@/components/ui/sources-line'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/regulators'>

export const generateMetadata = cellMetadata('regulators')

export default async function RegulatorsPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn, sources } = parts
  return (
    <CellPage
      page="regulators"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('stemCells.regulatorsLead')]}
      terms={termsIn(cells.regulators)}
    >
      <div className="part">
        <Regulators rows={cells.regulators} kit={kit} />
      </div>
      <SourcesPart ids={cells.regulators.flatMap((row) => row.sources)} sources={sources} kit={kit} />
    </CellPage>
  )
}
