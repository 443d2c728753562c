import { Drawing } from '@/components/drawings/drawing'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { Items, Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/evidence/schema'
import type { SectionView } from '@/lib/journey/data'
import { outlookHref } from '@/lib/journey/steps'
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

/** One part of what a person can know about an illness. */
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
      <Body section={section} sources={sources} kit={kit} />
    </section>
  )
}

/** In the place of a part that a person opens by choice: what it holds, and the way to it. Not on paper. */
export function SectionByChoice({
  section,
  conditionId,
  kit: { t, locale },
}: {
  section: SectionView
  conditionId: string
  kit: Kit
}) {
  return (
    <section className="part screen" aria-labelledby={section.id}>
      <h2 id={section.id}>{t('condition.optIn')}</h2>
      <p>{t('condition.optInHint')}</p>
      <p>
        <Link href={outlookHref(locale, conditionId, section.id)}>
          {t('condition.optInOpen', { title: section.title })}
        </Link>
      </p>
    </section>
  )
}
