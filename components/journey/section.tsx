import { Drawing } from '@/components/drawings/drawing'
import { Study } from '@/components/numbers/study'
import { SourcesList } from '@/components/ui/sources-line'
import { Items, Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/evidence/schema'
import type { SectionView } from '@/lib/journey/data'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/words/kit'

function Body({
  section,
  sources,
  kit,
}: {
  section: SectionView
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { table } = section
  const row = viewRow(section.estimates, kit.book, [])
  return (
    <>
      <Lines text={section.text} kit={kit} />
      {section.drawing && <Drawing id={section.drawing} kit={kit} />}
      <Items items={section.items} kit={kit} />
      {table && (
        <table className="fold">
          <caption>{table.caption}</caption>
          <thead>
            <tr>
              {table.head.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      <Words text={cell} kit={kit} />
                    </th>
                  ) : (
                    <td key={column}>
                      <span className="label note" aria-hidden="true">
                        {table.head[column]}
                      </span>
                      <Words text={cell} kit={kit} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Lines text={section.after} kit={kit} />
      {row.studies.map((study) => (
        <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} />
      ))}
      <SourcesList ids={section.sources} sources={sources} kit={kit} />
    </>
  )
}

/** One part of step 1. An opt-in part (outlook) stays closed until the person opens it, on screen and on paper. */
export function Section({
  section,
  sources,
  kit,
}: {
  section: SectionView
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  return (
    <section className="part" aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.optIn ? (
        <details className="opt-in plain-details">
          <summary>{kit.t('condition.optIn')}</summary>
          <div>
            <Body section={section} sources={sources} kit={kit} />
          </div>
        </details>
      ) : (
        <Body section={section} sources={sources} kit={kit} />
      )}
    </section>
  )
}
