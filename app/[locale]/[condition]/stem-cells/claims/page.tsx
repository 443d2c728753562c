import { cellMetadata, cellParts, conditionParams } from '@/app/page-parts'
import { ClaimsList, VerdictKey } from '@/components/claims/claims-list'
import { CellPage } from '@/components/products/cell-page'
import { listClaims } from '@/lib/claims/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/claims'>

export const generateMetadata = cellMetadata('claims')

export default async function ClaimsPage({ params }: Props) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const { t, kit, termsIn, sources } = parts
  const claims = await listClaims(parts.locale, parts.condition.id)
  const lead = [t('stemCells.claimsLead')]
  return (
    <CellPage page="claims" frame={parts} kit={kit} all={parts.all} lead={lead} terms={termsIn(lead, claims)}>
      <VerdictKey claims={claims} kit={kit} />
      <ClaimsList claims={claims} sources={sources} kit={kit} />
    </CellPage>
  )
}
