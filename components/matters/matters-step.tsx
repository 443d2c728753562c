import { MattersResult } from '@/components/matters/matters-result'
import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { Lines, Words } from '@/components/ui/words'
import type { ConditionView, DecisionView } from '@/lib/journey/data'
import type { MatterView } from '@/lib/matters/data'
import { MatterAnswer } from '@/lib/matters/schema'
import { stepHref } from '@/lib/journey/steps'
import { maxTextLength, Who, type Answers, type TextField } from '@/lib/summary/schema'
import type { Kit } from '@/lib/words/kit'

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
      >
        <HiddenAnswers answers={answers} except={['situation', 'decision', 'who', 'm', 'own']} />
        <Lines text={lead} kit={kit} />
        <fieldset className="ask">
          <legend>{t('condition.situations')}</legend>
          <div className="choices tall">
            {condition.situations.map((situation) => (
              <label key={situation.id} className="choice">
                <input
                  type="radio"
                  name="situation"
                  value={situation.id}
                  defaultChecked={answers.situation === situation.id}
                />
                {situation.name}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="ask">
          <legend>{t('matters.which')}</legend>
          <div className="choices tall">
            {decisions.map((decision) => (
              <label key={decision.id} className="choice">
                <input
                  type="radio"
                  name="decision"
                  value={decision.id}
                  defaultChecked={answers.decision === decision.id}
                />
                {decision.question}
              </label>
            ))}
          </div>
        </fieldset>
        {matters.map((matter) => (
          <fieldset key={matter.id} className="ask" data-for-decisions={matter.decisions.join(' ')}>
            <legend>{matter.question}</legend>
            <p className="hint">
              <Words text={matter.help} kit={kit} />
            </p>
            <div className="choices">
              {MatterAnswer.options.map((value) => (
                <label key={value} className="choice">
                  <input
                    type="radio"
                    name={`m.${matter.id}`}
                    value={value}
                    defaultChecked={answers.matters[matter.id] === value}
                  />
                  {t(`matters.answers.${value}`)}
                </label>
              ))}
            </div>
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
          <div className="choices tall">
            {Who.options.map((value) => (
              <label key={value} className="choice">
                <input type="radio" name="who" value={value} defaultChecked={answers.who === value} />
                {t(`matters.${whoKey[value]}`)}
              </label>
            ))}
          </div>
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
