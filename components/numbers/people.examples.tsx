import { People } from '@/components/numbers/people'
import type { Example } from '@/components/ui/example'

const counts: readonly [on: number, more: number, per: 100 | 1000][] = [
  [0, 0, 100],
  [1, 0, 100],
  [37, 0, 100],
  [37, 13, 100],
  [100, 0, 100],
  [3, 2, 1000],
  [1000, 0, 1000],
]

/** Invented counts, with the number over the picture, as a study shows them. */
export const examples: readonly Example[] = counts.map(([on, more, per]) => ({
  name: more > 0 ? `${on} and ${more} more of ${per}` : `${on} of ${per}`,
  show: (kit) => (
    <div className="arm">
      <p className="named">Example, not real</p>
      <span className="big">{`${on + more} in ${per}`}</span>
      <People on={on} more={more} per={per} kit={kit} />
    </div>
  ),
}))
