import { armLabel, armSays, type Marks, type Names } from '@/lib/glance/arm-label'
import { findingWords } from '@/lib/glance/finding-words'
import { OptionName, type PageOf } from '@/components/journey/outcome-parts'
import { People } from '@/components/numbers/people'
import { readingSentence } from '@/components/numbers/study'
import { OurRating } from '@/components/ratings/our-rating'
import { Num, Words } from '@/components/ui/words'
import type { GlanceCell, GlanceItem } from '@/lib/glance/glance-cell'
import type { CellView, OptionView } from '@/lib/journey/data'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { sourceRatings } from '@/lib/ratings/source-ratings'
import { writeWhen } from '@/lib/sentences/fill'
import { gapSentence } from '@/lib/sentences/gap-words'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { ended, labelled, punctuationOf } from '@/lib/texts/punctuation'

type Props = { item: GlanceItem; marks: Marks; names: Names; kit: Kit }

/** One group of a study: who, how many of how many, the people, those left over, and how far chance may carry it. */
function Group({ item, at, kit, ...named }: Props & { at: number }) {
  const { t, locale } = kit
  const arm = item.arms[at]
  if (!arm?.people || arm.shown.kind !== 'people') return null
  const { figure, shown, people } = arm
  const { mark } = armLabel(item, at, named)
  const { stop, gap: between } = punctuationOf(locale)
  const number = (value: number) => writtenNumber(value, locale)
  const left = item.side === 'bad' ? figure.endpointWords.good : figure.endpointWords.bad
  const isAlone = item.kind === 'single'
  return (
    <div className={`large counts-${item.side} ${isAlone ? 'is-alone' : ''} ${mark?.tone ?? ''}`}>
      <p className="named">
        {mark && (
          <span className="badge" aria-hidden="true">
            {mark.letter}
          </span>
        )}
        <span>
          <Words text={figure.armWordsFirst} kit={kit} plain />
        </span>
      </p>
      <p className="big">
        <span aria-hidden="true">
          <Num from={figure.id}>
            <b>{number(shown.shown.count)}</b>{' '}
            {t('glance.of', {
              per: number(item.per),
              words: figure.endpointWords[item.side],
              thing: figure.thing,
            })}
          </Num>
        </span>
        <span className="sr">
          <Num from={figure.id}>{armSays(item, at, kit)}</Num>
        </span>
      </p>
      <People {...people} per={item.per} isAlone={isAlone} kit={kit} />
      <p className="left">
        <Num from={figure.id}>
          {t('compare.rest', {
            count: number(shown.other.count),
            per: number(shown.other.per),
            words: left,
            thing: figure.thing,
          })}
        </Num>
        {between}
        {shown.range.from !== 'none' && (
          <Num from={figure.id}>
            {t('compare.range', {
              low: number(shown.range.low),
              high: number(shown.range.high),
              per: number(item.per),
              thing: figure.thing,
            })}
            {stop}
          </Num>
        )}
      </p>
    </div>
  )
}

/** The people of one study, told once: a figure of the same people after it says so in a few words. */
const areSamePeople = (one: GlanceItem, other: GlanceItem | undefined) =>
  one.lead.source === other?.lead.source && one.lead.populationWords === other.lead.populationWords

/** One lead figure: both groups in large pictures, both frames, the gap and what chance may do, when and who. */
function ShownStudy({
  item,
  before,
  of,
  kit,
  ...named
}: Props & { before: GlanceItem | undefined; of: string }) {
  const { t, locale } = kit
  const { stop, gap: between } = punctuationOf(locale)
  const { lead, gap } = item
  const said = gap && gapSentence(gap, kit)
  const when = writeWhen(lead, t, true)
  const isTimeNew = !before || !areSamePeople(item, before) || writeWhen(before.lead, t, true) !== when
  const { status } = lead.sourceShown
  return (
    <div className={`shown-study ${item.kind}`} data-source={lead.source}>
      <h3>
        {/* Heard in a list of headings: "Death from any cause" by itself would stand there once for each option. */}
        <span className="sr">{of + punctuationOf(locale).colon + between}</span>
        <Words text={lead.endpointWords.title} kit={kit} plain />
      </h3>
      <p data-status-of={lead.source} className="flag" hidden={status === 'current'}>
        <strong>{status === 'current' ? '' : t(`source.${status}`)}</strong>
      </p>
      {item.kind === 'finding' ? (
        <p>
          <Num from={lead.id}>{findingWords(item, named, kit)}</Num>
        </p>
      ) : (
        <div className="pictures">
          {item.arms.map(({ figure }, at) => (
            <Group key={figure.id} item={item} at={at} kit={kit} {...named} />
          ))}
        </div>
      )}
      {item.kind === 'single' && lead.design === 'single-group' && (
        <p>{ended(t('glance.oneGroup'), locale)}</p>
      )}
      {gap && (
        <p>
          {said && item.kind === 'pair' && (
            <>
              {gap.isPointedOut ? (
                <mark>
                  <Num from={gap.arm.id}>{said}</Num>
                </mark>
              ) : (
                <Num from={gap.arm.id}>{said}</Num>
              )}
              {between}
            </>
          )}
          {readingSentence(gap, kit)}
        </p>
      )}
      <p>
        {isTimeNew && (
          <>
            <Num from={lead.id}>{when}</Num>
            {stop + between}
          </>
        )}
        {areSamePeople(item, before) ? (
          t('glance.samePeople')
        ) : (
          <Words text={lead.populationWords} kit={kit} plain />
        )}
      </p>
    </div>
  )
}

/** What the main figures say of one option on one question. */
export function AnswerPictures({
  option,
  question,
  cell,
  from,
  pageOf,
  kit,
  ...named
}: {
  option: Pick<OptionView, 'id' | 'name'>
  question: string
  cell: Extract<GlanceCell, { items: unknown }>
  /** The cell with its rating and its sentence. */
  from: CellView | undefined
  pageOf?: PageOf
  marks: Marks
  names: Names
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
      <h2 id={`of-${option.id}`} className={`named ${named.marks.get(option.id)?.tone ?? ''}`}>
        <OptionName option={option} marks={named.marks} pageOf={pageOf} />
        <span className="sr">{labelled('', question, kit.locale)}</span>
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
      {cell.items.map((item, at) => (
        <ShownStudy
          key={item.lead.id}
          item={item}
          before={cell.items[at - 1]}
          of={option.name}
          kit={kit}
          {...named}
        />
      ))}
    </section>
  )
}
