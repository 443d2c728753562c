import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { CellPage } from '@/components/products/cell-page'
import { ErrorPicture } from '@/components/products/error-picture'
import { PretendTrials } from '@/components/products/pretend-trials'
import { Lines } from '@/components/ui/words'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/early-trials'>

export const generateMetadata = cellMetadata('early-trials')

export default async function EarlyTrialsPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn } = parts
  const { about } = cells
  const why = about.whyEarlyTrialsLookedBetter ?? []
  const picture = cells.errorPicture.flatMap((id) => kit.book.estimates[id] ?? [])
  /** Where a picture shows it, fewer lines stand above it. */
  const shown = picture.length > 0 ? 2 : 4
  return (
    <CellPage
      page="early-trials"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={why.slice(0, shown)}
      terms={termsIn(why, about.errorPicture)}
    >
      {picture.length > 0 && (
        <section className="part" aria-labelledby="error-picture">
          <h2 id="error-picture">{t('stemCells.moreErrors')}</h2>
          <ErrorPicture figures={picture} kit={kit} />
          <Lines text={about.errorPicture} kit={kit} className="note" />
        </section>
      )}
      <PretendTrials products={cells.products} conditionId={parts.condition.id} kit={kit} />
      {why.length > shown && (
        <details>
          <summary>{t('stemCells.moreOnThis')}</summary>
          <div>
            <Lines text={why.slice(shown)} kit={kit} />
          </div>
        </details>
      )}
    </CellPage>
  )
}
