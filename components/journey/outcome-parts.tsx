import { Study, type OptionMark } from '@/components/numbers/study'
import { Words } from '@/components/ui/words'
import type { OptionView } from '@/lib/journey/data'
import { optionsOf, type Blank } from '@/lib/journey/outcome-row'
import type { JoinedStudy } from '@/lib/numbers/twin-studies'
import type { Kit } from '@/lib/words/kit'

type Marks = ReadonlyMap<string, OptionMark>

/** An option with its letter. */
export function OptionName({ option, marks }: { option: Pick<OptionView, 'id' | 'name'>; marks: Marks }) {
  return (
    <>
      <span className="badge" aria-hidden="true">
        {marks.get(option.id)?.letter}
      </span>
      {option.name}
    </>
  )
}

/** Studies one under the other. A figure that stands for several options names them. */
export function Studies({
  studies,
  options,
  marks,
  kit,
  isShort = false,
}: {
  studies: readonly JoinedStudy[]
  options: readonly OptionView[]
  marks: Marks
  kit: Kit
  /** Without the printed figures: the citation leads to the page of the source. */
  isShort?: boolean
}) {
  return studies.map((study) => {
    const about = optionsOf(study)
    const names = options.filter(({ id }) => about.includes(id)).map(({ name }) => name)
    return (
      <Study
        key={study.group.arms[0]?.id}
        study={study}
        marks={marks}
        kit={kit}
        level={3}
        isShort={isShort}
        options={about.join(' ') || undefined}
        alike={study.alike}
        standsFor={study.alike.length > 0 ? names : undefined}
      />
    )
  })
}

/** Options without numbers on a question: never an empty place, never a zero. */
export function Blanks({
  blanks,
  marks,
  kit,
}: {
  blanks: readonly Blank<OptionView>[]
  marks: Marks
  kit: Kit
}) {
  const { t } = kit
  if (blanks.length === 0) return null
  return (
    <>
      <ul className="blanks">
        {blanks.map(({ isUnknown, why, options }) => (
          <li
            key={`${isUnknown} ${why}`}
            data-options={options.map(({ id }) => id).join(' ')}
            className={isUnknown ? 'unknown' : 'inapplicable'}
          >
            {options.map((option) => (
              <p
                key={option.id}
                data-options={option.id}
                className={`named ${marks.get(option.id)?.tone ?? ''}`}
              >
                <OptionName option={option} marks={marks} />
              </p>
            ))}
            <p>
              <strong>{t(isUnknown ? 'compare.unknownTitle' : 'compare.notApplicableTitle')}</strong>
            </p>
            {why && (
              <p>
                <Words text={why} kit={kit} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {blanks.some(({ isUnknown }) => isUnknown) && <p className="note">{t('compare.unknownIsNotNone')}</p>}
    </>
  )
}
