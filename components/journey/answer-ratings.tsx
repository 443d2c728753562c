import { OptionName, type PageOf } from '@/components/journey/outcome-parts'
import type { OptionMark } from '@/components/numbers/study'
import { OurRating } from '@/components/ratings/our-rating'
import type { CellView, OptionView } from '@/lib/journey/data'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { sourceRatings } from '@/lib/ratings/source-ratings'
import type { Kit } from '@/lib/sentences/kit'

/** How sure we are of what stands for each option with figures, in the fixed order; options without any are left out. */
export function AnswerRatings({
  title,
  cells,
  options,
  marks,
  pageOf,
  kit,
  isShort = false,
}: {
  /** The heading, at the level that fits the page. */
  title: React.ReactNode
  cells: Readonly<Record<string, CellView>>
  options: readonly OptionView[]
  marks: ReadonlyMap<string, OptionMark>
  pageOf?: PageOf
  kit: Kit
  isShort?: boolean
}) {
  const items = options.flatMap((option) => {
    const cell = cells[option.id]
    if (!cell || !('estimates' in cell)) return []
    return (
      <li key={option.id} className="flow" data-options={option.id}>
        <p className={`named ${marks.get(option.id)?.tone ?? ''}`}>
          <OptionName option={option} marks={marks} pageOf={pageOf} />
        </p>
        <OurRating
          rating={cell.rating}
          bySource={sourceRatings(leadFigures(cell), kit.book)}
          of={option.name}
          kit={kit}
          isShort={isShort}
        />
      </li>
    )
  })
  if (items.length === 0) return null
  return (
    <>
      {title}
      <p>{kit.t('ratings.byUs')}</p>
      <ul className="blanks">{items}</ul>
    </>
  )
}
