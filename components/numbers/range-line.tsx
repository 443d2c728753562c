import { peopleRangePicture } from '@/lib/numbers/range-picture'

/** A row of the 0 to 100 line: the option's letter, the figure and its ends in people. */
export type RangeLineRow = { letter: string; value: number; low: number; high: number }

/** Ranges on one line. Hidden from screen readers: the sentence above it says the same. */
export function RangeLine({ rows, per }: { rows: readonly RangeLineRow[]; per: 100 | 1000 }) {
  const picture = peopleRangePicture(
    rows.map((row) => ({
      value: row.value,
      low: Math.min(row.low, row.value),
      high: Math.max(row.high, row.value),
    })),
    per,
  )
  return (
    <div className="range">
      <svg viewBox={picture.viewBox} aria-hidden="true" focusable="false">
        <path className="axis" d={`M${picture.axis.startX} ${picture.axis.y}H${picture.axis.endX}`} />
        {picture.ticks.map((tick, index) => (
          <g key={tick.value}>
            <path className="axis" d={`M${tick.x} ${picture.axis.y - 4}v8`} />
            <text
              x={tick.x}
              y={picture.axis.y + 18}
              textAnchor={index === 0 ? 'start' : index === 2 ? 'end' : 'middle'}
            >
              {tick.value}
            </text>
          </g>
        ))}
        {picture.rows.map((drawn, index) => {
          const row = rows[index]
          return (
            <g key={index}>
              <text x="0" y={drawn.y + 5}>
                {row?.letter}
              </text>
              <path
                className="span"
                d={`M${drawn.lowX ?? drawn.valueX} ${drawn.y}H${drawn.highX ?? drawn.valueX}`}
              />
              <circle className="dot" cx={drawn.valueX} cy={drawn.y} r="5.5" />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
