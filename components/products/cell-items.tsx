import { SourcesList } from '@/components/ui/sources-line'
import { Lines } from '@/components/ui/words'
import type { CellItem, RegulatorRow } from '@/lib/products/data'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay } from '@/lib/texts/translate'

/** Prices, harms, checks or questions: a list with the sources of all of them folded below. */
export function CellItems({
  items,
  sources,
  kit,
}: {
  items: readonly CellItem[]
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  return (
    <>
      <ul className="list">
        {items.map((item) => (
          <li key={item.key}>
            <Lines text={item.text} kit={kit} />
          </li>
        ))}
      </ul>
      <SourcesList ids={items.flatMap((item) => item.sources)} sources={sources} kit={kit} isBrief />
    </>
  )
}

/** Where a regulator has said yes, no or "for a time", with the date. */
export function Regulators({ rows, kit }: { rows: readonly RegulatorRow[]; kit: Kit }) {
  const { t, locale } = kit
  return (
    <dl className="facts answers">
      {rows.map((row) => (
        <div key={row.id}>
          <dt>
            {row.place}
            <br />
            <span data-plain>{writtenDay(row.date, locale)}</span>
          </dt>
          <dd className="flow">
            <p>
              <span className="status">{t(`stemCells.answer.${row.answer}`)}</span>
            </p>
            <Lines text={row.text} kit={kit} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
