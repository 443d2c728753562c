import type { Marks } from '@/lib/glance/arm-label'
import { LitPerson } from '@/components/glance/dots'
import { optionClass } from '@/components/glance/glance-row'
import { QuestionIcon } from '@/components/glance/question-icon'
import Link from '@/components/ui/link'
import { lookGroups, type GlanceCell, type LookKind } from '@/lib/glance/glance-cell'
import type { OptionView, OutcomeView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'

type Option = Pick<OptionView, 'id' | 'name'>

function kindWords(kind: LookKind, { tone, look }: Pick<OutcomeView, 'tone' | 'look'>, { t }: Kit): string {
  if (kind === 'better' || kind === 'worse') return look?.[kind] ?? t(`glance.look.${tone}.${kind}`)
  return t(`glance.look.${kind}`)
}

/**
 * The whole of a decision in one look. Each question says in words which options did what, so nothing can be counted up
 * for an option. The boxes hide options that are not open to a person; no script does it and nothing remembers it.
 */
export function GlanceLook({
  options,
  rows,
  marks,
  kit,
}: {
  options: readonly Option[]
  rows: readonly {
    outcome: Pick<OutcomeView, 'id' | 'question' | 'tone' | 'look' | 'cells'>
    cells: ReadonlyMap<string, GlanceCell>
  }[]
  marks: Marks
  kit: Kit
}) {
  const { t } = kit
  const names = new Map(options.map(({ id, name }) => [id, name]))
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
        {rows.map(({ outcome, cells }) => (
          <li key={outcome.id}>
            <Link href={`#${outcome.id}`}>
              <QuestionIcon id={outcome.id} tone={outcome.tone} />
              {outcome.question}
            </Link>
            <p>
              {lookGroups(cells, (id) => outcome.cells[id]?.rating?.level).map(({ kind, options: those }) => (
                <span
                  key={kind}
                  className={`group ${kind}`}
                  data-letters={those.map((id) => letterOf(id).toLowerCase()).join(' ')}
                >
                  {kindWords(kind, outcome, kit)}{' '}
                  {those.map((id) => (
                    <span
                      key={id}
                      className={`${marks.get(id)?.tone ?? ''} ${optionClass(letterOf(id))}`}
                      data-options={id}
                    >
                      <span className="badge" aria-hidden="true">
                        {letterOf(id)}
                      </span>
                      <span className="sr">{names.get(id)}, </span>
                    </span>
                  ))}
                </span>
              ))}
            </p>
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
      {t.rich('glance.howTo', { lit: () => <LitPerson key="lit" label={t('glance.lit')} /> })}{' '}
      <Link href={`/${locale}/numbers`}>{t('compare.howToRead')}</Link> {children}
    </p>
  )
}
