/**
 * The summary of findings of a decision, in the columns that GRADE asks for: the question, the people, how sure, the
 * effect as printed, the people with it in each group, the gap. The page and the file for spreadsheets are made from it.
 */
import type { OpenDecision } from '@/lib/evidence/open-figures'
import { glanceItem, type GlanceItem } from '@/lib/glance/glance-cell'
import { notPeople } from '@/lib/handouts/compared-lines'
import { optionMarks } from '@/lib/journey/steps'
import { leadFigures } from '@/lib/numbers/lead-figures'
import type { CertaintyLevel, Figure } from '@/lib/numbers/schema'
import type { ShownFigure } from '@/lib/numbers/shown-figures'
import { filledText, groupSize, writeShown, writeWhen } from '@/lib/sentences/fill'
import { gapRange, gapSentence } from '@/lib/sentences/gap-words'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { counted, ended, sentences } from '@/lib/texts/punctuation'

/** One group: who they are, what the figure says, how many people. */
export type FindingGroup = {
  /** Id of the estimate that all of this was made from. */
  estimate: string
  name: string
  /** "59 in 100 had died" */
  figure: string
  /** Null: the source does not say. */
  people: number | null
}

/** A row of the table: one lead figure, or that an option has none. */
export type FindingRow = {
  option: { id: string; letter: string; name: string }
  /** Null: no figure, and `why` says why. */
  finding: {
    endpoint: string
    own: FindingGroup
    /** The group compared with; null: there was none, or we have no figure of it. */
    versus: FindingGroup | null
    /** There was nobody to compare with. */
    isAlone: boolean
    /** "With bypass, 7 fewer in 100 had died than with medicines. Likely range …"; null: no gap of people. */
    difference: string | null
    /** "HR 0.84 (range 0.73 to 0.97), with bypass, of people who had died"; null: none was printed. */
    effect: string | null
    time: string
    design: string
    source: { id: string; short: string; tier: 'A' | 'B'; status: string | null }
    notes: string[]
  } | null
  why: string | null
  level: CertaintyLevel | null
  /** "Fairly sure"; null: no figure, or not rated. */
  sure: string | null
}

export type FindingsTable = {
  id: string
  name: string
  question: string
  outcomes: { id: string; question: string; rows: FindingRow[] }[]
}

/** "HR 0.84 (0.73 to 0.97)" with the digits as they were printed. */
function effectWords(
  {
    measure,
    value,
    low,
    high,
  }: { measure: string; value: number; low?: number | undefined; high?: number | undefined },
  kit: Kit,
): string {
  const number = (digits: number) => writtenNumber(digits, kit.locale, { maximumFractionDigits: 4 })
  if (low === undefined || high === undefined)
    return kit.t('findings.effect', { measure, value: number(value) })
  return kit.t('findings.effectRange', {
    measure,
    value: number(value),
    low: number(low),
    high: number(high),
  })
}

/** The effect as printed, with the arm and the side that it is of; a ratio that is the figure itself counts too. */
function printedEffect(figures: readonly Figure[], kit: Kit): string | null {
  const { t } = kit
  const figure = figures.find(({ effect, value }) => effect !== null || value.type === 'ratioOnly')
  if (!figure) return null
  const { value, counts, armWords: arm, endpointWords } = figure
  const effect = figure.effect ?? (value.type === 'ratioOnly' ? value : null)
  if (!effect) return null
  const words = effectWords(effect, kit)
  if (effect.measure === 'MD') return t('findings.effectWith', { effect: words, arm })
  const side = figure.effect?.counts ?? counts
  return t('findings.effectOf', { effect: words, arm, words: endpointWords[side] })
}

function groupOf(figure: Figure, shown: ShownFigure, side: 'bad' | 'good', kit: Kit): FindingGroup {
  const people = writeShown(shown, kit.t, kit.locale, figure.thing)
  const text = people
    ? counted(people, figure.endpointWords[side], kit.locale)
    : notPeople(figure, kit).figure
  return { estimate: figure.id, name: figure.armWordsFirst, figure: text, people: groupSize(figure) }
}

function findingOf(item: GlanceItem, kit: Kit): FindingRow['finding'] {
  const { t, book, locale } = kit
  const { lead, arms, gap, side } = item
  const own = arms.find(({ figure }) => figure.id === lead.id)
  const other = arms.find(({ figure }) => figure.id !== lead.id)
  if (!own) return null
  const sentence = gap && gapSentence(gap, kit)
  const range = gap && sentence ? gapRange(gap, kit) : ''
  const { id, short, status } = lead.sourceShown
  const plain = (line: string) => filledText(line, book, t, locale)
  return {
    endpoint: plain(lead.endpointWords.title),
    own: groupOf(own.figure, own.shown, side, kit),
    versus: other ? groupOf(other.figure, other.shown, side, kit) : null,
    isAlone: lead.design === 'single-group',
    difference: sentence ? sentences([sentence, range], locale) : null,
    effect: printedEffect(
      arms.map(({ figure }) => figure),
      kit,
    ),
    time: writeWhen(lead, t, true),
    design: t(`design.${lead.design}`),
    source: {
      id,
      short,
      tier: arms.some(({ figure }) => figure.tier === 'B') ? 'B' : 'A',
      status: status === 'current' ? null : t(`source.${status}`),
    },
    notes: [...new Set(arms.flatMap(({ figure }) => figure.noteWords))].map(plain),
  }
}

/** The table of a decision: every question, every option in the fixed order, every lead figure in a row of its own. */
export function findingsTable(
  { id, name, question, options, outcomes }: OpenDecision,
  kit: Kit,
): FindingsTable {
  const { t, book, locale } = kit
  const ids = options.map((option) => option.id)
  const marks = optionMarks(ids)
  return {
    id,
    name,
    question,
    outcomes: outcomes.map((outcome) => ({
      id: outcome.id,
      question: outcome.question,
      rows: options.flatMap((each): FindingRow[] => {
        const cell = outcome.cells[each.id]
        if (!cell) return []
        const option = { id: each.id, letter: marks.get(each.id)?.letter ?? '', name: each.name }
        const none = { option, finding: null, level: null, sure: null }
        if (!('estimates' in cell)) {
          const title = t('unknown' in cell ? 'compare.unknownTitle' : 'compare.notApplicableTitle')
          const why = filledText(cell.why ?? '', book, t, locale)
          return [{ ...none, why: sentences([ended(title, locale), why], locale) }]
        }
        const level = cell.rating?.level ?? null
        return leadFigures(cell).flatMap((lead): FindingRow[] => {
          const figure = book.estimates[lead]
          const item = figure && glanceItem(figure, book, ids, outcome.tone)
          const finding = item ? findingOf(item, kit) : null
          return finding
            ? [{ option, finding, why: null, level, sure: level && t(`certainty.${level}`) }]
            : []
        })
      }),
    })),
  }
}
