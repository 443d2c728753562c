import { Fragment } from 'react'
import { Study, type OptionMark } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import type { OptionView } from '@/lib/journey/data'
import { optionsOf, type Blank, type OutcomeRow, type RowItem } from '@/lib/journey/outcome-row'
import type { JoinedStudy } from '@/lib/numbers/pooled-figures'
import type { Kit } from '@/lib/sentences/kit'

type Marks = ReadonlyMap<string, OptionMark>

/** Where the page of an option opens at what was found for the decision that names it. */
export type PageOf = (optionId: string) => string

/** An option with its letter, and the way to its page. */
export function OptionName({
  option,
  marks,
  pageOf,
}: {
  option: Pick<OptionView, 'id' | 'name'>
  marks: Marks
  /** Without it the name leads nowhere: it stands where no link may. */
  pageOf?: PageOf | undefined
}) {
  return (
    <>
      <span className="badge" aria-hidden="true">
        {marks.get(option.id)?.letter}
      </span>
      {pageOf ? <Link href={pageOf(option.id)}>{option.name}</Link> : option.name}
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
        names={names}
      />
    )
  })
}

/** Options without numbers on a question, for one reason: never an empty place, never a zero. */
function BlankItem({
  blank: { isUnknown, why, options },
  marks,
  pageOf,
  kit,
}: {
  blank: Blank<OptionView>
  marks: Marks
  pageOf?: PageOf | undefined
  kit: Kit
}) {
  return (
    <li
      data-options={options.map(({ id }) => id).join(' ')}
      className={isUnknown ? 'unknown' : 'inapplicable'}
    >
      {options.map((option) => (
        <p key={option.id} data-options={option.id} className={`named ${marks.get(option.id)?.tone ?? ''}`}>
          <OptionName option={option} marks={marks} pageOf={pageOf} />
        </p>
      ))}
      <p>
        <strong>{kit.t(isUnknown ? 'compare.unknownTitle' : 'compare.notApplicableTitle')}</strong>
      </p>
      {why && (
        <p>
          <Words text={why} kit={kit} />
        </p>
      )}
    </li>
  )
}

/** What every option has on a question, in the fixed order: its main studies, or that there are none. */
export function MainStudies({
  row,
  pageOf,
  ...more
}: {
  row: Pick<OutcomeRow<OptionView>, 'inOrder' | 'blanks'>
  options: readonly OptionView[]
  marks: Marks
  pageOf?: PageOf
  kit: Kit
  isShort?: boolean
}) {
  return (
    <>
      {stretches(row.inOrder).map(({ studies, blanks }, index) => (
        <Fragment key={index}>
          <Studies studies={studies} {...more} />
          {blanks.length > 0 && (
            <ul className="blanks">
              {blanks.map((blank) => (
                <BlankItem
                  key={`${blank.isUnknown} ${blank.why}`}
                  blank={blank}
                  marks={more.marks}
                  pageOf={pageOf}
                  kit={more.kit}
                />
              ))}
            </ul>
          )}
        </Fragment>
      ))}
      {row.blanks.some(({ isUnknown }) => isUnknown) && (
        <p className="note">{more.kit.t('compare.unknownIsNotNone')}</p>
      )}
    </>
  )
}

type Stretch = { studies: JoinedStudy[]; blanks: Blank<OptionView>[] }

/** Studies with the blanks that follow them, so that neighbours without numbers stand in one list. */
function stretches(items: readonly RowItem<OptionView>[]): Stretch[] {
  const found: Stretch[] = []
  for (const item of items) {
    const last = found.at(-1)
    if ('blank' in item && last) last.blanks.push(item.blank)
    else if ('study' in item && last && last.blanks.length === 0) last.studies.push(item.study)
    else if ('study' in item) found.push({ studies: [item.study], blanks: [] })
    else found.push({ studies: [], blanks: [item.blank] })
  }
  return found
}
