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

export function optionView(
  base: string,
  c: ConditionContent,
  step: OptionStep,
  typed: Typed,
  faults: readonly StepFault[],
  sketches: readonly string[],
  found: readonly { place: string; message: string; fix: string }[],
): View[] {
  const at = optionSteps.indexOf(step)
  const faultOf = (name: string) => {
    const fault = faults.find((one) => one.field === name)
    return fault && words.faults[fault.fault]
  }
  const value = (name: string) => typed[name] ?? ''
  const w = c.words
  const keep = (name: string) => `option-${c.condition.id}-${name}`
  const own = new Set(fieldsOfStep(step, c, typed))
  const carried = Object.entries(typed).filter(
    ([name]) => !own.has(name) && !['step', 'go', 'who'].includes(name),
  )
  const inputs: View[] =
    step === 'place'
      ? [
          field({
            name: 'name',
            label: words.optionName,
            value: value('name'),
            fault: faultOf('name'),
            keep: keep('name'),
          }),
          choice(
            'after',
            words.optionAfter,
            c.options.options.map(({ id }) => [id, w.options.options[id]?.name ?? id] as const),
            value('after'),
            { hint: words.optionAfterHint, fault: faultOf('after'), first: '…' },
          ),
          choice('purpose', words.optionPurpose, Object.entries(w.options.purposes), value('purpose'), {
            fault: faultOf('purpose'),
            first: '…',
          }),
          choice(
            'sketch',
            words.optionSketch,
            sketches.map((name) => [name, name] as const),
            value('sketch'),
            {
              first: words.optionNoSketch,
            },
          ),
          field({
            name: 'sources',
            label: words.optionSources,
            hint: words.optionSourcesHint,
            value: value('sources'),
            rows: 3,
            fault: faultOf('sources'),
            keep: keep('sources'),
          }),
        ]
      : step === 'words'
        ? [
            field({
              name: 'short',
              label: words.optionShort,
              value: value('short'),
              fault: faultOf('short'),
              keep: keep('short'),
            }),
            ...optionAspects.map((aspect) =>
              field({
                name: aspect,
                label: words.aspects[aspect] ?? aspect,
                hint: words.optionLines,
                value: value(aspect),
                rows: 3,
                fault: faultOf(aspect),
                keep: keep(aspect),
              }),
            ),
          ]
        : step === 'decisions'
          ? [
              h(
                'fieldset',
                {},
                h('legend', {}, words.optionDecisions),
                ...c.decisions.decisions.map(({ id }) =>
                  tick(
                    `in.${id}`,
                    w.decisions.decisions[id]?.name ?? id,
                    isInDecision(typed, id),
                    faultOf(`in.${id}`),
                  ),
                ),
              ),
            ]
          : step === 'cells'
            ? [
                h('p', {}, words.optionCells),
                ...c.decisions.decisions
                  .filter(({ id }) => isInDecision(typed, id))
                  .flatMap((decision) =>
                    decision.outcomes.map((outcome) => {
                      const own = w.decisions.decisions[decision.id]
                      const name = cellName(decision.id, outcome.id)
                      return choice(
                        name,
                        `${own?.name ?? decision.id}: ${own?.outcomes[outcome.id]?.question ?? outcome.id}`,
                        Object.entries(w.decisions.whys).flatMap(([why, text]) => [
                          [`unknown:${why}`, say(words.optionUnknown, { why: text })] as const,
                          [`notApplicable:${why}`, say(words.optionNotApplicable, { why: text })] as const,
                        ]),
                        value(name),
                        { fault: faultOf(name), first: '…' },
                      )
                    }),
                  ),
              ]
            : [
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
      ...inputs,
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
