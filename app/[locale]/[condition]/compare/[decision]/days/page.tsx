import type { Metadata } from 'next'
import { decisionParams, decisionParts } from '@/app/page-parts'
import { DaysTable, daysRows } from '@/components/journey/days-table'
import { QuestionFoot, QuestionOpening } from '@/components/journey/question-page'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { PickedLine } from '@/components/packets/picked-line'
import { optionHref, optionMarks } from '@/lib/journey/steps'
import { sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = decisionParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/days'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, decision } = await decisionParts(l, c, d)
  return { title: sentences([t('compare.days'), decision.name], locale), description: t('compare.daysAbout') }
}

export default async function DaysPage({ params }: Props) {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, release, kit, termsIn, condition, place, decision } = await decisionParts(l, c, d)
  const { options } = decision
  const here = { decision, at: 'days', conditionId: condition.id, kit }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <QuestionOpening {...here} />
      <div className="wrap sheet">
        <div className="part">
          <PickedLine conditionId={condition.id} decisionId={decision.id} locale={locale} t={t} />
          <DaysTable
            options={options}
            marks={optionMarks(options.map(({ id }) => id))}
            pageOf={(option) => optionHref(locale, condition.id, option, decision.id)}
            kit={kit}
          />
        </div>
        <QuestionFoot {...here} />
      </div>
      <WordsHere terms={termsIn(options.map((option) => daysRows.map((name) => option[name])))} kit={kit} />
    </SiteFrame>
  )
}
