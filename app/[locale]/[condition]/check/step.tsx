import '@/app/styles/answers.css'
import { answeredStep, type AnsweredProps } from '@/app/answered'
import { FormNotices } from '@/components/layout/form-notices'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { CheckStep } from '@/components/readiness/check-step'
import { listDecisions, listOptions } from '@/lib/journey/data'
import { getSure, listClinicQuestions, listQuiz } from '@/lib/readiness/data'

/**
 * Step 6, built ahead or made for one posted form. A post that comes from step 5 (its button says so) has not
 * answered this step yet, so the explanations stay closed.
 */
export async function Check(props: AnsweredProps) {
  const { isAnswered } = props
  const { locale, t, release, kit, termsIn, condition, sources, place, answers, leftOut, tooLong } =
    await answeredStep(props, 'check')
  const [decisions, quiz, clinicQuestions, sure, options] = await Promise.all([
    listDecisions(locale, condition.id),
    listQuiz(locale, condition.id),
    listClinicQuestions(locale, condition.id),
    getSure(locale),
    listOptions(locale, condition.id),
  ])
  const decision = answers.decision
  const belongs = (item: { decisions: string[] }) =>
    !decision || !item.decisions.length || item.decisions.includes(decision)
  const hasStarted = Object.keys(answers.quiz).length > 0 || Object.keys(answers.sure).length > 0
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place} answersForm="check-form">
      <Opening title={t('check.title')} lead={[t('check.lead')]} kit={kit} />
      <div className="wrap sheet">
        <FormNotices t={t} leftOut={leftOut} tooLong={tooLong} />
        <CheckStep
          condition={condition}
          decisions={decisions}
          quiz={quiz.filter(belongs)}
          sure={sure}
          options={options.filter((option) => option.decisions.length > 0).filter(belongs)}
          clinicQuestions={clinicQuestions}
          sources={sources}
          answers={answers}
          isAnswered={isAnswered && hasStarted}
          tooLong={tooLong}
          kit={kit}
        />
        {!isAnswered && <Onward locale={locale} t={t} conditionId={condition.id} step="check" />}
      </div>
      <WordsHere terms={termsIn(quiz)} kit={kit} />
    </SiteFrame>
  )
}
