import { CellIcon } from '@/components/products/cell-icon'
import Link from '@/components/ui/link'
import type { CellPageId } from '@/lib/journey/steps'

type Way = {
  page: CellPageId
  href: string
  name: string
  hint: string | null
  /** Anchors that led here before the content had a page of its own. */
  anchors: readonly string[]
}

/** Ways to other pages about cells, each with its sign: the whole row can be tapped. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul className="tiles stack">
      {ways.map(({ page, href, name, hint, anchors: [first, ...others] }) => (
        <li key={href} id={first}>
          {others.map((anchor) => (
            <span key={anchor} id={anchor} />
          ))}
          <Link className="tile" href={href}>
            <CellIcon of={page} />
            <b>{name}</b>
            {hint && <span>{hint}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
