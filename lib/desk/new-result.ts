/**
 * A new result of a study: one end point at one time, with its groups, as numbers.yaml holds it. What is typed by the
 * first reader stands here by the names of the form's fields, and waits as it was typed; the second types its figures.
 */
import { CertaintyLevel, Design, Effect, FollowUp, Value } from '@/lib/numbers/schema'
import { valueAt, type Edit, type Place } from '@/lib/texts/yaml-edit'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { readNumber } from './figure'
import { idFrom, savedText } from './fields'

export type Typed = Readonly<Record<string, string>>

/** What is told first, because the form follows from it. */
export type ResultShape = { condition: string; source: string; groups: number; kind: ValueKind }

/** A finding in words has no figure that a second person could type: a maintainer writes it. */
export const valueKinds = ['counts', 'percent', 'percentSpan', 'rate', 'ratioOnly', 'meanDifference'] as const
export type ValueKind = (typeof valueKinds)[number]
export const mostGroups = 4

/** A field of a figure: a number, a p value as printed, or one of the names that the schema knows. */
export type ValueField = { name: string; isNeeded: boolean; kind: 'number' | 'text' | readonly string[] }

const number = (name: string, isNeeded = true): ValueField => ({ name, isNeeded, kind: 'number' })

const shapeOf = (kind: ValueKind) => Value.options.find((one) => one.shape.type.value === kind)?.shape
const namesOf = (kind: ValueKind, field: string): readonly string[] =>
  (valueAt(shapeOf(kind), [field, 'options']) ?? []) as readonly string[]

/** The fields of a group's figure, as the schema of values has them. */
export const valueFields: Readonly<Record<ValueKind, readonly ValueField[]>> = {
  counts: [number('events'), number('total'), number('percent', false)],
  percent: [number('value'), number('n', false)],
  percentSpan: [number('low'), number('high')],
  rate: [number('per100PersonYears'), number('n', false)],
  ratioOnly: [
    { name: 'measure', isNeeded: true, kind: namesOf('ratioOnly', 'measure') },
    number('value'),
    number('low', false),
    number('high', false),
    { name: 'p', isNeeded: false, kind: 'text' },
  ],
  meanDifference: [
    number('value'),
    number('low', false),
    number('high', false),
    { name: 'p', isNeeded: false, kind: 'text' },
    { name: 'unit', isNeeded: true, kind: namesOf('meanDifference', 'unit') },
    { name: 'of', isNeeded: true, kind: namesOf('meanDifference', 'of') },
  ],
}

/** The printed range of one group's own figure; left empty when it is not printed. */
export const rangeFields: readonly ValueField[] = [number('low', false), number('high', false)]

/** The printed effect against the comparator; left empty when it is not printed. */
export const effectFields: readonly ValueField[] = [
  { name: 'measure', isNeeded: false, kind: Effect.shape.measure.options },
  number('value', false),
  number('low', false),
  number('high', false),
  number('level', false),
  { name: 'p', isNeeded: false, kind: 'text' },
]

export const designs = Design.options
export const followUpKinds = FollowUp.shape.kind.options
export const certaintyLevels = CertaintyLevel.options
export const notRated = [
  'source-gives-none',
  'rating-not-seen',
  'no-comparison-group',
  'talk-or-press-only',
] as const

/** Kinds of follow-up that have no time (lib/numbers/schema.ts). */
const timeless = ['around', 'not-stated', 'until-discharge', 'varied']

const groupsOf = ({ groups }: ResultShape) => Array.from({ length: groups }, (_, index) => index)

/** Where the effect of a comparison stands: on the result of two groups, on each compared group of more. */
export const effectOwners = (shape: ResultShape): string[] =>
  shape.groups < 2
    ? []
    : shape.groups === 2
      ? ['effect']
      : groupsOf(shape).map((index) => `arm.${index}.effect`)

const value = (typed: Typed, name: string) => savedText(typed[name] ?? '')

/** A figure as the file has it, without what was left empty; null when nothing was typed. */
function figureOf(
  fields: readonly ValueField[],
  typed: Typed,
  owner: string,
): Record<string, unknown> | null {
  const filled = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const text = value(typed, `${owner}.${name}`)
    return text ? [[name, kind === 'number' ? readNumber(text) : text]] : []
  })
  return filled.length ? Object.fromEntries(filled) : null
}

/** The id of each group: the short name of the result, and the option or the group's own name. */
export function armIds(shape: ResultShape, typed: Typed): string[] {
  const ends = groupsOf(shape).map((index) => value(typed, `arm.${index}.option`) || armName(typed, index))
  const prefix = idFrom(typed.name ?? '')
  return ends.map((end, index) =>
    [prefix, end, ...(ends.indexOf(end) === index ? [] : [String(index + 1)])].filter(Boolean).join('-'),
  )
}

/** The words of a group: ones that are there already, or new ones under a name made of them. */
const armName = (typed: Typed, index: number) =>
  value(typed, `arm.${index}.arm`) || idFrom(typed[`arm.${index}.inside`] ?? '')

export type ResultFault = {
  field: string
  fault: 'missing' | 'not-chosen' | 'taken' | 'number' | 'both' | 'no-source'
}

/** What is missing or cannot be read, by its field. What the figures say together is the checker's to find. */
export function faultsOfResult(shape: ResultShape, typed: Typed, c: ConditionContent): ResultFault[] {
  const faults: ResultFault[] = []
  const fault = (field: string, kind: ResultFault['fault']) => faults.push({ field, fault: kind })
  const need = (field: string) => value(typed, field) || (fault(field, 'missing'), '')
  const choose = (field: string, known: readonly string[]) =>
    known.includes(value(typed, field)) || fault(field, 'not-chosen')
  const readFields = (fields: readonly ValueField[], owner: string) => {
    for (const { name, isNeeded, kind } of fields) {
      const field = `${owner}.${name}`
      const text = value(typed, field)
      if (!text) {
        if (isNeeded) fault(field, typeof kind === 'string' ? 'missing' : 'not-chosen')
      } else if (kind === 'number' && readNumber(text) === null) fault(field, 'number')
    }
  }
  const w = c.words.numbers
  need('name')
  need('where')
  choose(
    'endpoint',
    c.numbers.endpoints.map(({ id }) => id),
  )
  choose('counts', ['bad', 'good'])
  choose('followUp', followUpKinds)
  const months = value(typed, 'months')
  if (months ? readNumber(months) === null : !timeless.includes(value(typed, 'followUp')))
    fault('months', months ? 'number' : 'missing')
  choose('design', designs)
  choose('certainty', notRated)
  choose('tier', ['A', 'B'])
  const population = value(typed, 'population')
  if (population ? !(population in w.populations) : !value(typed, 'people')) fault('people', 'missing')
  if (population && value(typed, 'people')) fault('people', 'both')
  for (const index of groupsOf(shape)) {
    const own = `arm.${index}`
    const arm = value(typed, `${own}.arm`)
    if (arm && !(arm in w.arms)) fault(`${own}.arm`, 'not-chosen')
    if (!arm) {
      need(`${own}.inside`)
      need(`${own}.first`)
    }
    readFields(valueFields[shape.kind], `${own}.value`)
    if (shape.kind !== 'ratioOnly' && shape.kind !== 'meanDifference') readFields(rangeFields, `${own}.range`)
  }
  if (shape.groups > 1) choose('comparator', groupsOf(shape).map(String))
  for (const owner of effectOwners(shape)) {
    readFields(effectFields, owner)
    const typedOne = figureOf(effectFields, typed, owner)
    if (typedOne && !('measure' in typedOne)) fault(`${owner}.measure`, 'not-chosen')
    if (typedOne && !('value' in typedOne)) fault(`${owner}.value`, 'missing')
  }
  const taken = new Set(c.numbers.estimates.map(({ id }) => id))
  if (armIds(shape, typed).some((id) => taken.has(id))) fault('name', 'taken')
  for (const { option, isNew } of cellsOf(shape, typed, c)) if (isNew) need(`glance.${option}`)
  return faults
}

/** The result as numbers.yaml holds it. Call it once there are no faults. */
export function resultOf(shape: ResultShape, typed: Typed, today: string): Record<string, unknown> {
  const ids = armIds(shape, typed)
  const isCompared = shape.groups > 1
  const months = value(typed, 'months')
  const next = new Date(`${today}T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 6)
  const effectOf = (owner: string) => {
    const effect = figureOf(effectFields, typed, owner)
    return effect ? { effect } : {}
  }
  return {
    source: shape.source,
    where: value(typed, 'where'),
    endpoint: value(typed, 'endpoint'),
    counts: value(typed, 'counts'),
    followUp: { months: months ? readNumber(months) : null, kind: value(typed, 'followUp') },
    population: value(typed, 'population') || peopleId(typed),
    design: value(typed, 'design'),
    certainty: { notRated: value(typed, 'certainty') },
    tier: value(typed, 'tier'),
    ...(value(typed, 'note') ? { notes: [noteId(typed)] } : {}),
    checkedOn: today,
    nextReview: next.toISOString().slice(0, 10),
    arms: groupsOf(shape).map((index) => {
      const own = `arm.${index}`
      const range = figureOf(rangeFields, typed, `${own}.range`)
      const option = value(typed, `${own}.option`)
      const isComparator = isCompared && value(typed, 'comparator') === String(index)
      return {
        id: ids[index],
        arm: armName(typed, index),
        ...(option ? { option } : {}),
        ...(isComparator ? { comparator: true } : {}),
        value: { type: shape.kind, ...figureOf(valueFields[shape.kind], typed, `${own}.value`) },
        ...(range ? { range } : {}),
        ...(shape.groups > 2 && !isComparator ? effectOf(`${own}.effect`) : {}),
      }
    }),
    ...(shape.groups === 2 ? effectOf('effect') : {}),
  }
}

const peopleId = (typed: Typed) => `${idFrom(typed.name ?? '')}-people`
const noteId = (typed: Typed) => `${idFrom(typed.name ?? '')}-note`

/** A cell in which a group's figure will stand. `isNew`: nothing was known there until now. */
export type CellOfResult = { option: string; at: Place; arms: string[]; isNew: boolean; first: string | null }

/** The cells of the question that was chosen, by the options of the groups; none: it stands nowhere yet. */
export function cellsOf(shape: ResultShape, typed: Typed, c: ConditionContent): CellOfResult[] {
  const [decision, outcome] = value(typed, 'place').split('/')
  const first = c.decisions.decisions.findIndex(({ id }) => id === decision)
  const outcomes = c.decisions.decisions[first]?.outcomes ?? []
  const second = outcomes.findIndex(({ id }) => id === outcome)
  const cells = outcomes[second]?.cells
  if (!cells) return []
  const ids = armIds(shape, typed)
  const found = new Map<string, CellOfResult>()
  for (const index of groupsOf(shape)) {
    const option = value(typed, `arm.${index}.option`)
    const cell = cells[option]
    const id = ids[index]
    if (!cell || id === undefined) continue
    const held = found.get(option)
    if (held) held.arms.push(id)
    else
      found.set(option, {
        option,
        at: ['decisions', first, 'outcomes', second, 'cells', option],
        arms: [id],
        isNew: !('estimates' in cell),
        first: 'estimates' in cell && !cell.lead ? (cell.estimates[0] ?? null) : null,
      })
  }
  return [...found.values()]
}

/** The files with the result in them. Where figures stood before, the same stay first. */
export function resultEdits(
  shape: ResultShape,
  typed: Typed,
  c: ConditionContent,
  locale: string,
  today: string,
): Record<string, Edit[]> {
  const folder = c.condition.id
  const w = c.words.numbers
  const [decision = '', outcome = ''] = value(typed, 'place').split('/')
  const newWords: Edit[] = []
  const addWords = (list: string, name: string, text: unknown) =>
    newWords.push({ kind: 'add-field', at: [list], name, value: text })
  const seen = new Set<string>()
  for (const index of groupsOf(shape)) {
    const name = armName(typed, index)
    if (name in w.arms || seen.has(name)) continue
    seen.add(name)
    const [inside, first] = ['inside', 'first'].map((end) => value(typed, `arm.${index}.${end}`))
    addWords('arms', name, inside)
    if (first !== inside) addWords('armsFirst', name, first)
  }
  if (!value(typed, 'population')) addWords('populations', peopleId(typed), value(typed, 'people'))
  if (value(typed, 'note')) addWords('notes', noteId(typed), [value(typed, 'note')])
  const cells = cellsOf(shape, typed, c)
  const inCells = cells.flatMap(({ at, arms, isNew, first }): Edit[] =>
    isNew
      ? [{ kind: 'set', at, value: { estimates: arms } }]
      : [
          ...(first
            ? [{ kind: 'add-field', at, name: 'lead', value: [first], before: 'estimates' } as const]
            : []),
          ...arms.map((arm): Edit => ({ kind: 'add', at: [...at, 'estimates'], value: arm })),
        ],
  )
  const glances = cells
    .filter(({ isNew }) => isNew)
    .map(({ option }): Edit => ({
      kind: 'add-field',
      at: ['decisions', decision, 'outcomes', outcome, 'atAGlance'],
      name: option,
      value: value(typed, `glance.${option}`),
    }))
  return {
    [`${folder}/numbers.yaml`]: [{ kind: 'add', at: ['results'], value: resultOf(shape, typed, today) }],
    ...(newWords.length ? { [`${folder}/words.${locale}/numbers.yaml`]: newWords } : {}),
    ...(inCells.length ? { [`${folder}/decisions.yaml`]: inCells } : {}),
    ...(glances.length ? { [`${folder}/words.${locale}/decisions.yaml`]: glances } : {}),
  }
}

/** A new result that waits for its second reader, as it was typed. */
export type WaitingResult = {
  kind: 'result'
  /** Of its first group. */
  id: string
  condition: string
  by: string
  /** YYYY-MM-DD */
  on: string
  shape: ResultShape
  typed: Typed
  tries: { by: string; columns: string[]; typed: Record<string, Record<string, string>> }[]
}
