import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { FoldedItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/find-a-trial'>

export const generateMetadata = cellMetadata('find-a-trial')

export default async function FindTrialPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn, sources } = parts
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
