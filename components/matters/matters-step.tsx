import { MattersResult } from '@/components/matters/matters-result'
import { AnswersForm } from '@/components/summary/answers-form'
import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { Choices } from '@/components/ui/choices'
import { TextQuestion } from '@/components/ui/text-question'
import { Lines, Words } from '@/components/ui/words'
import type { ConditionView, DecisionView } from '@/lib/journey/data'
import type { MatterView } from '@/lib/matters/data'
import { matterAnswers } from '@/lib/matters/names'
import { whos, type TextField } from '@/lib/summary/names'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'

const whoKey = { self: 'self', carer: 'carer', 'carer-alone': 'carerAlone' } as const

/** Step 5: labelled radios, never sliders; every item can be skipped; own words; then what the answers point towards. */
export function MattersStep({
  condition,
  decisions,
  lead,
  matters,
  answers,
  isAnswered,
  tooLong,
  kit,
}: {
  condition: ConditionView
  decisions: readonly DecisionView[]
  lead: readonly string[]
  matters: readonly MatterView[]
  answers: Answers
  isAnswered: boolean
  tooLong: readonly TextField[]
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <>
      <AnswersForm
        locale={locale}
        conditionId={condition.id}
        step="matters"
        answers={answers}
        except={['situation', 'decision', 'who', 'm', 'own']}
        className="part"
        id="matters-form"
      >
        <Lines text={lead} kit={kit} />
        <KeepsNothing t={t} />
        <fieldset className="ask">
          <legend>{t('condition.situations')}</legend>
          <Choices
            name="situation"
            choices={condition.situations.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={answers.situation}
            isTall
          />
        </fieldset>
        <fieldset className="ask">
          <legend>{t('matters.which')}</legend>
          <Choices
            name="decision"
            choices={decisions.map(({ id, question }) => ({ value: id, label: question }))}
            chosen={answers.decision}
            isTall
          />
        </fieldset>
        {matters.map((matter) => (
          <fieldset key={matter.id} className="ask" data-for-decisions={matter.decisions.join(' ')}>
            <legend>{matter.question}</legend>
            <p className="hint">
              <Words text={matter.help} kit={kit} />
            </p>
            <Choices
              name={`m.${matter.id}`}
              choices={matterAnswers.map((value) => ({ value, label: t(`matters.answers.${value}`) }))}
              chosen={answers.matters[matter.id]}
            />
          </fieldset>
        ))}
        <TextQuestion
          name="own"
          label={t('matters.own')}
          hint={`${t('matters.ownHint')} ${t('form.optional')}`}
          rows={4}
          answers={answers}
          tooLong={tooLong}
          t={t}
        />
        <fieldset className="ask">
          <legend>{t('matters.forWhom')}</legend>
          <Choices
            name="who"
            choices={whos.map((value) => ({ value, label: t(`matters.${whoKey[value]}`) }))}
            chosen={answers.who}
            isTall
          />
        </fieldset>
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
      />
    </>
  )
}
