import { SourceItems, SourcesList } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import { byCountry } from '@/lib/products/regulator-countries'
import type { CellItem, RegulatorRow } from '@/lib/products/data'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay } from '@/lib/texts/translate'

type Items = { items: readonly CellItem[]; sources: ReadonlyMap<string, Source>; kit: Kit }

/** Prices, harms or questions: a list with the sources of all of them folded below. */
export function CellItems({ items, sources, kit, isOrdered = false }: Items & { isOrdered?: boolean }) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <>
      <List className={isOrdered ? 'numbered' : 'list'}>
        {items.map((item) => (
          <li key={item.key}>
            <Lines text={item.text} kit={kit} />
          </li>
        ))}
      </List>
      <SourcesList ids={items.flatMap((item) => item.sources)} sources={sources} kit={kit} isBrief />
    </>
  )
}

/** Things to know, each in a line that opens: the first line says it, the rest and the sources stand below. */
export function FoldedItems({ items, sources, kit }: Items) {
  return (
    <ul className="openers">
      {items.map(({ key, text, sources: ids }) => (
        <li key={key}>
          <details>
            <summary>
              <span>
                <Words text={text[0] ?? ''} kit={kit} plain />
              </span>
            </summary>
            <div>
              <Lines text={text.slice(1)} kit={kit} />
              <SourceItems ids={ids} sources={sources} kit={kit} isBrief />
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}

/** What regulators have said, country by country, the newest first. */
export function Regulators({ rows, kit }: { rows: readonly RegulatorRow[]; kit: Kit }) {
  const { t, locale } = kit
  return byCountry(rows, locale).map(({ country, name, rows: said }) => (
    <section key={country} aria-labelledby={`country-${country}`}>
      <h2 id={`country-${country}`} data-plain>
        {name}
      </h2>
      <dl className="facts answers">
        {said.map((row) => (
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
    </section>
  ))
}
