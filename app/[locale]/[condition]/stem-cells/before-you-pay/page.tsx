import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'
import { Ways } from '@/components/products/ways'
import { Lines } from '@/components/ui/words'
import { waysTo } from '@/lib/products/cell-ways'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/before-you-pay'>

export const generateMetadata = cellMetadata('before-you-pay')

export default async function BeforePayingPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn, sources } = parts
  /** Ten can be taken along to a talk; the others stand one tap down. */
  const asked = 10
  return (
    <CellPage
      page="before-you-pay"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('stemCells.beforePayingLead')]}
      terms={termsIn(cells.prices, cells.questions, cells.about.priceGist)}
    >
      <section className="part" aria-labelledby="prices">
        <h2 id="prices">{t('stemCells.prices')}</h2>
        <Lines text={cells.about.priceGist} kit={kit} className="answer" />
        <details>
          <summary>{t('stemCells.allPrices')}</summary>
          <div>
            <CellItems items={cells.prices} sources={sources} kit={kit} />
          </div>
        </details>
      </section>
      <section className="part" aria-labelledby="questions">
        <h2 id="questions">{t('stemCells.questions')}</h2>
        <CellItems items={cells.questions.slice(0, asked)} sources={sources} kit={kit} isOrdered />
        {cells.questions.length > asked && (
          <details>
            <summary>{t('stemCells.moreQuestions')}</summary>
            <div>
              <CellItems items={cells.questions.slice(asked)} sources={sources} kit={kit} />
            </div>
          </details>
        )}
      </section>
      <Ways ways={waysTo(['find-a-trial', 'harms', 'regulators'], parts)} />
    </CellPage>
  )
}
