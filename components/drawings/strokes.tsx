/**
 * The few marks that drawings are made of. Coordinates are units of the drawing, of which its width has 320.
 * No --hair or --line: they turn to ink for people who ask for more contrast.
 */

type Point = readonly [x: number, y: number]
type Ink = 'currentColor' | 'var(--pine)' | 'var(--plum)' | 'var(--sheet)' | 'var(--on-lamp)'

/**
 * Words beside a part. A line break in the words is a line break in the drawing.
 * @param at where the first line starts, is centred or ends (`anchor`), on its baseline
 * @param to end of the leader line on the part; it starts at `from`
 */
export function Label({
  words,
  at,
  anchor = 'start',
  strong = false,
  from,
  to,
}: {
  words: string
  at: Point
  anchor?: 'start' | 'middle' | 'end'
  strong?: boolean
  from?: Point
  to?: Point
}) {
  return (
    <>
      {from && to && <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} strokeWidth="1.25" />}
      <text
        x={at[0]}
        y={at[1]}
        textAnchor={anchor}
        fontSize="14"
        fontWeight={strong ? 700 : 400}
        fill="currentColor"
        stroke="none"
      >
        {words.split('\n').map((line, index, lines) => (
          <tspan key={line} x={at[0]} dy={index === 0 ? 0 : 16}>
            {index === lines.length - 1 ? line : `${line} `}
          </tspan>
        ))}
      </text>
    </>
  )
}

/**
 * A flow arrow: a line (straight, or bent towards `by`) with a filled head at its end.
 * The head points along the last stretch; no <marker>, whose id would clash when two drawings share a page.
 */
export function Arrow({
  from,
  to,
  by,
  ink = 'currentColor',
  width = 3,
}: {
  from: Point
  to: Point
  by?: Point
  ink?: Ink
  width?: number
}) {
  const [x0, y0] = by ?? from
  const angle = Math.atan2(to[1] - y0, to[0] - x0)
  const size = 4 + width * 2
  const near = (distance: number, turn: number) => {
    const x = to[0] - distance * Math.cos(angle + turn)
    const y = to[1] - distance * Math.sin(angle + turn)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const bend = by ? `Q${by[0]} ${by[1]} ` : 'L'
  return (
    <>
      <path
        d={`M${from[0]} ${from[1]}${bend}${near(size * 0.7, 0)}`}
        stroke={ink}
        strokeWidth={width}
        strokeLinecap="butt"
      />
      <path d={`M${to[0]} ${to[1]}L${near(size, 0.5)}L${near(size, -0.5)}z`} fill={ink} stroke="none" />
    </>
  )
}

/** A part of the body in a flat grey, a step darker than --pale: a tint of the ink, so it holds in any theme. */
export function Tissue({ d }: { d: string }) {
  return (
    <>
      <path d={d} fill="var(--pale)" stroke="none" />
      <path d={d} fill="currentColor" fillOpacity="0.11" />
    </>
  )
}

/** The two walls of a tube along a path, drawn as one thick line; put `TubeInside` over it to open it. */
export function TubeWalls({ d, width }: { d: string; width: number }) {
  return <path d={d} strokeWidth={width + 5} strokeLinecap="butt" />
}

/** The inside of a tube. Make its path a little longer than that of the walls, to open its ends. */
export function TubeInside({ d, width, fill }: { d: string; width: number; fill: string }) {
  return <path d={d} stroke={fill} strokeWidth={width} strokeLinecap="butt" />
}
