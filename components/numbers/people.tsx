import { peopleInRuns, runLengths, runShape, type PeopleRun } from '@/lib/numbers/people-picture'
import type { Kit } from '@/lib/sentences/kit'

/** No content id holds this sign, so it cannot be a term that the page has linked. */
const drawnOnce = '#people'

/** The shapes of people side by side: the first picture of a page brings them, every picture points at them. */
function Shapes() {
  return (
    <defs>
      {runLengths.map((count) => (
        <path key={count} id={`people-${count}`} d={runShape(count)} />
      ))}
      {(['good', 'bad'] as const).map((side) => (
        <pattern
          key={side}
          id={`hatch-${side}`}
          width="3"
          height="3"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className={`hatch-${side}`} d="M0 0v3" />
        </pattern>
      ))}
    </defs>
  )
}

function Runs({ of, as }: { of: readonly PeopleRun[]; as: 'on' | 'more' | 'off' }) {
  if (of.length === 0) return null
  return (
    <g className={as}>
      {of.map(({ x, y, count }) => (
        <use key={`${x} ${y}`} href={`#people-${count}`} x={x} y={y} />
      ))}
    </g>
  )
}

/** Every person of the denominator. Hidden from screen readers: the text beside it says the same. */
export function People({
  on,
  more = 0,
  per,
  isAlone = false,
  kit,
}: {
  on: number
  more?: number
  per: 100 | 1000
  /** One group that was compared with nobody: outlined and hatched. */
  isAlone?: boolean
  kit: Kit
}) {
  const picture = peopleInRuns({ on, more }, per)
  const isFirst = !kit.seen.has(drawnOnce)
  kit.seen.add(drawnOnce)
  return (
    <div className={isAlone ? 'people alone' : 'people'}>
      <svg viewBox={picture.viewBox} aria-hidden="true" focusable="false">
        {isFirst && <Shapes />}
        <Runs of={picture.on} as="on" />
        {picture.tiles && <path className="tile" d={picture.tiles} />}
        <Runs of={picture.more} as="more" />
        <Runs of={picture.off} as="off" />
      </svg>
    </div>
  )
}
