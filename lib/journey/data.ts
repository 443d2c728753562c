import 'server-only'
import { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { listCitations } from '@/lib/sources/data'
import {
  Cell,
  ConditionWords,
  DecisionsWords,
  ArticlePlace,
  Drawing,
  Icon,
  OptionWords,
  Sketch,
  type Cell as CellType,
} from '@/lib/journey/schema'
import { getRatings } from '@/lib/ratings/data'
import { cellPlace } from '@/lib/ratings/rated-places'
import type { RatingView } from '@/lib/ratings/schema'
import { listWords, listWordsAcross } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

const about = ConditionWords.pick({ name: true, inSentence: true, short: true, lead: true })
const emergency = ConditionWords.shape.emergency
const sectionWords = ConditionWords.shape.sections.valueType
const situationWords = ConditionWords.shape.situations.valueType
const decisionWords = DecisionsWords.shape.decisions.valueType

export type ConditionName = {
  id: string
  name: string
  /** The name as it stands inside a sentence. */
  inSentence: string
  short: string
  drawing: Drawing | null
  sketch: Sketch | null
}
export type SectionView = z.infer<typeof sectionWords> & {
  id: string
  optIn: boolean
  icon: Icon | null
  drawing: Drawing | null
  /** For each row of the table: where what it names stands. */
  places: string[][]
  estimates: string[]
  sources: string[]
}
export type SituationView = z.infer<typeof situationWords> & {
  id: string
  sketch: Sketch | null
  decisions: string[]
  sources: string[]
}
export type ConditionView = ConditionName & {
  lead: string[]
  sections: SectionView[]
  situations: SituationView[]
  emergency: z.infer<typeof emergency> & { sources: string[] }
}
export type OptionView = OptionWords & {
  id: string
  purpose: string
  sketch: Sketch | null
  drawing: Drawing | null
  estimates: string[]
  sources: string[]
  decisions: string[]
}
/**
 * With figures: what they mean in one sentence, with placeholders, and how sure we are of them; without a rating nobody
 * has rated them yet. Without figures: why.
 */
export type CellView = CellType & { why?: string; atAGlance?: string; rating?: RatingView | undefined }
export type OutcomeView = {
  id: string
  tone: 'benefit' | 'harm'
  /** It stands on the sheet for the visit. */
  onSheet: boolean
  question: string
  answer: string[]
  cells: Record<string, CellView>
}
export type DecisionName = { id: string; name: string; question: string; situations: string[] }
export type DecisionView = DecisionName & { lead: string[]; options: OptionView[]; outcomes: OutcomeView[] }

const drawingOf = (value: string | null) => (value === null ? null : Drawing.parse(value))
const sketchOf = (value: string | null) => (value === null ? null : Sketch.parse(value))
const iconOf = (value: string | null) => (value === null ? null : Icon.parse(value))
const places = z.array(z.array(ArticlePlace))

/** Conditions in their fixed order, for menus and the first page: those that are translated into the language. */
export const listConditions = once(async (locale: Locale): Promise<ConditionName[]> => {
  const [rows, words] = await Promise.all([
    db.condition.findMany({ orderBy: { order: 'asc' } }),
    listWordsAcross(locale, 'condition', 'about', z.unknown()),
  ])
  return rows.flatMap((row) => {
    if (!words.has(row.id)) return []
    const { name, inSentence, short } = about.parse(words.get(row.id))
    return [
      { id: row.id, name, inSentence, short, drawing: drawingOf(row.drawing), sketch: sketchOf(row.sketch) },
    ]
  })
})

/** Everything of step 1; null for a condition that is unknown or not translated. */
export const getCondition = once(async (locale: Locale, id: string): Promise<ConditionView | null> => {
  const row = await db.condition.findUnique({
    where: { id },
    include: {
      sections: { orderBy: { order: 'asc' } },
      situations: { orderBy: { order: 'asc' }, include: { decisions: { orderBy: { order: 'asc' } } } },
    },
  })
  if (!row) return null
  const [words, sections, situations, sectionSources, situationSources, emergencySources] = await Promise.all(
    [
      listWords(locale, id, 'condition', z.unknown()),
      listWords(locale, id, 'section', sectionWords),
      listWords(locale, id, 'situation', situationWords),
      listCitations(id, 'section'),
      listCitations(id, 'situation'),
      listCitations(id, 'emergency'),
    ],
  )
  if (!words.has('about')) return null
  return {
    id,
    drawing: drawingOf(row.drawing),
    sketch: sketchOf(row.sketch),
    ...about.parse(words.get('about')),
    emergency: {
      ...emergency.parse(words.get('emergency')),
      sources: emergencySources.get('emergency') ?? [],
    },
    sections: row.sections.flatMap((s) => {
      const text = sections.get(s.id)
      return text
        ? [
            {
              ...text,
              id: s.id,
              optIn: s.optIn,
              icon: iconOf(s.icon),
              drawing: drawingOf(s.drawing),
              places: places.parse(s.places),
              estimates: s.estimateIds,
              sources: sectionSources.get(s.id) ?? [],
            },
          ]
        : []
    }),
    situations: row.situations.flatMap((s) => {
      const text = situations.get(s.id)
      return text
        ? [
            {
              ...text,
              id: s.id,
              sketch: sketchOf(s.sketch),
              decisions: s.decisions.map((d) => d.decisionId),
              sources: situationSources.get(s.id) ?? [],
            },
          ]
        : []
    }),
  }
})

/** All options of a condition in the fixed neutral order, with the decisions that compare them. */
export const listOptions = once(async (locale: Locale, conditionId: string): Promise<OptionView[]> => {
  const [rows, words, sources] = await Promise.all([
    db.option.findMany({ where: { conditionId }, orderBy: { order: 'asc' }, include: { decisions: true } }),
    listWords(locale, conditionId, 'option', OptionWords),
    listCitations(conditionId, 'option'),
  ])
  return rows.flatMap((row) => {
    const text = words.get(row.id)
    return text
      ? [
          {
            ...text,
            id: row.id,
            purpose: row.purpose,
            sketch: sketchOf(row.sketch),
            drawing: drawingOf(row.drawing),
            estimates: row.estimateIds,
            sources: sources.get(row.id) ?? [],
            decisions: row.decisions.map((d) => d.decisionId),
          },
        ]
      : []
  })
})

/** The titles of the groups of options, by purpose. */
export const getPurposes = once((locale: Locale, conditionId: string): Promise<ReadonlyMap<string, string>> =>
  listWords(locale, conditionId, 'purpose', z.string()),
)

/** Decisions of a condition, in order, for menus. */
export const listDecisions = once(async (locale: Locale, conditionId: string): Promise<DecisionName[]> => {
  const [rows, words] = await Promise.all([
    db.decision.findMany({
      where: { conditionId },
      orderBy: { order: 'asc' },
      include: { situations: true },
    }),
    listWords(locale, conditionId, 'decision', decisionWords),
  ])
  return rows.flatMap((row) => {
    const text = words.get(row.id)
    return text
      ? [
          {
            id: row.id,
            name: text.name,
            question: text.question,
            situations: row.situations.map((s) => s.situationId),
          },
        ]
      : []
  })
})

/** One comparison: options in order, the same rows for each; null when there is no such decision. */
export const getDecision = once(
  async (locale: Locale, conditionId: string, id: string): Promise<DecisionView | null> => {
    const row = await db.decision.findUnique({
      where: { conditionId_id: { conditionId, id } },
      include: {
        situations: true,
        options: { orderBy: { order: 'asc' } },
        outcomes: { orderBy: { order: 'asc' }, include: { cells: true } },
      },
    })
    if (!row) return null
    const [decisions, whys, options, ratings] = await Promise.all([
      listWords(locale, conditionId, 'decision', decisionWords),
      listWords(locale, conditionId, 'why', z.string()),
      listOptions(locale, conditionId),
      getRatings(locale, conditionId),
    ])
    const text = decisions.get(id)
    if (!text) return null
    return {
      id,
      name: text.name,
      question: text.question,
      lead: text.lead,
      situations: row.situations.map((s) => s.situationId),
      options: row.options.flatMap((o) => options.filter((option) => option.id === o.optionId)),
      outcomes: row.outcomes.flatMap((o) => {
        const words = text.outcomes[o.id]
        if (!words) return []
        const { question, answer, atAGlance } = words
        const cells = o.cells.map((cell): [string, CellView] => {
          const why = cell.whyId ? whys.get(cell.whyId) : undefined
          const parsed = Cell.parse(
            cell.kind === 'estimates'
              ? { estimates: cell.estimateIds, ...(cell.leadIds.length && { lead: cell.leadIds }) }
              : cell.kind === 'unknown'
                ? { unknown: cell.whyId }
                : { notApplicable: cell.whyId },
          )
          if (cell.kind !== 'estimates')
            return [cell.optionId, why === undefined ? parsed : { ...parsed, why }]
          const sentence = atAGlance[cell.optionId]
          const rating = ratings.get(cellPlace(id, o.id, cell.optionId))
          return [
            cell.optionId,
            { ...parsed, ...(sentence !== undefined && { atAGlance: sentence }), rating },
          ]
        })
        return [
          {
            id: o.id,
            tone: o.tone === 'harm' ? 'harm' : 'benefit',
            onSheet: o.onSheet,
            question,
            answer,
            cells: Object.fromEntries(cells),
          },
        ]
      }),
    }
  },
)
