import { MatterRow } from '@/components/matters/matter-row'
import { MattersResult } from '@/components/matters/matters-result'
import { TopQuestion } from '@/components/matters/top-question'
import { AnswersForm } from '@/components/summary/answers-form'
import { CarryOn } from '@/components/summary/carry-on'
import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { Choices } from '@/components/ui/choices'
import { TextQuestion } from '@/components/ui/text-question'
import type { ConditionView, DecisionView } from '@/lib/journey/data'
import { stepHref } from '@/lib/journey/steps'
import type { MatterView } from '@/lib/matters/data'
import { whos, type TextField } from '@/lib/summary/names'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'

const whoKey = { self: 'self', carer: 'carer', 'carer-alone': 'carerAlone' } as const

/**
 * Step 5: what matters, four answers in a row each, never sliders; every row can be left out; own words; then what the
 * answers point towards. Who answers, and where they are, opens with a tap.
 */
export function MattersStep({
  condition,
  decisions,
  matters,
  answers,
  isAnswered,
  tooLong,
  kit,
}: {
  condition: ConditionView
  decisions: readonly DecisionView[]
  matters: readonly MatterView[]
  answers: Answers
  isAnswered: boolean
  tooLong: readonly TextField[]
  kit: Kit
}) {
  const { t, locale } = kit
  const top = <TopQuestion matters={matters} answers={answers} t={t} />
  const form = { locale, conditionId: condition.id, step: 'matters', answers } as const
  return (
    <>
      <AnswersForm
        {...form}
        action={`${stepHref(locale, condition.id, 'matters')}#result`}
        except={['situation', 'decision', 'who', 'm', 'own']}
        className="part"
        id="matters-form"
      >
        <KeepsNothing t={t} />
        <fieldset className="ask">
          <legend>{t('matters.which')}</legend>
          <Choices
            name="decision"
            choices={decisions.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={answers.decision}
            look="tall"
          />
        </fieldset>
        <section className="matters" aria-labelledby="how-much">
          <h2 id="how-much">{t('matters.howMuch')}</h2>
          {matters.map((matter) => (
            <MatterRow key={matter.id} matter={matter} answer={answers.matters[matter.id]} t={t} />
          ))}
        </section>
        <TextQuestion
          name="own"
          label={t('matters.own')}
          hint={t('matters.ownHint')}
          rows={2}
          answers={answers}
          tooLong={tooLong}
          t={t}
        />
        <AboutYou condition={condition} answers={answers} t={t} />
        <p>
          <button className="go" type="submit">
            {t('matters.see')}
          </button>
        </p>
      </AnswersForm>
      <MattersResult
        decisions={decisions}
        matters={matters}
        answers={answers}
        isAnswered={isAnswered}
        kit={kit}
      >
        {isAnswered ? (
          <CarryOn kit={kit} conditionId={condition.id} answers={answers} except={['top']} to="check">
            {top}
          </CarryOn>
        ) : (
          <AnswersForm {...form} except={['top']}>
            {top}
          </AnswersForm>
        )}
      </MattersResult>
    </>
  )
}

/** Where the person is and who answers: opens with a tap, and by itself when it was answered. */
function AboutYou({ condition, answers, t }: { condition: ConditionView; answers: Answers; t: Kit['t'] }) {
  return (
    <details className="opens" open={answers.situation !== null || answers.who !== null}>
      <summary>{t('matters.aboutYou')}</summary>
      <div>
        <fieldset className="ask">
          <legend>{t('condition.situations')}</legend>
          <Choices
            name="situation"
            choices={condition.situations.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={answers.situation}
            look="tall"
          />
        </fieldset>
        <fieldset className="ask">
          <legend>{t('matters.forWhom')}</legend>
          <Choices
            name="who"
            choices={whos.map((value) => ({ value, label: t(`matters.${whoKey[value]}`) }))}
            chosen={answers.who}
            look="tall"
          />
        </fieldset>
      </div>
    </details>
  )
}
