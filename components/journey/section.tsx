import { Drawing } from '@/components/drawings/drawing'
import { Icon } from '@/components/drawings/icon'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { SourcesList, SourcesPart } from '@/components/ui/sources-line'
import { Items, Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { SectionView } from '@/lib/journey/data'
import { outlookHref, sectionHref } from '@/lib/journey/steps'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'

type Part = {
  section: SectionView
  sources: ReadonlyMap<string, Source>
  kit: Kit
  /** For each row of the table: the ways to what it names. */
  links?: readonly (readonly { href: string; name: string }[])[]
}

function Text({ section, kit, links }: Omit<Part, 'sources'>) {
  const { table } = section
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
                      {column === cells.length - 1 && <RowLinks links={links?.[index]} kit={kit} />}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Lines text={section.after} kit={kit} />
    </>
  )
}

function RowLinks({ links = [], kit }: { links: NonNullable<Part['links']>[number] | undefined; kit: Kit }) {
  if (links.length === 0) return null
  return (
    <ul className="row-links screen">
      {links.map(({ href, name }) => (
        <li key={href}>
          <Link href={href}>
            <Words text={name} kit={kit} plain />
          </Link>
        </li>
      ))}
    </ul>
  )
}

const studiesOf = ({ section, kit }: Omit<Part, 'sources'>) =>
  viewRow(section.estimates, kit.book, []).studies.map((study) => (
    <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} level={3} />
  ))

/** One part of what a person can know about an illness. */
export function Section({ section, sources, kit }: Part) {
  return (
    <section className="part" aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      <Text section={section} kit={kit} />
      {studiesOf({ section, kit })}
      <SourcesList ids={section.sources} sources={sources} kit={kit} />
    </section>
  )
}

/** The same part as the whole of a page, under the page's own title; nothing is folded. */
export function SectionPart({ section, sources, kit, links = [] }: Part) {
  const studies = studiesOf({ section, kit })
  return (
    <>
      <div className="part">
        <Text section={section} kit={kit} links={links} />
      </div>
      {studies.length > 0 && (
        <section className="part" aria-labelledby="numbers">
          <h2 id="numbers">{kit.t('condition.numbers')}</h2>
          {studies}
        </section>
      )}
      <SourcesPart ids={section.sources} sources={sources} kit={kit} />
    </>
  )
}

/**
 * What there is to read, one page each; what a person opens by choice is the last and says so. Each row keeps the id
 * of its part, so that an old address of the part leads to it. Not on paper: the handout holds the parts.
 */
export function SectionRows({
  sections,
  conditionId,
  kit: { t, locale },
}: {
  sections: readonly SectionView[]
  conditionId: string
  kit: Kit
}) {
  return (
    <section className="part screen" aria-labelledby="more">
      <h2 id="more">{t('condition.more')}</h2>
      <ul className="reads">
        {sections.map(({ id, title, icon, optIn }) => (
          <li key={id} id={id}>
            <Link href={(optIn ? outlookHref : sectionHref)(locale, conditionId, id)}>
              {icon && <Icon id={icon} />}
              <span>{optIn ? t('condition.byChoice', { title }) : title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
