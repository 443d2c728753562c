import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, eachOf } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { ProductAnswers } from '@/components/products/product-answers'
import { WayToTrials } from '@/components/products/way-to-trials'
import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { Lines } from '@/components/ui/words'
import { around, cellPageHref, productHref } from '@/lib/journey/steps'
import { getStemCells, type CellProduct, type StemCellsView } from '@/lib/products/data'
import { figuresOnce } from '@/lib/products/figures-once'
import { askedWords } from '@/lib/products/product-questions'
import { figureTexts } from '@/lib/sentences/kit'
import type { Translate } from '@/lib/texts/translate'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(async (...at) => (await getStemCells(...at))?.products ?? [])
  return all.map(({ id, ...params }) => ({ ...params, product: id }))
}

type Props = PageProps<'/[locale]/[condition]/stem-cells/[product]'>

/** The page's parts of the site, the family it shows, and those before and after it. */
async function productParts({ params }: Props) {
  const { locale, condition, product: id } = await params
  const parts = await cellParts(locale, condition)
  const { products, about } = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  const { item: product, n, back, next } = around(products, id) ?? notFound()
  return { ...parts, about, product, n, total: products.length, back, next }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, t, condition, product } = await productParts(props)
  return {
    title: labelled(product.name, condition.name, locale),
    description: t('stemCells.familyAbout', { name: product.name }),
  }
}

/** What each answer shows: a figure stands under the first question that names it, and later ones lead back to it. */
function placeFigures({ answers }: CellProduct, about: StemCellsView['about'], t: Translate) {
  const once = figuresOnce(answers.map(({ question, estimates }) => ({ id: question, estimates })))
  const names = new Map<string, string>(
    answers.map(({ question }) => [question, askedWords(question, about, t)]),
  )
  return (place: string) => {
    const { here = [], above = [] } = once.get(place) ?? {}
    return { here, above: above.map((id) => ({ href: `#${id}`, name: names.get(id) ?? '' })) }
  }
}

export default async function ProductPage(props: Props) {
  const parts = await productParts(props)
  const { locale, t, release, kit, termsIn, condition, sources, place, all } = parts
  const { about, product, n, total, back, next } = parts
  const shownIds = product.answers.flatMap(({ estimates }) => estimates)
  const stop = (other: CellProduct | null) =>
    other ? { href: productHref(locale, condition.id, other.id), name: other.name } : null
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={product.name}
        lead={product.whatItIs}
        kit={kit}
        above={
          <>
            <Link href={all.href}>{all.name}</Link>{' '}
            <span data-plain>{t('stemCells.kindOf', { n, total })}</span>
          </>
        }
      />
      <div className="wrap sheet cells">
        <div id="answers">
          <ProductAnswers
            answers={product.answers}
            about={about}
            figuresOf={placeFigures(product, about, t)}
            kit={kit}
          />
        </div>
        <details id="what-happens">
          <summary>{t('stemCells.whatHappens')}</summary>
          <div>
            <Lines text={product.whatHappens} kit={kit} />
          </div>
        </details>
        <SourcesList
          ids={[
            ...product.sources,
            ...product.answers.flatMap((answer) => answer.sources),
            ...[...product.trials, ...product.running].map((trial) => trial.source),
          ]}
          sources={sources}
          kit={kit}
        />
        <WayToTrials product={product} conditionId={condition.id} kit={kit} />
        <p className="note">{t('stemCells.ownLane')}</p>
        <WithinStep
          t={t}
          next={
            stop(next) ?? {
              href: cellPageHref(locale, condition.id, 'claims'),
              name: t('stemCells.pages.claims.name'),
            }
          }
          back={stop(back)}
          all={all}
        />
      </div>
      <WordsHere terms={termsIn(product, figureTexts(shownIds, kit.book))} kit={kit} />
    </SiteFrame>
  )
}
