import { OptionName, type PageOf } from '@/components/journey/outcome-parts'
import { Lines } from '@/components/ui/words'
import type { OptionMark } from '@/components/numbers/study'
import type { OptionView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'

/** The parts of a day, in the order of the table. */
export const daysRows = ['whatHappens', 'daysBody', 'daysMood', 'daysOthers', 'carer', 'changeMind'] as const

/** More options than this would have columns too narrow for the words of their names on a desk: the table stays folded. */
const mostColumns = 6

/** What days are like with each option: a real table that folds on a phone. */
export function DaysTable({
  options,
  marks,
  pageOf,
  kit,
}: {
  options: readonly OptionView[]
  marks: ReadonlyMap<string, OptionMark>
  pageOf?: PageOf
  kit: Kit
}) {
  const { t } = kit
  const name = (option: OptionView, page?: PageOf) => (
    <span className={`named ${marks.get(option.id)?.tone ?? ''}`}>
      <OptionName option={option} marks={marks} pageOf={page} />
    </span>
  )
  // The heads of a folded table are heard and not seen: no key may stop there. Its first row leads on instead.
  const head = (option: OptionView) => (
    <>
      <span className="only-wide">{name(option, pageOf)}</span>
      <span className="only-folded">{name(option)}</span>
    </>
  )
  return (
    <table
      className={options.length > mostColumns ? 'fold days many' : 'fold days'}
      role="table"
      aria-label={t('compare.days')}
    >
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="sr">{t('compare.partOfLife')}</span>
          </th>
          {options.map((option) => (
            <th key={option.id} data-options={option.id} role="columnheader" scope="col">
              {pageOf ? head(option) : name(option)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {daysRows.map((row, at) => (
          <tr key={row} role="row">
            <th role="rowheader" scope="row">
              {t(`options.${row}`)}
            </th>
            {options.map((option) => (
              <td key={option.id} data-options={option.id} role="cell">
                {at === 0 && pageOf ? (
                  <span className="label">{name(option, pageOf)}</span>
                ) : (
                  <span className="label" aria-hidden="true">
                    {name(option)}
                  </span>
                )}
                <Lines text={option[row]} kit={kit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
