import type { Marks, Names } from '@/lib/glance/arm-label'
import { findingWords } from '@/lib/glance/finding-words'
import { Groups, OfPeople } from '@/components/glance/pair'
import { LevelMark } from '@/components/numbers/certainty'
import Link from '@/components/ui/link'
import { Num, Words } from '@/components/ui/words'
import type { GlanceCell, GlanceItem } from '@/lib/glance/glance-cell'
import { fallbackWords, looksWide, rowItems, toldWords } from '@/lib/glance/row-words'
import { timeAfter } from '@/lib/glance/time-after'
import type { RatingView } from '@/lib/ratings/schema'
import type { Kit } from '@/lib/sentences/kit'
import { ended, sentences } from '@/lib/texts/punctuation'

/** What a cell says of itself, for whoever reads the page by program: which option and question, what it holds, how sure. */
export function glanceMarks(
  option: string,
  question: string,
  state: GlanceCell['state'],
  rating: RatingView | undefined,
) {
  return {
    'data-glance': `${option}:${question}`,
    'data-state': state,
    'data-certainty': rating?.level ?? 'none',
  }
}

/** The class by which the boxes of a page hide an option. */
export const optionClass = (letter: string | undefined) => `of-${(letter ?? '').toLowerCase()}`

/** A lead figure that is not drawn, in one short line: who, the figure of each group, what happened and when. */
function Told({
  item,
  beside,
  kit,
  ...named
}: {
  item: GlanceItem
  beside: GlanceItem | undefined
  marks: Marks
  names: Names
  kit: Kit
}) {
  const { name, text } = toldWords(item, named, kit, beside)
  return (
    <p className="told" data-source={item.lead.source}>
      {name}
      <Num from={item.lead.id}>
        {sentences(
          [text, item.kind === 'finding' ? null : ended(timeAfter(item.lead, kit.t), kit.locale)],
          kit.locale,
        )}
      </Num>
    </p>
  )
}

/** What a row says when the content has no sentence for it. */
export function Fallback({ item, kit }: { item: GlanceItem; kit: Kit }) {
  const { text, isNumber } = fallbackWords(item, kit)
  return isNumber ? <Num from={item.lead.id}>{text}</Num> : text
}

type Row = {
  option: { id: string; name: string }
  question: { id: string; name: string }
  /** Where the picture layer of the row is. */
  href: string
  /** What its heading shows; without it the option, with its letter. */
  title?: React.ReactNode
  cell: Extract<GlanceCell, { isCompared: false }>
  rating: RatingView | undefined
  /** What the lead figures mean, from the content; with placeholders. */
  sentence: string | undefined
  marks: Marks
  names: Names
  kit: Kit
}

/** One option on one question: two pictures of one study, how sure, and a sentence. Spoken in that order. */
export function GlanceRow({ option, question, href, title, cell, rating, sentence, kit, ...named }: Row) {
  const { t } = kit
  const mark = named.marks.get(option.id)
  const { drawn, told, isTimeSaid, isShared } = rowItems(cell, sentence)
  const [first] = drawn
  return (
    <div
      className={`row has-${first?.kind ?? 'finding'} ${mark?.tone ?? ''} ${optionClass(mark?.letter)}`}
      data-options={option.id}
      {...glanceMarks(option.id, question.id, cell.state, rating)}
    >
      <h3 className="who">
        {title ?? (
          <>
            <span className="badge" aria-hidden="true">
              {mark?.letter}
            </span>
            <Link href={href}>
              {option.name}
              <span className="sr">. {question.name}</span>
            </Link>
          </>
        )}
      </h3>
      <div className={drawn.length > 1 ? 'shows two' : 'shows'}>
        {drawn.map((item) =>
          item.kind === 'finding' ? (
            <p key={item.lead.id} className={`box ${item.reading}`} data-source={item.lead.source}>
              <Num from={item.lead.id}>{findingWords(item, named, kit)}</Num>
            </p>
          ) : (
            <Groups
              key={item.lead.id}
              item={item}
              kit={kit}
              isTimeSaid={isTimeSaid || isShared.time}
              areWordsSaid={isShared.words}
              {...named}
            />
          ),
        )}
        {first && (isShared.words || isShared.time) && (
          <OfPeople item={first} hasWords={isShared.words} hasTime={isShared.time} kit={kit} />
        )}
      </div>
      <div className="sure">
        {rating?.level ? (
          <LevelMark level={rating.level} kit={kit} />
        ) : (
          <p className="level">{t('certainty.notRated')}</p>
        )}
        {first?.kind === 'single' && (
          <p>{t(first.lead.design === 'single-group' ? 'glance.look.alone' : 'glance.otherGroupNotHere')}</p>
        )}
      </div>
      <div className="say">
        <p>
          {sentence ? (
            <Words text={sentence} kit={kit} plain />
          ) : (
            first && <Fallback item={first} kit={kit} />
          )}
        </p>
        {/* Of two pairs the sentence says how they differ. */}
        {drawn.length === 1 && drawn.some(looksWide) && <p className="told">{t('glance.wideByChance')}</p>}
        {told.map((item, at) => (
          <Told key={item.lead.id} item={item} beside={told[at - 1] ?? first} kit={kit} {...named} />
        ))}
      </div>
    </div>
  )
}
