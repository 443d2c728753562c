import { Lines } from '@/components/ui/words'
import type { Kit } from '@/lib/words/kit'

/** Title and first lines of a page. */
export function Opening({
  title,
  lead,
  kit,
  children,
}: {
  title: React.ReactNode
  lead?: readonly string[]
  kit: Kit
  children?: React.ReactNode
}) {
  return (
    <div className="opening">
      <div className="wrap">
        <h1>{title}</h1>
        <Lines text={lead} kit={kit} className="lead" />
        {children}
      </div>
    </div>
  )
}
