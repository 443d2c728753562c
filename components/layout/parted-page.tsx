import { Opening } from '@/components/layout/opening'
import Link from '@/components/ui/link'
import type { Kit } from '@/lib/sentences/kit'

export type PagePart = { id: string; title: string; body: React.ReactNode }

/** A page of named parts: its opening with the way to each, and the parts one after the other. */
export function PartedPage({
  title,
  lead,
  parts,
  kit,
  above,
  children,
}: {
  title: React.ReactNode
  lead: readonly string[]
  parts: readonly PagePart[]
  kit: Kit
  /** A line over the title: what the page is a part of. */
  above?: React.ReactNode
  /** What stands after the parts. */
  children: React.ReactNode
}) {
  return (
    <>
      <Opening title={title} lead={lead} kit={kit} above={above}>
        <nav aria-label={kit.t('condition.onThisPage')}>
          <ul className="toc">
            {parts.map((part) => (
              <li key={part.id}>
                <Link href={`#${part.id}`}>{part.title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <div className="wrap sheet">
        {parts.map((part) => (
          <section key={part.id} className="part" aria-labelledby={part.id}>
            <h2 id={part.id}>{part.title}</h2>
            {part.body}
          </section>
        ))}
        {children}
      </div>
    </>
  )
}
