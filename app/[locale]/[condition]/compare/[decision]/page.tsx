import type { Metadata } from 'next'
import { decisionParams, decisionParts } from '@/app/page-parts'
import { mostLines, OutcomeRowPart } from '@/components/journey/outcome-row'
import { questionStops } from '@/components/journey/question-stops'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { outcomeRow, rowTexts } from '@/lib/journey/outcome-row'
import { optionHref, optionMarks, outcomeHref, stepHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = decisionParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d } = await params
  const { decision } = await decisionParts(l, c, d)
  return { title: decision.name, description: decision.question }
}

export default async function ComparePage({ params }: Props) {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, release, kit, termsIn, condition, place, decision } = await decisionParts(l, c, d)
  const { options, outcomes } = decision
  const marks = optionMarks(options.map((option) => option.id))
  const stops = questionStops(decision, condition.id, locale, t)
  const [start] = stops
  const rows = outcomes.map((outcome) => ({ outcome, row: outcomeRow(outcome.cells, options, kit.book) }))
  const terms = termsIn(
    decision.lead,
    options.map(({ short }) => short),
  )
  const rowTerms = termsIn(
    rows.map(({ outcome, row }) => [
      outcome.answer.length <= mostLines ? outcome.answer : [],
      rowTexts(row, 'first', kit.book),
    ]),
  )
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={decision.question} lead={decision.lead} kit={kit} />
      <div className="wrap sheet">
        <section className="part" aria-labelledby="the-options">
          <h2 id="the-options">{t('compare.options')}</h2>
          <p className="note">{t('options.order')}</p>
          <PickedLine conditionId={condition.id} decisionId={decision.id} t={t} />
          <ul className="cards">
            {options.map((option) => (
              <li
                key={option.id}
                data-options={option.id}
                className={`card ${marks.get(option.id)?.tone ?? ''}`}
              >
                <p className="named">
                  <span className="badge" aria-hidden="true">
                    {marks.get(option.id)?.letter}
                  </span>
                  <Link href={optionHref(locale, condition.id, option.id)}>{option.name}</Link>
                </p>
                <p>
                  <Words text={option.short} kit={kit} />
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section className="part screen" aria-labelledby="questions">
          <h2 id="questions">{t('compare.oneAtATime')}</h2>
          <p>{t('compare.oneAtATimeLead')}</p>
          {start && (
            <p>
              <Link className="go" href={start.href}>
                {t('compare.start', { question: start.name })}
              </Link>
            </p>
          )}
          <ol className="questions">
            {stops.map(({ id, name, href }) => (
              <li key={id} id={id}>
                <Link href={href}>{name}</Link>
              </li>
            ))}
          </ol>
        </section>
        <div className="rows">
          <p>
            {t('compare.sideBySide')} {t('compare.chance')}{' '}
            <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link>
          </p>
          {rows.map(({ outcome, row }) => (
            <OutcomeRowPart
              key={outcome.id}
              outcome={outcome}
              row={row}
              decision={decision}
              marks={marks}
              kit={kit}
              href={outcomeHref(locale, condition.id, decision.id, outcome.id)}
            />
          ))}
        </div>
        <p className="card">
          {t('stemCells.ownLane')}{' '}
          <Link href={stepHref(locale, condition.id, 'stemCells')}>{t('steps.stemCells')}</Link>
        </p>
        <WordsHere terms={terms} rowTerms={rowTerms.filter((term) => !terms.includes(term))} kit={kit} />
        <Onward locale={locale} t={t} conditionId={condition.id} step="compare" />
      </div>
    </SiteFrame>
  )
}
