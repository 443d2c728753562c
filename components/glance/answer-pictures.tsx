import { OptionName } from '@/components/journey/outcome-parts'
import { Arms, GapText, Ranges } from '@/components/numbers/study'
import type { Marks } from '@/components/glance/arm-label'
import { OurRating } from '@/components/ratings/our-rating'
import { Num, Words } from '@/components/ui/words'
import type { GlanceCell, GlanceItem } from '@/lib/glance/glance-cell'
import type { CellView, OptionView } from '@/lib/journey/data'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { sourceRatings } from '@/lib/ratings/source-ratings'
import { writeWhen } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'

/** One lead figure in large pictures: both groups, both frames, the gap, when, who and the likely range. */
function Picture({ item, marks, kit }: { item: GlanceItem; marks: Marks; kit: Kit }) {
  const { t } = kit
  const plain = { ...kit, terms: null }
  const { study, lead } = item
  const isAlone = study.group.kind === 'single-arm'
  return (
    <div className={`study answer-study ${isAlone ? 'is-alone' : ''}`} data-source={lead.source}>
      <h3 className="title">
        <Words text={lead.endpointWords.title} kit={plain} />
      </h3>
      <div data-status-of={lead.source} className="flag" hidden={lead.sourceShown.status === 'current'}>
        <p>
          <strong>
            {lead.sourceShown.status === 'current' ? '' : t(`source.${lead.sourceShown.status}`)}
          </strong>
        </p>
      </div>
      <div className="arms">
        <Arms study={study} marks={marks} kit={plain} isAlone={isAlone} />
      </div>
      <div className="flow">
        {isAlone && <p className="flag">{t('glance.oneGroup')}</p>}
        {study.gaps.map((gap) => (
          <GapText key={gap.arm.id} gap={gap} kit={plain} />
        ))}
        <dl className="facts">
          <div>
            <dt>{t('compare.time')}</dt>
            <dd>
              <Num from={lead.id}>{writeWhen(lead, t, true)}</Num>.
            </dd>
          </div>
          <div>
            <dt>{t('compare.who')}</dt>
            <dd>
              <Words text={lead.populationWords} kit={plain} />
            </dd>
          </div>
          {study.shown.some(({ kind }) => kind === 'people') && (
            <div>
              <dt>{t('compare.rangeTitle')}</dt>
              <dd>
                <Ranges study={study} kit={kit} isShort />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </div>
  )
}

/** What the main figures say of one option on one question. */
export function AnswerPictures({
  option,
  question,
  cell,
  from,
  marks,
  kit,
}: {
  option: Pick<OptionView, 'id' | 'name'>
  question: string
  cell: Extract<GlanceCell, { items: unknown }>
  /** The cell with its rating and its sentence. */
  from: CellView | undefined
  marks: Marks
  kit: Kit
}) {
  const leads = from && 'estimates' in from ? leadFigures(from) : []
  return (
    <section
      className="part answer-of"
      id={option.id}
      aria-labelledby={`of-${option.id}`}
      data-options={option.id}
    >
      <h2 id={`of-${option.id}`} className={`named ${marks.get(option.id)?.tone ?? ''}`}>
        <OptionName option={option} marks={marks} />
        <span className="sr">: {question}</span>
      </h2>
      {from?.atAGlance && (
        <p className="says">
          <Words text={from.atAGlance} kit={kit} plain />
        </p>
      )}
      <div className="our-rating">
        <OurRating
          rating={from?.rating}
          bySource={sourceRatings(leads, kit.book)}
          of={option.name}
          kit={kit}
        />
      </div>
      {cell.items.map((item) => (
        <Picture key={item.lead.id} item={item} marks={marks} kit={kit} />
      ))}
    </section>
  )
}
