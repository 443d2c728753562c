/** A new result of a study: first what it is of, then its form. The second reader's page is that of a changed figure. */
import { h, type View } from '@/lib/texts/view'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { words } from './desk-words'
import { fieldName, sourceLine, type ShownSource } from './figure-view'
import { button, choice, field, link, postForm, say } from './frame-view'
import {
  cellsOf,
  designs,
  effectFields,
  effectOwners,
  followUpKinds,
  mostGroups,
  notRated,
  rangeFields,
  valueFields,
  valueKinds,
  type ResultFault,
  type ResultShape,
  type Typed,
  type ValueField,
} from './new-result'
import { findingList } from './part-view'
import { sourceHref } from './source-view'

export const resultHref = (base: string, { condition, source, groups, kind }: ResultShape) =>
  `${base}/result?${new URLSearchParams({ c: condition, source, groups: String(groups), kind }).toString()}`

/** An id of the schema in words: "randomised-open" → "randomised open". */
const plain = (id: string) => words.resultNames[id] ?? id.replaceAll('-', ' ')
const named = (ids: readonly string[]) => ids.map((id) => [id, plain(id)] as const)

/** The first page: which study, of which illness, how many groups, what kind of figure. */
export function chooseResult(
  base: string,
  illnesses: readonly { id: string; name: string }[],
  sources: readonly { id: string; title: string }[],
  typed: Readonly<Record<'c' | 'source' | 'groups' | 'kind', string>>,
  noSource: boolean,
): View[] {
  return [
    h('p', {}, words.resultLead),
    h(
      'form',
      { method: 'get', action: `${base}/result` },
      choice(
        'c',
        words.resultFor,
        illnesses.map(({ id, name }) => [id, name] as const),
        typed.c,
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'f-source' }, words.studyFind),
        h('p', { class: 'hint', id: 'f-source-hint' }, words.factSourceHint),
        h('input', {
          id: 'f-source',
          name: 'source',
          list: 'studies',
          autocomplete: 'off',
          value: typed.source,
          'aria-describedby': noSource ? 'f-source-hint f-source-fault' : 'f-source-hint',
          ...(noSource ? { 'aria-invalid': 'true' } : {}),
        }),
        ...(noSource
          ? [h('p', { class: 'fault', id: 'f-source-fault' }, words.faults['no-source'] ?? '')]
          : []),
        h(
          'datalist',
          { id: 'studies' },
          ...sources.map(({ id, title }) => h('option', { value: id }, title)),
        ),
      ),
      choice(
        'groups',
        words.resultGroups,
        Array.from({ length: mostGroups }, (_, at) => [String(at + 1), String(at + 1)] as const),
        typed.groups || '2',
      ),
      choice('kind', words.resultKind, named(valueKinds), typed.kind),
      button(words.next),
    ),
    h('p', {}, link(sourceHref(base), words.taskSource)),
  ]
}

type Pairs = readonly (readonly [string, string])[]

/** What every part of the form of a result needs to show its fields. */
type ResultForm = {
  shape: ResultShape
  c: ConditionContent
  typed: Typed
  line: (name: string, label: string, given?: { hint?: string; rows?: number }) => View
  pick: (name: string, label: string, options: Pairs, given?: { hint?: string; first?: string }) => View
  /** The fields of a part of a figure. */
  figure: (owner: string, fields: readonly ValueField[]) => View[]
}

const set = (legend: string, ...children: View[]) => h('fieldset', {}, h('legend', {}, legend), ...children)
const groupName = (index: number) => say(words.resultGroup, { n: index + 1 })

const whatFields = ({ c, line, pick }: ResultForm) =>
  set(
    words.resultWhat,
    line('name', words.resultName, { hint: words.resultNameHint }),
    pick(
      'endpoint',
      words.resultEndpoint,
      c.numbers.endpoints.map(({ id }) => [id, c.words.numbers.endpoints[id]?.title ?? id] as const),
      { hint: words.resultEndpointHint },
    ),
    pick('counts', words.resultCounts, named(['bad', 'good']), { hint: words.resultCountsHint }),
    line('months', words.fields.months ?? ''),
    pick('followUp', words.resultFollowUp, named(followUpKinds)),
    line('where', words.fields.where ?? '', { rows: 3 }),
  )

const whoFields = ({ c, line, pick }: ResultForm) =>
  set(
    words.resultWho,
    pick(
      'population',
      words.resultPopulation,
      Object.entries(c.words.numbers.populations).map(([id, text]) => [id, text.replace(/\{[^{}]*\}/g, '…')]),
      { first: words.resultNew },
    ),
    line('people', words.resultPeople, { hint: words.resultPeopleHint, rows: 3 }),
    pick('design', words.resultDesign, named(designs)),
    pick('certainty', words.resultCertainty, named(notRated)),
    pick('tier', words.tier, Object.entries(words.tiers)),
    line('note', words.resultNote, { hint: words.resultNoteHint }),
  )

/** The fields of each group, and which group the others are compared with. */
function groupFields({ shape, c, line, pick, figure }: ResultForm): View[] {
  const w = c.words
  const groups = Array.from({ length: shape.groups }, (_, index) => index)
  const owners = new Set(effectOwners(shape))
  const hasRange = shape.kind !== 'ratioOnly' && shape.kind !== 'meanDifference'
  return [
    ...groups.map((index) => {
      const own = `arm.${index}`
      return set(
        groupName(index),
        pick(`${own}.arm`, words.resultArm, Object.entries(w.numbers.arms), { first: words.resultNew }),
        line(`${own}.inside`, words.resultInside),
        line(`${own}.first`, words.resultFirst),
        pick(
          `${own}.option`,
          words.resultOption,
          c.options.options.map(({ id }) => [id, w.options.options[id]?.name ?? id] as const),
          { first: words.resultNoOption },
        ),
        ...figure(`${own}.value`, valueFields[shape.kind]),
        ...(hasRange ? figure(`${own}.range`, rangeFields) : []),
        ...(owners.has(`${own}.effect`) ? figure(`${own}.effect`, effectFields) : []),
      )
    }),
    ...(shape.groups > 1
      ? [
          set(
            words.betweenGroups,
            pick(
              'comparator',
              words.resultComparator,
              groups.map((index) => [String(index), groupName(index)] as const),
            ),
            ...(owners.has('effect') ? figure('effect', effectFields) : []),
          ),
        ]
      : []),
  ]
}

const placeFields = ({ shape, c, typed, line, pick }: ResultForm) =>
  set(
    words.resultPlace,
    pick(
      'place',
      words.resultQuestion,
      c.decisions.decisions.flatMap(({ id, outcomes }) =>
        outcomes.map((outcome) => {
          const own = c.words.decisions.decisions[id]
          return [
            `${id}/${outcome.id}`,
            `${own?.name ?? id}: ${own?.outcomes[outcome.id]?.question ?? outcome.id}`,
          ] as const
        }),
      ),
      { first: words.resultNowhere, hint: words.resultPlaceHint },
    ),
    ...cellsOf(shape, typed, c)
      .filter(({ isNew }) => isNew)
      .map(({ option }) =>
        line(
          `glance.${option}`,
          say(words.resultGlance, { option: c.words.options.options[option]?.name ?? option }),
          { hint: words.resultGlanceHint },
        ),
      ),
    line('leadBecause', words.leadBecause, { hint: words.resultLeadHint }),
  )

/** The form of one result. */
export function resultView(
  base: string,
  shape: ResultShape,
  c: ConditionContent,
  from: ShownSource,
  typed: Typed,
  faults: readonly ResultFault[],
  found: readonly { place: string; message: string; fix: string }[],
  needsWhy: boolean,
): View[] {
  const value = (name: string) => typed[name] ?? ''
  const faultOf = (name: string) => {
    const fault = faults.find((one) => one.field === name)
    if (!fault) return undefined
    return fault.fault === 'number'
      ? say(words.needNumber, { typed: value(name) })
      : words.faults[fault.fault]
  }
  const keep = (name: string) => `result-${shape.condition}-${shape.source}-${name}`
  const line: ResultForm['line'] = (name, label, given = {}) =>
    field({ name, label, value: value(name), fault: faultOf(name), keep: keep(name), ...given })
  const pick: ResultForm['pick'] = (name, label, options, given = {}) =>
    choice(name, label, options, value(name), { fault: faultOf(name), first: '…', ...given })
  const figure: ResultForm['figure'] = (owner, fields) =>
    fields.map(({ name, kind }) => {
      const own = `${owner}.${name}`
      const label = fieldName(own.split('.'))
      return typeof kind === 'string' ? line(own, label) : pick(own, label, named(kind))
    })
  const form: ResultForm = { shape, c, typed, line, pick, figure }
  return [
    sourceLine(from),
    h('p', {}, words.figureLead),
    ...(found.length ? [h('p', { class: 'fault' }, words.stillWrong), findingList(found)] : []),
    postForm(
      resultHref(base, shape),
      whatFields(form),
      whoFields(form),
      ...groupFields(form),
      placeFields(form),
      ...(needsWhy
        ? [
            field({
              name: 'why',
              label: words.why,
              hint: words.whyHint,
              value: value('why'),
              fault: words.soft,
            }),
          ]
        : []),
      field({
        name: 'who',
        label: words.yourName,
        value: value('who'),
        fault: faultOf('who') && words.needName,
      }),
      button(words.askSecond),
    ),
  ]
}
