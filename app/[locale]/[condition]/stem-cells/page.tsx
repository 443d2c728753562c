import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { ProductLane } from '@/components/products/product-lane'
import { ErrorPicture, TrialPicture } from '@/components/products/trial-picture'
import { Onward } from '@/components/layout/onward'
import { PartedPage, type PagePart } from '@/components/layout/parted-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { getStemCells } from '@/lib/products/data'
import { beforePayingHref, claimsHref, regulatorsHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition: c } = await params
  const { t, name, all } = await cellParts(locale, c)
  return { title: all.name, description: t('stemCells.about', { name }) }
}

/** Parts that stand on pages of their own, each an anchor here that old links lead to. */
const partsBeforePaying = ['regulators', 'checks', 'questions', 'prices'] as const

export default async function StemCellsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place, all } = await cellParts(l, c)
  const cells = await getStemCells(locale, condition.id)
  if (!cells) notFound()
  const { about, products, harms } = cells
  const figures = (ids: readonly string[]) => ids.flatMap((id) => kit.book.estimates[id] ?? [])
  const parts: PagePart[] = [
    {
      id: 'gist',
      title: t('stemCells.gist'),
      body: <Lines text={about.gist} kit={kit} className="answer" />,
    },
    {
      id: 'claims',
      title: t('stemCells.claims'),
      body: (
        <>
          <p>{t('stemCells.claimsLead')}</p>
          <p>
            <Link className="go second" href={claimsHref(locale, condition.id)}>
              {t('stemCells.claimsMore')}
            </Link>
          </p>
        </>
      ),
    },
    {
      id: 'products',
      title: t('stemCells.products'),
      body: (
        <>
          <nav className="screen" aria-label={t('stemCells.products')}>
            <ul className="ways">
              {products.map(({ id, name }) => (
                <li key={id}>
                  <Link href={`#product-${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="note">{t('stemCells.harmSeenMeans')}</p>
          {products.map((product) => (
            <ProductLane
              key={product.id}
              product={product}
              about={about}
              conditionId={condition.id}
              kit={kit}
            />
          ))}
        </>
      ),
    },
    {
      id: 'trial-picture',
      title: t('stemCells.trialPicture'),
      body: (
        <>
          <Lines text={about.trialPicture} kit={kit} />
          <TrialPicture figures={figures(cells.trialPicture)} kit={kit} />
        </>
      ),
    },
    {
      id: 'early-trials',
      title: t('stemCells.early'),
      body: (
        <>
          <Lines text={about.whyEarlyTrialsLookedBetter} kit={kit} />
          <Lines text={about.errorPicture} kit={kit} />
          <ErrorPicture figures={figures(cells.errorPicture)} kit={kit} />
        </>
      ),
    },
    {
      id: 'harms',
      title: t('stemCells.harms'),
      body: <CellItems items={harms} sources={sources} kit={kit} />,
    },
    {
      id: 'guidelines',
      title: t('stemCells.guidelines'),
      body: <Lines text={about.guidelines} kit={kit} />,
    },
    {
      id: 'before-you-pay',
      title: t('stemCells.beforePaying'),
      body: (
        <>
          <p>{t('stemCells.beforePayingLead')}</p>
          <ul className="ways">
            {partsBeforePaying.map((part) => (
              <li key={part} id={part}>
                <Link
                  href={
                    part === 'regulators'
                      ? regulatorsHref(locale, condition.id)
                      : beforePayingHref(locale, condition.id, part)
                  }
                >
                  {t(`stemCells.${part}`)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ),
    },
  ]
  const shown = figureTexts([...cells.trialPicture, ...cells.errorPicture], kit.book)
  const lane = products.map(({ name, whatItIs, answers }) => [
    name,
    whatItIs,
    answers.map(({ text }) => text),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <PartedPage title={all.name} lead={about.lead ?? []} parts={parts} kit={kit}>
        <p className="card">{t('stemCells.ownLane')}</p>
        <WordsHere terms={termsIn(about, lane, harms, shown)} kit={kit} />
        <Onward locale={locale} t={t} conditionId={condition.id} step="stemCells" />
      </PartedPage>
    </SiteFrame>
  )
}
