import { MatterIcon } from '@/components/matters/matter-icon'
import { Words } from '@/components/ui/words'
import { ended, punctuationOf } from '@/lib/texts/punctuation'
import type { MatterView } from '@/lib/matters/data'
import { counts, sidesOf, type Side } from '@/lib/matters/pointing'
import type { OptionMark } from '@/components/numbers/study'
import type { Kit } from '@/lib/sentences/kit'

type Named = { id: string; name: string }

function Letters({
  options,
  marks,
  none,
}: {
  options: readonly Named[]
  marks: ReadonlyMap<string, OptionMark>
  none: string
}) {
  if (!options.length) return <span className="none">{none}</span>
  return options.map(({ id, name }) => (
    <span key={id} className={marks.get(id)?.tone}>
      <span className="badge" aria-hidden="true">
        {marks.get(id)?.letter}
      </span>
      <span className="sr">{name}. </span>
    </span>
  ))
}

const sides: readonly Side[] = ['towards', 'against', 'unclear']

/** One thing that matters: which options it speaks for, which against, and for which that is not clear. Why opens with a tap. */
export function MatterSays({
  matter,
  options,
  marks,
  answer,
  isTop,
  order,
  kit,
}: {
  matter: MatterView
  options: readonly Named[]
  marks: ReadonlyMap<string, OptionMark>
  answer: string | undefined
  /** It is one of the three that were picked. */
  isTop: boolean
  /** Its place on the page, to stand in again when answers change. */
  order: number
  kit: Kit
}) {
  const { t } = kit
  const by = sidesOf(
    matter,
    options.map(({ id }) => id),
  )
  const named = (side: Side) => options.filter(({ id }) => by[side].includes(id))
  const field = `m.${matter.id}`
  return (
    <section
      className="says"
      aria-label={matter.label}
      data-when-counts={field}
      data-weighs={matter.id}
      data-order={order}
      hidden={!counts(answer)}
    >
      <h4>
        <MatterIcon id={matter.id} />
        <span>{matter.label}</span>
        <span className="weight">
          {(['a-lot', 'some'] as const).map((value) => (
            <span key={value} data-when={`${field}=${value}`} hidden={answer !== value}>
              {t(`matters.answers.${value}`)}
            </span>
          ))}
          <span data-top-one={matter.id} hidden={!isTop}>
            {t('matters.oneOfThree')}
          </span>
        </span>
      </h4>
      <dl>
        {sides.map((side) => (
          <div key={side} className={side}>
            <dt>{t(`matters.${side}`)}</dt>
            <dd>
              <Letters options={named(side)} marks={marks} none={t('matters.noOption')} />
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>
          {t('matters.why')}
          <span className="sr">: {matter.label}</span>
        </summary>
        <div>
          <p>
            <Words text={matter.help} kit={kit} />
          </p>
          <ul className="list">
            {[...named('towards'), ...named('against')].map(({ id, name }) => (
              <li key={id}>
                <strong>{ended(name, kit.locale)}</strong>
                {punctuationOf(kit.locale).gap}
                <Words text={matter.because[id] ?? ''} kit={kit} />
              </li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  )
}
