import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { decisionParams, stepParts } from '@/app/page-parts'
import { Blanks, Studies } from '@/components/journey/outcome-parts'
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
      const decision = await getDecision('en', params.condition, params.decision)
      return (decision?.outcomes ?? []).map(({ id }) => ({ ...params, outcome: id }))
    }),
  )
  return all.flat()
}

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/[outcome]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d, outcome: o } = await params
  const { locale, t, condition } = await stepParts(l, c, 'compare')
  const decision = await getDecision(locale, condition.id, d)
  const outcome = decision?.outcomes.find(({ id }) => id === o)
  if (!decision || !outcome) return { title: condition.name }
  return {
    title: `${outcome.question} ${decision.name}`,
    description: t('compare.questionAbout', { question: outcome.question }),
  }
}

export default async function QuestionPage({ params }: Props) {
  const { locale: l, condition: c, decision: d, outcome: o } = await params
  const { locale, t, release, kit, termsIn, condition, place } = await stepParts(l, c, 'compare', {
    decision: d,
  })
  const decision = await getDecision(locale, condition.id, d)
  const outcome = decision?.outcomes.find(({ id }) => id === o)
  if (!decision || !outcome) notFound()
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
          <Studies studies={row.first} options={options} marks={marks} kit={kit} />
          <Blanks blanks={row.blanks} marks={marks} kit={kit} />
        </section>
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
