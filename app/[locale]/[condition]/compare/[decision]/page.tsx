import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { conditionParams, stepParts } from '@/app/page-parts'
import { DaysTable } from '@/components/journey/days-table'
import { OutcomeSection } from '@/components/journey/outcome-section'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { getDecision, listDecisions } from '@/lib/journey/data'
import { optionMarks, stepHref } from '@/lib/journey/steps'
import { stringsOf } from '@/lib/words/terms'

export const dynamicParams = false

export async function generateStaticParams() {
  const conditions = await conditionParams()
  const all = await Promise.all(
    conditions.map(async ({ locale, condition }) =>
      (await listDecisions('en', condition)).map(({ id }) => ({ locale, condition, decision: id })),
    ),
  )
  return all.flat()
}

type Props = PageProps<'/[locale]/[condition]/compare/[decision]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, condition } = await stepParts(l, c, 'compare')
  const decision = await getDecision(locale, condition.id, d)
  return { title: decision?.name ?? condition.name, description: decision?.question }
}

export default async function ComparePage({ params }: Props) {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, release, kit, termsIn, condition, place } = await stepParts(l, c, 'compare', {
    decision: d,
  })
  const decision = await getDecision(locale, condition.id, d)
  if (!decision) notFound()
  const marks = optionMarks(decision.options.map((option) => option.id))
  const notes = Object.values(kit.book.estimates).flatMap((figure) => figure.noteWords)
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={decision.question} lead={decision.lead} kit={kit} />
      <div className="wrap sheet">
        <section className="part" aria-labelledby="the-options">
          <h2 id="the-options">{t('compare.options')}</h2>
          <p className="note">{t('options.order')}</p>
          <PickedLine conditionId={condition.id} decisionId={decision.id} t={t} />
          <ul className="cards">
            {decision.options.map((option) => (
              <li
                key={option.id}
                data-options={option.id}
                className={`card ${marks.get(option.id)?.tone ?? ''}`}
              >
                <p className="named">
                  <span className="badge" aria-hidden="true">
                    {marks.get(option.id)?.letter}
                  </span>
                  <Link href={`${stepHref(locale, condition.id, 'options')}#${option.id}`}>
                    {option.name}
                  </Link>
                </p>
                <p>
                  <Words text={option.short} kit={kit} />
                </p>
              </li>
            ))}
          </ul>
          <nav aria-label={t('compare.questions')}>
            <ul className="toc">
              {decision.outcomes.map((outcome) => (
                <li key={outcome.id}>
                  <Link href={`#${outcome.id}`}>{outcome.question}</Link>
                </li>
              ))}
              <li>
                <Link href="#days">{t('compare.days')}</Link>
              </li>
            </ul>
          </nav>
          <p>
            {t('compare.chance')} <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link>
          </p>
        </section>
        {decision.outcomes.map((outcome) => (
          <OutcomeSection key={outcome.id} outcome={outcome} decision={decision} marks={marks} kit={kit} />
        ))}
        <section className="part" aria-labelledby="days">
          <h2 id="days">{t('compare.days')}</h2>
          <DaysTable options={decision.options} marks={marks} kit={kit} />
        </section>
        <p className="card">
          {t('stemCells.ownLane')}{' '}
          <Link href={stepHref(locale, condition.id, 'stemCells')}>{t('steps.stemCells')}</Link>
        </p>
        <WordsHere terms={termsIn(decision, stringsOf(notes))} kit={kit} />
        <Onward locale={locale} t={t} conditionId={condition.id} step="compare" />
      </div>
    </SiteFrame>
  )
}
