import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, eachOf } from '@/app/page-parts'
import { ProductAnswers } from '@/components/products/product-answers'
import { FinishedTrials, RunningTrials } from '@/components/products/product-trials'
import { PartedPage, type PagePart } from '@/components/layout/parted-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { SourcesPart } from '@/components/ui/sources-line'
import { Lines } from '@/components/ui/words'
import { getStemCells, type CellProduct, type StemCellsView } from '@/lib/products/data'
import { figuresOnce } from '@/lib/products/figures-once'
import { askedWords } from '@/lib/products/product-questions'
import { around, claimsHref, productHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'
import type { Translate } from '@/lib/texts/translate'

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
  const { t, condition, product } = await productParts(props)
  return {
    title: `${product.name}: ${condition.name}`,
    description: t('stemCells.familyAbout', { name: product.name }),
  }
}

/** What each answer and trial shows: a figure stands in the first place that names it. */
function placeFigures({ answers, trials }: CellProduct, about: StemCellsView['about'], t: Translate) {
  const places = [
    ...answers.map(({ question, estimates }) => ({
      id: question,
      name: askedWords(question, about, t),
      estimates,
    })),
    ...trials.map(({ id, name, estimates }) => ({ id: `trial-${id}`, name, estimates })),
  ]
  const names = new Map<string, string>(places.map(({ id, name }) => [id, name]))
  const once = figuresOnce(places)
  return (place: string) => {
    const { here = [], above = [] } = once.get(place) ?? {}
    return { here, above: above.map((id) => ({ href: `#${id}`, name: names.get(id) ?? '' })) }
  }
}

export default async function ProductPage(props: Props) {
  const {
    locale,
    t,
    release,
    kit,
    termsIn,
    condition,
    sources,
    place,
    all,
    about,
    product,
    n,
    total,
    back,
    next,
  } = await productParts(props)
  const figuresOf = placeFigures(product, about, t)
  const shownIds = [...product.answers, ...product.trials].flatMap(({ estimates }) => estimates)
  const parts: PagePart[] = [
    {
      id: 'answers',
      title: t('stemCells.answers'),
      body: <ProductAnswers answers={product.answers} about={about} figuresOf={figuresOf} kit={kit} />,
    },
    {
      id: 'what-happens',
      title: t('stemCells.whatHappens'),
      body: <Lines text={product.whatHappens} kit={kit} />,
    },
    {
      id: 'trials',
      title: t('stemCells.trials'),
      body: <FinishedTrials product={product} sources={sources} figuresOf={figuresOf} kit={kit} />,
    },
    {
      id: 'running',
      title: t('stemCells.running'),
      body: <RunningTrials product={product} kit={kit} />,
    },
  ]
  const stop = (other: CellProduct | null) =>
    other ? { href: productHref(locale, condition.id, other.id), name: other.name } : null
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <PartedPage
        title={product.name}
        lead={product.whatItIs}
        parts={parts}
        kit={kit}
        above={
          <>
            <Link href={all.href}>{all.name}</Link>{' '}
            <span data-plain>{t('stemCells.kindOf', { n, total })}</span>
          </>
        }
      >
        <SourcesPart
          ids={[...product.sources, ...product.answers.flatMap((answer) => answer.sources)]}
          sources={sources}
          kit={kit}
        />
        <p className="card">{t('stemCells.ownLane')}</p>
        <WordsHere terms={termsIn(product, figureTexts(shownIds, kit.book))} kit={kit} />
        <WithinStep
          t={t}
          next={stop(next) ?? { href: claimsHref(locale, condition.id), name: t('stemCells.claims') }}
          back={stop(back)}
          all={all}
        />
      </PartedPage>
    </SiteFrame>
  )
}
