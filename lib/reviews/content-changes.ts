import type { Estimate, Fact } from '@/lib/numbers/schema'
import { shownFigures, type ShownFigure, type Side } from '@/lib/numbers/shown-figures'
import { parseChangelog } from '@/lib/reviews/changelog'
import { canonicalText } from '@/lib/texts/canonical-text'

/** A figure as people see it, "41 in 100", and what it is of. */
export type SeenFigure = { seen: string; of: string }

/** Figures by id, and the sentences of each words file. */
export type ContentState = {
  figures: Readonly<Record<string, SeenFigure>>
  sentences: Readonly<Record<string, readonly string[]>>
}

/** What was published last. */
export type Released = {
  /** YYYY-MM-DD */
  date: string
  /** SHA-256 of the change log at that time. */
  changelog: string
  figures: Readonly<Record<string, string>>
}

const bounds = { exact: '', about: '', 'fewer-than': 'fewer than ', 'more-than': 'more than ' }

function seenOf(figure: ShownFigure): string {
  if (figure.kind === 'span') return `${figure.low} to ${figure.high} in ${figure.per}`
  if (figure.kind === 'people')
    return figure.shown.asCounted && figure.shown.count === 0
      ? `0 of ${figure.shown.asCounted.total}`
      : `${bounds[figure.shown.bound]}${figure.shown.count} in ${figure.shown.per}`
  return canonicalText(figure.value)
}

/**
 * A figure as people see it, over the denominator it shares with the one it is told beside: "41 in 100". A value that is
 * no share of people is told by its printed fields, so that any change of it is seen.
 */
export function seenFigure(
  estimate: Pick<Estimate, 'value' | 'range' | 'design' | 'counts'>,
  beside: typeof estimate | undefined,
  side: Side,
): string {
  const [own] = shownFigures(beside ? [estimate, beside] : [estimate], side)
  return own ? seenOf(own) : ''
}

/** A fact as it is stored: "about 3 days", in words that change when it does. */
export const seenFact = ({
  value,
  unit,
  approximate,
}: Pick<Fact, 'value' | 'unit' | 'approximate'>): string =>
  `${approximate ? 'about ' : ''}${typeof value === 'object' ? canonicalText(value) : value} ${unit}`

/** "41 in 100" and "40 in 100" → "41 → 40 in 100"; other pairs are told whole. */
export function arrow(before: string, after: string): string {
  const [, from, unit] = /^(\S+)( in \d+)$/.exec(before) ?? []
  const [, to, unitAfter] = /^(\S+)( in \d+)$/.exec(after) ?? []
  return from && to && unit === unitAfter ? `${from} → ${to}${unit}` : `${before} → ${after}`
}

type FigureChanges = {
  changed: { id: string; told: string }[]
  added: string[]
  removed: string[]
}

/** Which figures differ between two states, by id. */
export function figureChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FigureChanges {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changes: FigureChanges = { changed: [], added: [], removed: [] }
  for (const id of ids) {
    const [old, now] = [before[id], after[id]]
    if (old === undefined) changes.added.push(id)
    else if (now === undefined) changes.removed.push(id)
    else if (old !== now) changes.changed.push({ id, told: arrow(old, now) })
  }
  return changes
}

/** Sentences of a text; a placeholder holds no end of one. */
export const sentencesIn = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter(Boolean)

/** How many sentences are in the first list and not in the second; one that stands twice counts twice. */
function more(first: readonly string[], second: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of second) left.set(one, (left.get(one) ?? 0) + 1)
  return first.filter((one) => {
    const count = left.get(one) ?? 0
    if (count > 0) left.set(one, count - 1)
    return count === 0
  }).length
}

export const seenIn = (figures: ContentState['figures']): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([id, { seen }]) => [id, seen]))

/**
 * Lines for the change log: each changed figure, "- Death, with a pump: 41 → 40 in 100, because …", for a person to
 * complete; each figure that is new or gone; and for each words file how many sentences are new and gone.
 */
export function changeLines(before: ContentState, after: ContentState): string[] {
  const { changed, added, removed } = figureChanges(seenIn(before.figures), seenIn(after.figures))
  const of = (id: string) => (after.figures[id] ?? before.figures[id])?.of ?? id
  const files = [...new Set([...Object.keys(before.sentences), ...Object.keys(after.sentences)])].sort()
  return [
    ...changed.map(({ id, told }) => `- ${of(id)}: ${told}, because …`),
    ...added.map((id) => `- New: ${of(id)}: ${after.figures[id]?.seen}.`),
    ...removed.map((id) => `- Gone: ${of(id)}: it was ${before.figures[id]?.seen}, because …`),
    ...files.flatMap((file) => {
      const [old, now] = [before.sentences[file] ?? [], after.sentences[file] ?? []]
      const [isNew, isGone] = [more(now, old), more(old, now)]
      return isNew + isGone > 0 ? [`- ${file}: ${isNew} sentences new, ${isGone} gone.`] : []
    }),
  ]
}

/**
 * Why a release is refused: a figure that changed needs a line in an entry of the release's day or later that holds the
 * change as `changeLines` writes it and says why ("because" and more than "…"); figures that are new or gone need a
 * change log that was written on since.
 * @param changelogHash SHA-256 of `changelog`
 */
export function missingEntries(
  released: Released,
  figures: Readonly<Record<string, string>>,
  changelog: string,
  changelogHash: string,
): string[] {
  const { changed, added, removed } = figureChanges(released.figures, figures)
  const lines = parseChangelog(changelog)
    .filter(({ date }) => date >= released.date)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'items' ? block.items : [block.text])))
  const isTold = (told: string) =>
    lines.some((line) => line.includes(told) && /because (?!…)\S/.test(line.slice(line.indexOf(told))))
  const untold = changed
    .filter(({ told }) => !isTold(told))
    .map(({ id, told }) => `${id}: ${told} has no line in the change log that says “${told}, because …”`)
  if (added.length + removed.length === 0 || changelogHash !== released.changelog) return untold
  return [
    ...untold,
    `${added.length} figures are new and ${removed.length} gone, and the change log is as before`,
  ]
}
