import { Lines } from '@/components/ui/words'
import type { Kit } from '@/lib/sentences/kit'

/** Title and first lines of a page. */
export function Opening({
  title,
  lead,
  kit,
  above,
  children,
}: {
  title: React.ReactNode
  lead?: readonly string[]
  kit: Kit
  /** A line over the title: what the page is a part of. */
  above?: React.ReactNode
  children?: React.ReactNode
}) {
  return (
    <div className="opening">
      <div className="wrap">
        {above && <p className="above">{above}</p>}
        <h1>{title}</h1>
        <Lines text={lead} kit={kit} className="lead" />
        {children}
      </div>
    </div>
  )
}
