import '@/app/styles/answers.css'
import { answeredStep, type AnsweredProps } from '@/app/answered'
import { FormNotices } from '@/components/layout/form-notices'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { MattersStep } from '@/components/matters/matters-step'
import { getMatters } from '@/lib/matters/data'
import { listFullDecisions } from '@/lib/summary/data'

/** Step 5, built ahead (nobody has answered) or made for one posted form. */
export async function WhatMatters(props: AnsweredProps) {
  const { isAnswered } = props
  const { locale, t, release, kit, termsIn, condition, place, answers, leftOut, tooLong } =
    await answeredStep(props, 'matters')
  const [{ lead, matters }, decisions] = await Promise.all([
    getMatters(locale, condition.id),
    listFullDecisions(locale, condition.id),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place} answersForm="matters-form">
      <Opening title={t('matters.title')} lead={lead} kit={kit} />
      <div className="wrap sheet">
        <FormNotices t={t} leftOut={leftOut} tooLong={tooLong} />
        <MattersStep
          condition={condition}
          decisions={decisions}
          matters={matters}
          answers={answers}
          isAnswered={isAnswered}
          tooLong={tooLong}
          kit={kit}
        />
        {!isAnswered && <Onward locale={locale} t={t} conditionId={condition.id} step="matters" />}
      </div>
      <WordsHere terms={termsIn(matters)} kit={kit} />
    </SiteFrame>
  )
}
