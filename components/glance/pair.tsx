import { armLabel, armSays, type Marks, type Names } from '@/lib/glance/arm-label'
import { Dots } from '@/components/glance/dots'
import { Num } from '@/components/ui/words'
import type { GlanceItem } from '@/lib/glance/glance-cell'
import { groupAlone, ofWords } from '@/lib/glance/row-words'
import { timeAfter } from '@/lib/glance/time-after'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { ended, labelled, punctuationOf } from '@/lib/texts/punctuation'

type Props = {
  item: GlanceItem
  marks: Marks
  names: Names
  kit: Kit
  /** The sentence beside it, or a line under two pictures, says when it was counted. */
  isTimeSaid?: boolean
  /** A line under two pictures says what was counted. */
  areWordsSaid?: boolean
}

function Group({ item, at, kit, marks, names }: Props & { at: number }) {
  const arm = item.arms[at]
  if (arm?.shown.kind !== 'people' || !arm.people) return null
  const { mark, words } = armLabel(item, at, { marks, names })
  const { count, bound } = arm.shown.shown
  const number = writtenNumber(count, kit.locale)
  const isAlone = item.kind === 'single'
  return (
    <figure>
      <Dots {...arm.people} per={item.per} isAlone={isAlone} />
      <figcaption>
        <span aria-hidden="true" className={mark?.tone}>
          {mark && !isAlone && <span className="badge">{mark.letter}</span>}
          {!mark && !isAlone && <span className="who-short">{kit.t('glance.others')}</span>}
          <Num from={arm.figure.id}>
            <b>{bound === 'fewer-than' ? kit.t('glance.under', { count: number }) : number}</b>
          </Num>
        </span>
        <span className="sr">
          <Num from={arm.figure.id}>{labelled(words, armSays(item, at, kit), kit.locale)}</Num>
        </span>
      </figcaption>
    </figure>
  )
}

/** What the numbers of pictures are out of, and when it was counted. Who hears the page has heard the words already. */
export function OfPeople({
  item,
  hasWords,
  hasTime,
  kit,
}: {
  item: GlanceItem
  hasWords: boolean
  hasTime: boolean
  kit: Kit
}) {
  const group = groupAlone(item)
  return (
    <p className="of">
      {hasWords && (
        <span aria-hidden="true">
          <Num from={item.lead.id}>{ofWords(item, kit)}</Num>
          {punctuationOf(kit.locale).gap}
          {group !== null && ended(group, kit.locale) + punctuationOf(kit.locale).gap}
        </span>
      )}
      {hasTime && <Num from={item.lead.id}>{timeAfter(item.lead, kit.t)}</Num>}
    </p>
  )
}

/**
 * Groups of one study as people: the group compared with first, the treatment second, or one group by itself. People of
 * a clear difference are lit.
 */
export function Groups(props: Props) {
  const { item, kit, isTimeSaid = false, areWordsSaid = false } = props
  return (
    <div className={`groups counts-${item.side} ${item.kind}`} data-source={item.lead.source}>
      <div className="pictures">
        {item.arms.map(({ figure }, at) => (
          <Group key={figure.id} {...props} at={at} />
        ))}
      </div>
      {!(isTimeSaid && areWordsSaid) && (
        <OfPeople
          item={item}
          hasWords={!areWordsSaid}
          hasTime={!isTimeSaid || item.kind === 'single'}
          kit={kit}
        />
      )}
    </div>
  )
}
