import type { Marks } from '@/lib/glance/arm-label'
import { LitPerson } from '@/components/glance/dots'
import { QuestionIcon } from '@/components/glance/question-icon'
import Link from '@/components/ui/link'
import type { OptionView, OutcomeView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

type Option = Pick<OptionView, 'id' | 'name'>

/**
 * The options and the questions of a decision: the key of the letters, and a way to each question. The boxes hide options
 * that are not open to a person; no script does it and nothing remembers it. What was found stands nowhere in short: two
 * readers took a line for each question as a ranking (docs/decisions/0063-no-findings-in-one-look.md).
 */
export function GlanceLook({
  options,
  rows,
  marks,
  kit,
}: {
  options: readonly Option[]
  rows: readonly { outcome: Pick<OutcomeView, 'id' | 'question' | 'tone'> }[]
  marks: Marks
  kit: Kit
}) {
  const { t } = kit
  const letterOf = (id: string) => marks.get(id)?.letter ?? ''
  return (
    <section className="look" aria-labelledby="the-options">
      <h2 id="the-options">{t('glance.look.title')}</h2>
      <fieldset className="shown-options">
        <legend>{t('glance.hide')}</legend>
        <div className="boxes">
          {options.map(({ id, name }) => (
            <label key={id} className={`choose-option ${marks.get(id)?.tone ?? ''}`} data-options={id}>
              <input
                type="checkbox"
                id={`show-${letterOf(id).toLowerCase()}`}
                defaultChecked
                autoComplete="off"
              />
              <span className="badge" aria-hidden="true">
                {letterOf(id)}
              </span>
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ul id="questions">
        {rows.map(({ outcome }) => (
          <li key={outcome.id}>
            <Link href={`#${outcome.id}`}>
              <QuestionIcon id={outcome.id} tone={outcome.tone} />
              {outcome.question}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How to read the pictures of a comparison, and what else its reader may want then. */
export function HowToLook({ kit, children }: { kit: Kit; children?: React.ReactNode }) {
  const { t, locale } = kit
  return (
    <p className="flag" data-plain>
      {t.rich('glance.howTo', { lit: () => <LitPerson key="lit" label={t('glance.lit')} /> })}
      {punctuationOf(locale).gap}
      <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link>
      {children && <span className="also">{children}</span>}
    </p>
  )
}
