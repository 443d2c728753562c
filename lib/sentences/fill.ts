import { armDifference } from '@/lib/numbers/arm-difference'
import { formatFact, type FactWords } from '@/lib/numbers/fact-format'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Frequency } from '@/lib/numbers/natural-frequency'
import type { Fact, Figure, FigureBook, Thing } from '@/lib/numbers/schema'
import { proportionOf, shownFigures, type ShownFigure, type Side } from '@/lib/numbers/shown-figures'
import { followUpTime } from '@/lib/numbers/time-span'
import { writtenNumber } from '@/lib/texts/intl'
import { parseWords, type EstimatePart } from '@/lib/texts/placeholders'
import type { Locale, Translate } from '@/lib/texts/translate'

/** A piece of a sentence on the page; `from` says which figure or fact a number came from. */
export type FilledPart = { text: string; from?: { kind: 'estimate' | 'fact'; id: string } }

const digits = writtenNumber

type ShownMessage = {
  key: `numbers.${'in' | 'fewerThan' | 'moreThan' | 'ofCounted' | 'span'}`
  values: Record<string, string | number>
}

function frequencyMessage(
  { count, per, bound, asCounted }: Frequency,
  locale: Locale,
  thing: Thing,
): ShownMessage {
  if (asCounted) {
    const { events, total } = asCounted
    return {
      key: 'numbers.ofCounted',
      values: { events: digits(events, locale), total: digits(total, locale), thing },
    }
  }
  const values = { n: count, count: digits(count, locale), per: digits(per, locale), thing }
  if (bound === 'fewer-than') return { key: 'numbers.fewerThan', values }
  return { key: bound === 'more-than' ? 'numbers.moreThan' : 'numbers.in', values }
}

/**
 * The message that says a shown figure, with its values; null for one that is not people. Its tag `rest` holds what may
 * stand smaller ("in 100"): a page draws it with `t.rich`, plain text leaves it as it is.
 */
export function shownMessage(shown: ShownFigure, locale: Locale, thing: Thing): ShownMessage | null {
  if (shown.kind === 'people') return frequencyMessage(shown.shown, locale, thing)
  if (shown.kind !== 'span') return null
  const { low, high, per } = shown
  const values = { low: digits(low, locale), high: digits(high, locale), per: digits(per, locale), thing }
  return { key: 'numbers.span', values }
}

const asText = ({ key, values }: ShownMessage, t: Translate): string =>
  t.markup(key, { ...values, rest: (words: string) => words } as Parameters<typeof t.markup>[1])

/** "8 in 100", "fewer than 1 in 1,000"; with `asCounted`, "0 of 45 people". */
export function writeFrequency(frequency: Frequency, t: Translate, locale: Locale, thing: Thing): string {
  return asText(frequencyMessage(frequency, locale, thing), t)
}

/** A shown figure as text; '' for one that is not people. */
export function writeShown(shown: ShownFigure, t: Translate, locale: Locale, thing: Thing): string {
  const message = shownMessage(shown, locale, thing)
  return message ? asText(message, t) : ''
}

/**
 * The length of follow-up alone: "about 10 years"; for other kinds, the phrase for when it was counted.
 * @param isFirst it begins a sentence: "About 10 years"
 */
export function writeTime(figure: Pick<Figure, 'followUp'>, t: Translate, isFirst = false): string {
  const when = isFirst ? 'whenFirst' : 'when'
  const { kind, span } = followUpTime(figure.followUp)
  if (!span)
    return kind === 'around' || kind === 'until-discharge' || kind === 'varied'
      ? t(`numbers.${when}.${kind}`)
      : t(`numbers.${when}.not-stated`)
  const text = t(`numbers.time.${span.unit}`, { value: span.value })
  return span.about ? t(isFirst ? 'numbers.aboutFirst' : 'numbers.about', { text }) : text
}

/**
 * When it was counted, as a phrase: "after about 10 years (half of the people were followed for longer)".
 * @param isFirst it begins a sentence: "After about 10 years"
 */
export function writeWhen(figure: Pick<Figure, 'followUp'>, t: Translate, isFirst = false): string {
  const { kind } = figure.followUp
  return t(`numbers.${isFirst ? 'whenFirst' : 'when'}.${kind}`, { span: writeTime(figure, t) })
}

/** The words of a language around a fact's digits. */
export function factWords(t: Translate, thing: Thing): FactWords {
  return {
    range: (low, high) => t('numbers.range', { low, high }),
    about: (text) => t('numbers.about', { text }),
    atLeast: (text) => t('numbers.atLeast', { text }),
    upTo: (text) => t('numbers.upTo', { text }),
    counted: (unit, amount, text, compact) => t(`numbers.counted.${unit}`, { amount, text, compact, thing }),
    money: (currency, low, high) => t(`numbers.money.${currency}`, { low, high: high ?? 'alone' }),
  }
}

/**
 * Shares of people are shown without decimals (IPDAS: no false precision); a share below one stays as printed. So are
 * ten millions of people and more: 64.34 million is shown as 64 million, 1.5 million stays.
 */
function wholePeople(fact: Fact): Fact['value'] {
  const isMillions = fact.unit === 'million-people'
  if (!isMillions && fact.unit !== 'in-100' && fact.unit !== 'in-1000') return fact.value
  const whole = (value: number) => (value >= (isMillions ? 10 : 1) ? roundHalfUp(value) : value)
  const { value } = fact
  if (typeof value === 'number') return whole(value)
  if (typeof value === 'string') return value
  if ('low' in value) return { low: whole(value.low), high: whole(value.high) }
  return 'atLeast' in value ? { atLeast: whole(value.atLeast) } : { upTo: whole(value.upTo) }
}

const bareUnits: Partial<Record<Fact['unit'], Fact['unit']>> = { year: 'year', date: 'date', month: 'month' }

/** A fact as text; `bare` leaves the unit away ("7 to 10"). */
export function writeFact(fact: Fact, t: Translate, locale: Locale, bare = false): string {
  const isAge = fact.thing === 'age' && fact.unit === 'years'
  const unit = bare ? (bareUnits[fact.unit] ?? 'count') : isAge ? 'age' : fact.unit
  return formatFact({ ...fact, value: wholePeople(fact), unit }, locale, factWords(t, fact.thing))
}

/** The two arms over one denominator when the figure has a comparator, else the figure alone. */
function pair(
  figure: Figure,
  book: FigureBook,
  side: Side,
): [ShownFigure | undefined, ShownFigure | undefined] {
  const other = figure.comparator ? book.estimates[figure.comparator] : undefined
  const [first, second] = shownFigures(other ? [figure, other] : [figure], side)
  return [first, second]
}

/** How many in the group, when the source says. */
export function groupSize(figure: Pick<Figure, 'value'>): number | null {
  const { value } = figure
  if (value.type === 'counts') return value.total
  if ((value.type === 'percent' || value.type === 'rate') && value.n) return value.n
  return null
}

function writeDifference(figure: Figure, book: FigureBook, t: Translate, locale: Locale): string {
  const other = figure.comparator ? book.estimates[figure.comparator] : undefined
  const a = proportionOf(figure.value)
  const b = other ? proportionOf(other.value) : null
  if (!a || !b) return t('numbers.same')
  const { difference, per } = armDifference(a, b)
  const onHeadline = figure.counts === figure.headline ? difference : -difference
  if (onHeadline === 0) return t('numbers.same')
  const size = Math.abs(onHeadline)
  const values = { n: size, count: digits(size, locale), per: digits(per, locale), thing: figure.thing }
  return onHeadline > 0 ? t('numbers.more', values) : t('numbers.fewer', values)
}

function writePart(
  figure: Figure,
  part: EstimatePart,
  book: FigureBook,
  t: Translate,
  locale: Locale,
): string {
  const side: Side = part.endsWith('bad') ? 'bad' : part.endsWith('good') ? 'good' : figure.headline
  const [own, other] = pair(figure, book, side)
  switch (part) {
    case 'time':
      return writeTime(figure, t)
    case 'people': {
      const versus = figure.comparator ? book.estimates[figure.comparator] : undefined
      const sizes = [figure, ...(versus ? [versus] : [])].map(groupSize)
      const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
      return t('numbers.people', { count: total, thing: figure.thing })
    }
    case 'diff':
      return writeDifference(figure, book, t, locale)
    case 'range':
      if (own?.kind !== 'people' || own.range.from === 'none') return t('numbers.noRange')
      return t('numbers.rangeIn', {
        low: digits(own.range.low, locale),
        high: digits(own.range.high, locale),
        per: digits(own.shown.per, locale),
        thing: figure.thing,
      })
    case 'versus':
    case 'versus.bad':
    case 'versus.good':
      return other ? writeShown(other, t, locale, figure.thing) : ''
    default:
      return own ? writeShown(own, t, locale, figure.thing) : ''
  }
}

/**
 * Fills the placeholders of a sentence.
 * @throws when a placeholder names a figure that is not in the book: content checks make that impossible.
 */
export function fillWords(text: string, book: FigureBook, t: Translate, locale: Locale): FilledPart[] {
  return parseWords(text).map((part): FilledPart => {
    if (part.kind === 'text') return { text: part.text }
    if (part.kind === 'broken') throw new Error(`malformed placeholder ${part.raw}`)
    if (part.kind === 'fact') {
      const fact = book.facts[part.id]
      if (!fact) throw new Error(`unknown fact ${part.id}`)
      return { text: writeFact(fact, t, locale, part.bare), from: { kind: 'fact', id: part.id } }
    }
    const figure = book.estimates[part.id]
    if (!figure) throw new Error(`unknown estimate ${part.id}`)
    return { text: writePart(figure, part.part, book, t, locale), from: { kind: 'estimate', id: part.id } }
  })
}

/** The filled sentence as plain text. */
export function filledText(text: string, book: FigureBook, t: Translate, locale: Locale): string {
  return fillWords(text, book, t, locale)
    .map((part) => part.text)
    .join('')
}
