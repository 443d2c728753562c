import { OptionName } from '@/components/journey/outcome-parts'
import { Lines } from '@/components/ui/words'
import type { OptionMark } from '@/components/numbers/study'
import type { OptionView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'

/** The parts of a day, in the order of the table. */
export const daysRows = ['whatHappens', 'daysBody', 'daysMood', 'daysOthers', 'carer', 'changeMind'] as const

/** What days are like with each option: a real table that folds on a phone. */
export function DaysTable({
  options,
  marks,
  kit,
}: {
  options: readonly OptionView[]
  marks: ReadonlyMap<string, OptionMark>
  kit: Kit
}) {
  const { t } = kit
  const name = (option: OptionView) => (
    <span className={`named ${marks.get(option.id)?.tone ?? ''}`}>
      <OptionName option={option} marks={marks} />
    </span>
  )
  return (
    <table className="fold days" role="table" aria-label={t('compare.days')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="sr">{t('compare.partOfLife')}</span>
          </th>
          {options.map((option) => (
            <th key={option.id} data-options={option.id} role="columnheader" scope="col">
              {name(option)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {daysRows.map((row) => (
          <tr key={row} role="row">
            <th role="rowheader" scope="row">
              {t(`options.${row}`)}
            </th>
            {options.map((option) => (
              <td key={option.id} data-options={option.id} role="cell">
                <span className="label" aria-hidden="true">
                  {name(option)}
                </span>
                <Lines text={option[row]} kit={kit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
