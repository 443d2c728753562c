import { Num } from '@/components/ui/words'
import { ratioPicture } from '@/lib/numbers/range-picture'
import type { Figure } from '@/lib/numbers/schema'
import { writeWhen } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'

type Ratio = { figure: Figure; side: Figure['counts']; value: number; low: number; high: number }

/** The ratio with its range that an estimate carries, in its own value or in the effect beside counts. */
function ratioOf(figure: Figure): Ratio | null {
  const from = figure.value.type === 'ratioOnly' ? figure.value : figure.effect
  if (!from || from.low === undefined || from.high === undefined) return null
  if (from.value <= 0 || from.low <= 0) return null
  const side = ('counts' in from && from.counts) || figure.counts
  return { figure, side, value: from.value, low: from.low, high: from.high }
}

/** Each trial's range against the line of no difference, and the same in text. */
export function TrialPicture({ figures, kit }: { figures: readonly Figure[]; kit: Kit }) {
  const { t } = kit
  const ratios = figures.flatMap((figure) => ratioOf(figure) ?? [])
  if (!ratios.length) return null
  const picture = ratioPicture(ratios)
  const reading = ({ low, high }: Ratio) =>
    t(
      low > 1
        ? 'stemCells.above'
        : high < 1
          ? 'stemCells.below'
          : low === 1 || high === 1
            ? 'stemCells.touches'
            : 'stemCells.crosses',
    )
  return (
    <div className="flow">
      <p className="note">{t('stemCells.trialPictureHow')}</p>
      <div className="forest">
        <svg viewBox={picture.viewBox} aria-hidden="true" focusable="false">
          {picture.noDifferenceX !== null && (
            <path className="none" d={`M${picture.noDifferenceX} 4V${picture.axis.y}`} />
          )}
          <path className="axis" d={`M${picture.axis.startX} ${picture.axis.y}H${picture.axis.endX}`} />
          {picture.ticks.map((tick) => (
            <text key={tick.value} x={tick.x} y={picture.axis.y + 18} textAnchor="middle">
              {tick.value}
            </text>
          ))}
          {picture.rows.map((row, index) => (
            <g key={index}>
              <text x="0" y={row.y + 5}>
                {index + 1}
              </text>
              <path className="span" d={`M${row.lowX ?? row.valueX} ${row.y}H${row.highX ?? row.valueX}`} />
              <circle className="dot" cx={row.valueX} cy={row.y} r="5" />
            </g>
          ))}
        </svg>
        <p className="note">
          ← <bdi>{t('stemCells.trialPictureLeft')}</bdi> · <bdi>{t('stemCells.noDifference')}</bdi> ·{' '}
          <bdi>{t('stemCells.trialPictureRight')}</bdi> →
        </p>
      </div>
      <ol className="list">
        {ratios.map((ratio, index) => (
          <li key={ratio.figure.id}>
            <Num from={ratio.figure.id}>
              {index + 1}.{' '}
              {t('stemCells.trialRow', {
                source: ratio.figure.sourceShown.short,
                // What the ratio is of: a title such as "Alive without a new liver" names the other side of deaths.
                counted: ratio.figure.endpointWords[ratio.side],
                when: writeWhen(ratio.figure, t),
                value: ratio.value,
                low: ratio.low,
                high: ratio.high,
                reading: reading(ratio),
              })}
            </Num>
          </li>
        ))}
      </ol>
    </div>
  )
}
