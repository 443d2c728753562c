import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { decisionParams, decisionParts } from '@/app/page-parts'
import { AnswerRatings } from '@/components/journey/answer-ratings'
import { MainStudies, Studies } from '@/components/journey/outcome-parts'
import { nextStop, QuestionFoot, QuestionOpening } from '@/components/journey/question-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import { getDecision } from '@/lib/journey/data'
import { optionsOf, outcomeRow, rowTexts } from '@/lib/journey/outcome-row'
import { optionMarks } from '@/lib/journey/steps'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await Promise.all(
    (await decisionParams()).map(async (params) => {
      const decision = await getDecision(params.locale, params.condition, params.decision)
      return (decision?.outcomes ?? []).map(({ id }) => ({ ...params, outcome: id }))
    }),
  )
  return all.flat()
}

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/[outcome]'>

async function partsOf({ params }: Props) {
  const { locale, condition, decision, outcome: id } = await params
  const parts = await decisionParts(locale, condition, decision)
  const outcome = parts.decision.outcomes.find((other) => other.id === id)
  return outcome ? { ...parts, outcome } : notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t, decision, outcome } = await partsOf(props)
  return {
    title: `${outcome.question} ${decision.name}`,
    description: t('compare.questionAbout', { question: outcome.question }),
  }
}

export default async function QuestionPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, place, decision, outcome } = await partsOf(props)
  const { options } = decision
  const marks = optionMarks(options.map((option) => option.id))
  const row = outcomeRow(outcome.cells, options, kit.book)
  const here = { decision, at: outcome.id, conditionId: condition.id, kit }
  const next = nextStop(here)
  const moreOptions = row.more.map(optionsOf)
  const terms = termsIn(outcome.answer, rowTexts(row, 'all', kit.book))
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <QuestionOpening {...here} />
      <div className="wrap sheet">
        <div className="part">
          <PickedLine conditionId={condition.id} decisionId={decision.id} t={t} />
          <div className="in-words">
            <Lines text={outcome.answer} kit={kit} className="answer" />
          </div>
        </div>
        <section className="part" aria-labelledby="main-studies">
          <h2 id="main-studies">{t('compare.mainStudies')}</h2>
          {row.first.length > 0 && (
            <p>
              {t('compare.chance')} <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link>
            </p>
          )}
          {row.isSeveral && <p className="flag">{t('compare.differentStudies')}</p>}
          <MainStudies row={row} options={options} marks={marks} kit={kit} />
        </section>
        {row.first.length > 0 && (
          <section className="part" aria-labelledby="how-sure">
            <AnswerRatings
              title={<h2 id="how-sure">{t('ratings.each')}</h2>}
              cells={outcome.cells}
              options={options}
              marks={marks}
              kit={kit}
            />
          </section>
        )}
        {row.more.length > 0 && (
          <section
            className="part"
            aria-labelledby="more-studies"
            data-options={
              moreOptions.every((ids) => ids.length > 0)
                ? [...new Set(moreOptions.flat())].join(' ')
                : undefined
            }
          >
            <h2 id="more-studies" data-plain>
              {t('compare.moreStudies', { count: row.more.length })}
            </h2>
            <p className="screen">
              {t('compare.moreLead')} <Link href={next.href}>{t('within.next', { name: next.name })}</Link>
            </p>
            <Studies studies={row.more} options={options} marks={marks} kit={kit} />
          </section>
        )}
        <WordsHere terms={terms} kit={kit} />
        <QuestionFoot {...here} />
      </div>
    </SiteFrame>
  )
}
