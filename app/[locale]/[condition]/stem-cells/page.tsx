import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { conditionParams, stepParts } from '@/app/page-parts'
import { ClaimsList } from '@/components/claims/claims-list'
import { CellItems, Regulators } from '@/components/evidence/cell-items'
import { ProductPart } from '@/components/evidence/product-part'
import { ErrorPicture, TrialPicture } from '@/components/evidence/trial-picture'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { listClaims } from '@/lib/claims/data'
import { getStemCells } from '@/lib/evidence/data'
import { figureTexts } from '@/lib/words/kit'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'stemCells')
  return { title: parts.t('stemCells.title', { name: parts.condition.name.toLowerCase() }) }
}

export default async function StemCellsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place } = await stepParts(l, c, 'stemCells')
  const [cells, claims] = await Promise.all([
    getStemCells(locale, condition.id),
    listClaims(locale, condition.id),
  ])
  if (!cells) notFound()
  const shownIds = cells.products.flatMap(({ answers, trials }) =>
    [...answers, ...trials].flatMap(({ estimates }) => estimates),
  )
  const figures = (ids: readonly string[]) => ids.flatMap((id) => kit.book.estimates[id] ?? [])
  const parts: { id: string; title: string; body: React.ReactNode }[] = [
    {
      id: 'gist',
      title: t('stemCells.gist'),
      body: <Lines text={cells.about.gist} kit={kit} className="answer" />,
    },
    {
      id: 'claims',
      title: t('stemCells.claims'),
      body: (
        <>
          <p>{t('stemCells.claimsLead')}</p>
          <ClaimsList claims={claims} sources={sources} kit={kit} />
        </>
      ),
    },
    {
      id: 'products',
      title: t('stemCells.products'),
      body: cells.products.map((product) => (
        <ProductPart key={product.id} product={product} sources={sources} kit={kit} />
      )),
    },
    {
      id: 'trial-picture',
      title: t('stemCells.trialPicture'),
      body: (
        <>
          <Lines text={cells.about.trialPicture} kit={kit} />
          <TrialPicture figures={figures(cells.trialPicture)} kit={kit} />
        </>
      ),
    },
    {
      id: 'early-trials',
      title: t('stemCells.early'),
      body: (
        <>
          <Lines text={cells.about.whyEarlyTrialsLookedBetter} kit={kit} />
          <Lines text={cells.about.errorPicture} kit={kit} />
          <ErrorPicture figures={figures(cells.errorPicture)} kit={kit} />
        </>
      ),
    },
    {
      id: 'harms',
      title: t('stemCells.harms'),
      body: <CellItems items={cells.harms} sources={sources} kit={kit} />,
    },
    {
      id: 'regulators',
      title: t('stemCells.regulators'),
      body: <Regulators rows={cells.regulators} sources={sources} kit={kit} />,
    },
    {
      id: 'guidelines',
      title: t('stemCells.guidelines'),
      body: <Lines text={cells.about.guidelines} kit={kit} />,
    },
    {
      id: 'prices',
      title: t('stemCells.prices'),
      body: <CellItems items={cells.prices} sources={sources} kit={kit} />,
    },
    {
      id: 'checks',
      title: t('stemCells.checks'),
      body: <CellItems items={cells.checks} sources={sources} kit={kit} />,
    },
    {
      id: 'questions',
      title: t('stemCells.questions'),
      body: <CellItems items={cells.questions} sources={sources} kit={kit} />,
    },
  ]
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={t('stemCells.title', { name: condition.name.toLowerCase() })}
        lead={cells.about.lead ?? []}
        kit={kit}
      >
        <nav aria-label={t('condition.onThisPage')}>
          <ul className="toc">
            {parts.map((part) => (
              <li key={part.id}>
                <Link href={`#${part.id}`}>{part.title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <div className="wrap sheet">
        {parts.map((part) => (
          <section key={part.id} className="part" aria-labelledby={part.id}>
            <h2 id={part.id}>{part.title}</h2>
            {part.body}
          </section>
        ))}
        <p className="card">{t('stemCells.ownLane')}</p>
        <WordsHere terms={termsIn(cells, claims, figureTexts(shownIds, kit.book))} kit={kit} />
        <Onward locale={locale} t={t} conditionId={condition.id} step="stemCells" />
      </div>
    </SiteFrame>
  )
}
