import { maxTextLength, type TextField } from '@/lib/summary/names'
import type { Answers } from '@/lib/summary/schema'
import type { Translate } from '@/lib/texts/translate'

/** A question that is answered in the person's own words. What was too long is kept, and said so beside it. */
export function TextQuestion({
  name,
  label,
  hint,
  rows,
  answers,
  tooLong,
  t,
}: {
  name: TextField
  label: string
  hint?: string
  rows: number
  answers: Answers
  tooLong: readonly TextField[]
  t: Translate
}) {
  const isTooLong = tooLong.includes(name)
  const described = [isTooLong && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className="ask">
      <div className="field">
        <label htmlFor={name}>{label}</label>
        {hint && (
          <p id={`${name}-hint`} className="note">
            {hint}
          </p>
        )}
        {isTooLong && (
          <p className="error-box" id={`${name}-error`}>
            {t('form.tooLong', { max: maxTextLength })}
          </p>
        )}
        <textarea
          id={name}
          name={name}
          rows={rows}
          aria-describedby={described || undefined}
          aria-invalid={isTooLong || undefined}
          defaultValue={answers[name]}
          autoComplete="off"
        />
      </div>
    </div>
  )
}
