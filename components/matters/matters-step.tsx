import { MattersResult } from '@/components/matters/matters-result'
import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { Choices } from '@/components/ui/choices'
import { Lines, Words } from '@/components/ui/words'
import type { ConditionView, DecisionView } from '@/lib/journey/data'
import type { MatterView } from '@/lib/matters/data'
import { MatterAnswer } from '@/lib/matters/schema'
import { stepHref } from '@/lib/journey/steps'
import { maxTextLength, Who, type Answers, type TextField } from '@/lib/summary/schema'
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
      <form
        method="post"
        action={stepHref(locale, condition.id, 'matters')}
        data-answers={condition.id}
        className="part"
        id="matters-form"
        // Without scripts: a page that comes back must not bring the ticks again after "Leave this page quickly".
        autoComplete="off"
      >
        <HiddenAnswers answers={answers} except={['situation', 'decision', 'who', 'm', 'own']} />
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
              choices={MatterAnswer.options.map((value) => ({ value, label: t(`matters.answers.${value}`) }))}
              chosen={answers.matters[matter.id]}
            />
          </fieldset>
        ))}
        <div className="ask">
          <div className="field">
            <label htmlFor="own">{t('matters.own')}</label>
            <p id="own-hint" className="note">
              {t('matters.ownHint')} {t('form.optional')}
            </p>
            {tooLong.includes('own') && (
              <p className="error-box" id="own-error">
                {t('form.tooLong', { max: maxTextLength })}
              </p>
            )}
            <textarea
              id="own"
              name="own"
              rows={4}
              aria-describedby={tooLong.includes('own') ? 'own-error own-hint' : 'own-hint'}
              aria-invalid={tooLong.includes('own') || undefined}
              defaultValue={answers.own}
              autoComplete="off"
            />
          </div>
        </div>
        <fieldset className="ask">
          <legend>{t('matters.forWhom')}</legend>
          <Choices
            name="who"
            choices={Who.options.map((value) => ({ value, label: t(`matters.${whoKey[value]}`) }))}
            chosen={answers.who}
            isTall
          />
        </fieldset>
        <p>
          <button className="go" type="submit">
            {t('matters.see')}
          </button>
        </p>
      </form>
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
