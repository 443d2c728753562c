import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { ReviewClaims, ReviewFigures, ReviewPieces, SignHere } from '@/components/reviews/review-sheet'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { listClaims } from '@/lib/claims/data'
import { getReviewPieces } from '@/lib/reviews/data'
import { listDecisions, listOptions } from '@/lib/journey/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/review/[condition]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'condition')
  return { title: parts.t('review.title', { name: parts.condition.name }), robots: { index: false } }
}

/** A sheet for a clinician who reviews one illness: on paper or on screen, without any script. */
export default async function ReviewPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, condition, sources, ...parts } = await stepParts(l, c, 'condition')
  const kit = { ...parts.kit, terms: null } // a clinician needs no words explained
  const [claims, pieces, options, decisions] = await Promise.all([
    listClaims(locale, condition.id),
    getReviewPieces(locale, condition.id),
    listOptions(locale, condition.id),
    listDecisions(locale, condition.id),
  ])
  const whole = {
    condition: t('steps.condition'),
    'stem-cells': t('steps.stemCells'),
    claims: t('stemCells.pages.claims.name'),
    matters: t('steps.matters'),
    quiz: t('steps.check'),
    glossary: t('site.glossary'),
  }
  const names = new Map([
    ...Object.entries(whole).map(([id, name]): [string, string] => [
      `${condition.id}/${id}`,
      `${condition.name}: ${name}`,
    ]),
    ...options.map(({ id, name }): [string, string] => [`${condition.id}/options/${id}`, name]),
    ...decisions.map(({ id, name }): [string, string] => [`${condition.id}/decisions/${id}`, name]),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening
        title={t('review.title', { name: condition.name })}
        lead={[t('review.lead'), t('review.how')]}
        kit={kit}
      />
      <div className="wrap sheet" data-review-sheet={condition.id}>
        <ReviewPieces pieces={pieces} names={names} kit={kit} />
        <ReviewClaims claims={claims} sources={sources} kit={kit} />
        <ReviewFigures
          figures={Object.values(kit.book.estimates)}
          facts={Object.values(kit.book.facts)}
          sources={sources}
          kit={kit}
        />
        <section className="part" aria-labelledby="statements">
          <h2 id="statements">{t('review.statements')}</h2>
          <p>{t('review.statementsText')}</p>
        </section>
        <SignHere kit={kit} />
      </div>
    </SiteFrame>
  )
}
