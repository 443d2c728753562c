/**
 * A decision as sheets show it: what stands on the screen at a glance, question by question. The same figures, letters,
 * pictures and sentences as on the decision's own page, made by the same rules (lib/glance).
 */
import { armLabel, armShort, type Marks, type Names } from '@/lib/glance/arm-label'
import { findingWords } from '@/lib/glance/finding-words'
import { glanceCells, type GlanceCell, type GlanceItem } from '@/lib/glance/glance-cell'
import { fallbackWords, ofWords, rowItems, toldWords } from '@/lib/glance/row-words'
import { timeAfter } from '@/lib/glance/time-after'
import type { Cell } from '@/lib/journey/schema'
import { optionMarks } from '@/lib/journey/steps'
import { barsOf } from '@/lib/numbers/certainty-phrase'
import type { Compare, ComparedStudy, Run } from '@/lib/paper/schema'
import type { RatingView } from '@/lib/ratings/schema'
import { runsOf } from '@/lib/summary/runs-of'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { ended, labelled, listed, punctuationOf, remarked } from '@/lib/texts/punctuation'

/** A decision as the pages have it. */
export type ComparisonContent = {
  options: readonly { id: string; name: string }[]
  outcomes: readonly {
    id: string
    tone: 'benefit' | 'harm'
    onSheet: boolean
    question: string
    cells: Readonly<
      Record<string, Cell & { why?: string; atAGlance?: string; rating?: RatingView | undefined }>
    >
  }[]
}

type Named = { marks: Marks; names: Names }
type OwnCell = Extract<GlanceCell, { isCompared: false }>

/** What another line says already. */
type Said = { isTimeSaid: boolean; isAloneSaid: boolean }

/** Who a letter does not name, when it was counted, and which study it is, with what must be said about it. */
function noteOf(item: GlanceItem, { isTimeSaid, isAloneSaid }: Said, named: Named, kit: Kit): Run[] {
  const { t, locale } = kit
  const { stop, gap } = punctuationOf(locale)
  const { lead } = item
  const { short, status } = lead.sourceShown
  const from = `estimate:${lead.id}`
  const others = item.arms.flatMap((_, at) => {
    const { mark, words } = armLabel(item, at, named)
    return mark || item.kind === 'single' ? [] : [t('glance.othersAre', { words })]
  })
  const alone =
    item.kind === 'single' && !isAloneSaid
      ? [t(lead.design === 'single-group' ? 'glance.oneGroup' : 'glance.otherGroupNotHere')]
      : []
  const isRead = item.arms.some(({ figure }) => figure.tier === 'B')
  const time = isTimeSaid ? [] : [timeAfter(lead, t)]
  return [
    ...[...others, ...alone, ...time].map((text) => ({ text: text + stop + gap, from })),
    { text: short, source: lead.source },
    { text: (isRead ? remarked('', t('summary.tierB'), locale) : '') + stop },
    ...(status === 'current'
      ? []
      : [{ text: gap + t(`source.${status}`), isStrong: true, statusOf: lead.source }]),
  ]
}

/** A lead figure that is drawn: its groups as people, or its finding in words. */
function drawnStudy(item: GlanceItem, said: Said, named: Named, kit: Kit): ComparedStudy {
  const from = `estimate:${item.lead.id}`
  const groups = item.arms.flatMap(({ figure, shown, people }, at) => {
    if (item.kind === 'finding' || shown.kind !== 'people' || !people) return []
    const written = writtenNumber(shown.shown.count, kit.locale)
    const count = shown.shown.bound === 'fewer-than' ? kit.t('glance.under', { count: written }) : written
    const label = item.kind === 'single' ? count : `${armShort(item, at, named, kit)} ${count}`
    return [{ label, ...people, from: `estimate:${figure.id}` }]
  })
  return {
    of: item.per,
    isAlone: item.kind === 'single',
    counts: item.side,
    groups,
    words: [
      { text: groups.length ? ofWords(item, kit) : ended(findingWords(item, named, kit), kit.locale), from },
    ],
    note: noteOf(item, said, named, kit),
  }
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

/** A lead figure that stands in a line only. What the first picture's note says of its study already is not said again. */
function toldStudy(
  item: GlanceItem,
  first: GlanceItem | undefined,
  isTimeSaid: boolean,
  named: Named,
  kit: Kit,
): ComparedStudy {
  const { name, text } = toldWords(item, named, kit, first)
  // One group by itself is named in its line: that it is alone needs no sentence more.
  const said = { isTimeSaid, isAloneSaid: item.kind === 'single' }
  const isOfFirst =
    first !== undefined &&
    first.lead.source === item.lead.source &&
    JSON.stringify(first.lead.followUp) === JSON.stringify(item.lead.followUp) &&
    textOf(noteOf(first, said, named, kit)) === textOf(noteOf(item, said, named, kit))
  return {
    of: item.per,
    isAlone: item.kind === 'single',
    counts: item.side,
    groups: [],
    words: [{ text: ended(`${name}${text}`, kit.locale), from: `estimate:${item.lead.id}` }],
    note: isOfFirst
      ? []
      : noteOf(item, { isTimeSaid: false, isAloneSaid: first?.kind === 'single' }, named, kit),
  }
}

function cellOf(
  option: { id: string; name: string },
  cell: OwnCell,
  { atAGlance, rating }: { atAGlance?: string; rating?: RatingView | undefined },
  named: Named,
  kit: Kit,
): Compare['cells'][number] {
  const { drawn, told, isTimeSaid } = rowItems(cell, atAGlance)
  const [first] = drawn
  const fallback = first && fallbackWords(first, kit)
  return {
    option: option.id,
    letter: named.marks.get(option.id)?.letter ?? '',
    name: option.name,
    studies: [
      ...drawn.map((item) => drawnStudy(item, { isTimeSaid, isAloneSaid: false }, named, kit)),
      ...told.map((item) => toldStudy(item, first, isTimeSaid, named, kit)),
    ],
    sure: rating?.level
      ? { bars: barsOf(rating.level), text: ended(kit.t(`certainty.${rating.level}`), kit.locale) }
      : { bars: 0, text: ended(kit.t('certainty.notRated'), kit.locale) },
    says: atAGlance
      ? runsOf(atAGlance, kit)
      : fallback
        ? [{ text: fallback.text, ...(fallback.isNumber && { from: `estimate:${first.lead.id}` }) }]
        : [],
  }
}

const restKinds = ['compared', 'unknown', 'not-applicable'] as const

/** The options without a row, by name, in three groups. None is dropped. */
function restOf(
  options: ComparisonContent['options'],
  cells: ReadonlyMap<string, GlanceCell>,
  { marks }: Named,
  { t, locale }: Kit,
): Run[][] {
  const { stop } = punctuationOf(locale)
  const kindOf = (cell: GlanceCell | undefined) =>
    !cell ? null : !('items' in cell) ? cell.state : cell.isCompared ? 'compared' : null
  return restKinds.flatMap((kind) => {
    const those = options.filter(({ id }) => kindOf(cells.get(id)) === kind)
    if (!those.length) return []
    const names = those.map(({ id, name }) => `${marks.get(id)?.letter ?? ''}. ${name}`)
    return [
      [
        { text: labelled(t(`glance.without.${kind}`), '', locale), isStrong: true },
        { text: listed(names, locale) + stop },
      ],
    ]
  })
}

/** Every question of a decision as a block for paper. */
export function makeComparison({ options, outcomes }: ComparisonContent, kit: Kit): Compare[] {
  const ids = options.map(({ id }) => id)
  const named = {
    marks: optionMarks(ids),
    names: new Map(options.map(({ id, name }) => [id, name])),
  }
  return outcomes.map(({ id, tone, question, cells }) => {
    const shown = glanceCells(cells, ids, kit.book, tone)
    return {
      kind: 'compare',
      id,
      question,
      cells: options.flatMap((option) => {
        const cell = shown.get(option.id)
        if (!cell || !('items' in cell) || cell.isCompared) return []
        return [cellOf(option, cell, cells[option.id] ?? {}, named, kit)]
      }),
      rest: restOf(options, shown, named, kit),
    }
  })
}
