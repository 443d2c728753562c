/** A new option, one step on a page. What was typed on the steps before goes along in the form. */
import { optionAspects } from '@/lib/journey/schema'
import { h, type View } from '@/lib/texts/view'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { words } from './desk-words'
import { button, choice, field, hidden, link, postForm, say, tick } from './frame-view'
import {
  cellName,
  isInDecision,
  linesOf,
  optionSteps,
  type OptionStep,
  type StepFault,
  type Typed,
} from './new-option'
import { findingList } from './part-view'

export const chooseIllness = (base: string, illnesses: readonly { id: string; name: string }[]): View[] => [
  h('p', {}, words.optionFor),
  h(
    'ul',
    { class: 'tasks' },
    ...illnesses.map(({ id, name }) => h('li', {}, link(`${base}/option?c=${id}`, name))),
  ),
]

/** The names of the fields that a step shows: the others are carried along. */
function fieldsOfStep(step: OptionStep, c: ConditionContent, typed: Typed): string[] {
  if (step === 'place') return ['name', 'after', 'purpose', 'sketch', 'sources']
  if (step === 'words') return ['short', ...optionAspects]
  if (step === 'decisions') return c.decisions.decisions.map(({ id }) => `in.${id}`)
  if (step === 'cells')
    return c.decisions.decisions
      .filter(({ id }) => isInDecision(typed, id))
      .flatMap(({ id, outcomes }) => outcomes.map((outcome) => cellName(id, outcome.id)))
  return ['who']
}

/** What every step of the form needs to show its fields. */
type StepForm = {
  c: ConditionContent
  typed: Typed
  value: (name: string) => string
  faultOf: (name: string) => string | undefined
  /** A line of text, kept in the tab until it is sent. */
  line: (name: string, label: string, given?: { hint?: string; rows?: number }) => View
}

function placeFields({ c, value, faultOf, line }: StepForm, sketches: readonly string[]): View[] {
  const { options, purposes } = c.words.options
  return [
    line('name', words.optionName),
    choice(
      'after',
      words.optionAfter,
      c.options.options.map(({ id }) => [id, options[id]?.name ?? id] as const),
      value('after'),
      { hint: words.optionAfterHint, fault: faultOf('after'), first: '…' },
    ),
    choice('purpose', words.optionPurpose, Object.entries(purposes), value('purpose'), {
      fault: faultOf('purpose'),
      first: '…',
    }),
    choice(
      'sketch',
      words.optionSketch,
      sketches.map((name) => [name, name] as const),
      value('sketch'),
      { first: words.optionNoSketch },
    ),
    line('sources', words.optionSources, { hint: words.optionSourcesHint, rows: 3 }),
  ]
}

const wordFields = ({ line }: StepForm): View[] => [
  line('short', words.optionShort),
  ...optionAspects.map((aspect) =>
    line(aspect, words.aspects[aspect] ?? aspect, { hint: words.optionLines, rows: 3 }),
  ),
]

const decisionFields = ({ c, typed, faultOf }: StepForm): View[] => [
  h(
    'fieldset',
    {},
    h('legend', {}, words.optionDecisions),
    ...c.decisions.decisions.map(({ id }) =>
      tick(
        `in.${id}`,
        c.words.decisions.decisions[id]?.name ?? id,
        isInDecision(typed, id),
        faultOf(`in.${id}`),
      ),
    ),
  ),
]

const cellFields = ({ c, typed, value, faultOf }: StepForm): View[] => [
  h('p', {}, words.optionCells),
  ...c.decisions.decisions
    .filter(({ id }) => isInDecision(typed, id))
    .flatMap((decision) =>
      decision.outcomes.map((outcome) => {
        const own = c.words.decisions.decisions[decision.id]
        const name = cellName(decision.id, outcome.id)
        return choice(
          name,
          `${own?.name ?? decision.id}: ${own?.outcomes[outcome.id]?.question ?? outcome.id}`,
          Object.entries(c.words.decisions.whys).flatMap(([why, text]) => [
            [`unknown:${why}`, say(words.optionUnknown, { why: text })] as const,
            [`notApplicable:${why}`, say(words.optionNotApplicable, { why: text })] as const,
          ]),
          value(name),
          { fault: faultOf(name), first: '…' },
        )
      }),
    ),
]

const lastLook = ({ value, faultOf }: StepForm, found: readonly Finding[]): View[] => [
  h('h2', {}, value('name')),
  h('p', {}, value('short')),
  h(
    'dl',
    { class: 'reading' },
    ...optionAspects.map((aspect) =>
      h(
        'div',
        {},
        h('dt', { class: 'small' }, words.aspects[aspect] ?? aspect),
        ...linesOf(value(aspect)).map((line) => h('dd', {}, line)),
      ),
    ),
  ),
  ...(found.length ? [h('p', { class: 'fault' }, words.stillWrong), findingList(found)] : []),
  field({
    name: 'who',
    label: words.yourName,
    value: value('who'),
    fault: faultOf('who') && words.needName,
  }),
]

type Finding = { place: string; message: string; fix: string }

export function optionView(
  base: string,
  c: ConditionContent,
  step: OptionStep,
  typed: Typed,
  faults: readonly StepFault[],
  sketches: readonly string[],
  found: readonly Finding[],
): View[] {
  const at = optionSteps.indexOf(step)
  const faultOf = (name: string) => {
    const fault = faults.find((one) => one.field === name)
    return fault && words.faults[fault.fault]
  }
  const value = (name: string) => typed[name] ?? ''
  const line: StepForm['line'] = (name, label, given) =>
    field({
      name,
      label,
      value: value(name),
      fault: faultOf(name),
      keep: `option-${c.condition.id}-${name}`,
      ...given,
    })
  const own = new Set(fieldsOfStep(step, c, typed))
  const carried = Object.entries(typed).filter(
    ([name]) => !own.has(name) && !['step', 'go', 'who'].includes(name),
  )
  const form: StepForm = { c, typed, value, faultOf, line }
  const fields: Record<OptionStep, () => View[]> = {
    place: () => placeFields(form, sketches),
    words: () => wordFields(form),
    decisions: () => decisionFields(form),
    cells: () => cellFields(form),
    look: () => lastLook(form, found),
  }
  return [
    h(
      'p',
      { class: 'small' },
      say(words.stepOf, { n: at + 1, of: optionSteps.length, name: words.optionSteps[step] }),
    ),
    postForm(
      `${base}/option?c=${c.condition.id}`,
      ...carried.map(([name, one]) => hidden(name, one)),
      hidden('step', step),
      ...fields[step](),
      h(
        'p',
        { class: 'row' },
        // The first button is the one that the Enter key presses.
        button(step === 'look' ? words.addOption : words.next, { name: 'go', value: 'next' }),
        ...(at > 0 ? [button(words.back, { name: 'go', value: 'back', class: 'quiet' })] : []),
      ),
    ),
  ]
}
