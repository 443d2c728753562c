import type { Metadata } from 'next'
import { outcomeParams, outcomeParts } from '@/app/page-parts'
import { AnswerPictures } from '@/components/glance/answer-pictures'
import { kindWithout, WithoutFigure } from '@/components/glance/without-figure'
import { QuestionFoot, QuestionOpening } from '@/components/journey/question-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { PickedLine } from '@/components/packets/picked-line'
import Link from '@/components/ui/link'
import { glanceCells } from '@/lib/glance/glance-cell'
import { outcomeRow } from '@/lib/journey/outcome-row'
import { optionHref, optionMarks, studiesHref } from '@/lib/journey/steps'
import { sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = outcomeParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/[outcome]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, t, decision, outcome } = await outcomeParts(props)
  return {
    title: sentences([outcome.question, decision.name], locale),
    description: t('compare.questionAbout', { question: outcome.question }),
  }
}

/** The picture layer of one question: the main figures of each option in large pictures, who they are and how sure. */
export default async function QuestionPage(props: Props) {
  const { locale, t, release, kit, condition, place, decision, outcome } = await outcomeParts(props)
  const { options } = decision
  const ids = options.map(({ id }) => id)
  const named = { marks: optionMarks(ids), names: new Map(options.map(({ id, name }) => [id, name])) }
  const cells = glanceCells(outcome.cells, ids, kit.book, outcome.tone)
  const { first, more } = outcomeRow(outcome.cells, options, kit.book)
  const pageOf = (option: string) => optionHref(locale, condition.id, option, decision.id)
  const here = { decision, at: outcome.id, conditionId: condition.id, kit }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <QuestionOpening {...here} />
      <div className="wrap sheet answers" id="main-studies">
        <PickedLine conditionId={condition.id} decisionId={decision.id} locale={locale} t={t} />
        <p className="how">{sentences([t('glance.pictures'), t('compare.chance')], locale)}</p>
        {options.map((option) => {
          const cell = cells.get(option.id)
          if (!cell || kindWithout(cell) !== null || !('items' in cell)) return null
          return (
            <AnswerPictures
              key={option.id}
              option={option}
              question={outcome.question}
              cell={cell}
              from={outcome.cells[option.id]}
              pageOf={pageOf}
              kit={kit}
              {...named}
            />
          )
        })}
        <WithoutFigure
          outcome={outcome}
          options={options}
          cells={cells}
          pageOf={pageOf}
          kit={kit}
          {...named}
        />
        <p className="note">{t('ratings.byUs')}</p>
        <p id="more-studies">
          <Link className="go second" href={studiesHref(locale, condition.id, decision.id, outcome.id)}>
            <span data-plain>{t('glance.studies', { count: first.length + more.length })}</span>
          </Link>
        </p>
        <QuestionFoot {...here} />
      </div>
    </SiteFrame>
  )
}
