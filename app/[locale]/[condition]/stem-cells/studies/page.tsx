import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { AllTrials } from '@/components/products/all-trials'
import { CellPage } from '@/components/products/cell-page'
import { TrialPicture } from '@/components/products/trial-picture'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { cellPageHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/studies'>

export const generateMetadata = cellMetadata('studies')

export default async function StudiesPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn } = parts
  const { about } = cells
  const picture = cells.trialPicture.flatMap((id) => kit.book.estimates[id] ?? [])
  return (
    <CellPage
      page="studies"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={about.lead?.slice(1) ?? []}
      terms={termsIn(
        about.lead,
        about.gistMore,
        about.trialPicture,
        figureTexts(cells.trialPicture, kit.book),
      )}
    >
      {about.gistMore && (
        <section className="part" aria-labelledby="found">
          <h2 id="found">{t('stemCells.found')}</h2>
          <Lines text={about.gistMore} kit={kit} />
        </section>
      )}
      {picture.length > 0 && (
        <section className="part" aria-labelledby="trial-picture">
          <h2 id="trial-picture">{t('stemCells.trialPicture')}</h2>
          <Lines text={about.trialPicture} kit={kit} />
          <TrialPicture figures={picture} kit={kit} />
        </section>
      )}
      <AllTrials products={cells.products} conditionId={parts.condition.id} kit={kit} />
      {/* What guidelines say has a page of its own: old links still lead to it. */}
      <p id="guidelines">
        <Link href={cellPageHref(parts.locale, parts.condition.id, 'guidelines')}>
          {t('stemCells.guidelines')}
        </Link>
      </p>
    </CellPage>
  )
}
