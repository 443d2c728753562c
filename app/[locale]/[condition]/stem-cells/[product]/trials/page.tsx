import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, eachOf } from '@/app/page-parts'
import { PartedPage, type PagePart } from '@/components/layout/parted-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { FinishedTrials, RunningTrials } from '@/components/products/product-trials'
import Link from '@/components/ui/link'
import { SourcesPart } from '@/components/ui/sources-line'
import { productHref } from '@/lib/journey/steps'
import { getStemCells } from '@/lib/products/data'
import { figureTexts } from '@/lib/sentences/kit'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(async (...at) => (await getStemCells(...at))?.products ?? [])
  return all.map(({ id, ...params }) => ({ ...params, product: id }))
}

type Props = PageProps<'/[locale]/[condition]/stem-cells/[product]/trials'>

async function trialParts({ params }: Props) {
  const { locale, condition, product: id } = await params
  const parts = await cellParts(locale, condition)
  const { products } = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  return { ...parts, product: products.find((product) => product.id === id) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, t, condition, product } = await trialParts(props)
  return {
    title: labelled(t('stemCells.trialsOf', { name: product.name }), condition.name, locale),
    description: t('stemCells.trialsAbout', { name: product.name }),
  }
}

export default async function ProductTrialsPage(props: Props) {
  const parts = await trialParts(props)
  const { locale, t, release, kit, termsIn, condition, sources, place, all, product } = parts
  const shownIds = product.trials.flatMap(({ estimates }) => estimates)
  const trials: PagePart[] = [
    {
      id: 'trials',
      title: t('stemCells.trials'),
      body: <FinishedTrials product={product} sources={sources} kit={kit} />,
    },
    {
      id: 'running',
      title: t('stemCells.running'),
      body: <RunningTrials product={product} kit={kit} />,
    },
  ]
  const family = { href: productHref(locale, condition.id, product.id), name: product.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <PartedPage
        title={t('stemCells.trialsOf', { name: product.name })}
        lead={[]}
        parts={trials}
        kit={kit}
        above={
          <>
            <Link href={all.href}>{all.name}</Link> <Link href={family.href}>{family.name}</Link>
          </>
        }
      >
        <SourcesPart
          ids={[...product.trials, ...product.running].map((trial) => trial.source)}
          sources={sources}
          kit={kit}
        />
        <WithinStep t={t} next={null} back={family} all={all} />
      </PartedPage>
      <WordsHere
        terms={termsIn(product.trials, product.running, figureTexts(shownIds, kit.book))}
        kit={kit}
      />
    </SiteFrame>
  )
}
