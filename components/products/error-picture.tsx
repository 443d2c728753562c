import { Num } from '@/components/ui/words'
import type { Figure } from '@/lib/numbers/schema'
import type { Kit } from '@/lib/sentences/kit'
import { signedNumber } from '@/lib/texts/intl'

/** Lengths of one thing in one set of reports: the widest bar, and the line of nothing, in the units of the drawing. */
const widest = 150
const zero = 12

/** Errors in the reports against the effect they claimed: one bar a group of trials, with its name and number beside it. */
export function ErrorPicture({ figures, kit }: { figures: readonly Figure[]; kit: Kit }) {
  const { t, locale } = kit
  const rows = figures.flatMap((figure) =>
    figure.value.type === 'meanDifference' ? [{ figure, value: figure.value.value }] : [],
  )
  const scale = widest / Math.max(...rows.map(({ value }) => Math.abs(value)), 1)
  return (
    <ol className="error-rows">
      {rows.map(({ figure, value }) => {
        const length = Math.max(Math.abs(value) * scale, 1)
        return (
          <li key={figure.id}>
            <Num from={figure.id}>
              {t('stemCells.errorRow', { name: figure.armWordsFirst, value: signedNumber(value, locale) })}
            </Num>
            <svg viewBox={`0 0 ${zero + widest + 2} 20`} aria-hidden="true" focusable="false">
              <rect
                className={value < 0 ? 'below' : 'above'}
                x={value < 0 ? zero - length : zero}
                y="4"
                width={length}
                height="12"
              />
              <path className="axis" d={`M${zero} 0V20`} />
            </svg>
          </li>
        )
      })}
    </ol>
  )
}
