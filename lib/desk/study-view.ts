/** Retiring a study: first every place that uses it, each with what becomes of it, then the button. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import { button, choice, field, hidden, postForm, say } from './frame-view'
import { findingList } from './part-view'
import type { RetirePlan, RetireStep } from './retire'

/** Choosing a study by its id, with every id offered. */
export function chooseStudy(
  base: string,
  sources: readonly { id: string; title: string }[],
  unknown: string | null,
): View[] {
  return [
    h('p', {}, words.studyLead),
    h(
      'form',
      { method: 'get', action: `${base}/study` },
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'f-id' }, words.studyFind),
        h('input', {
          id: 'f-id',
          name: 'id',
          list: 'studies',
          autocomplete: 'off',
          value: unknown ?? '',
          ...(unknown === null ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'f-id-fault' }),
        }),
        ...(unknown === null
          ? []
          : [h('p', { class: 'fault', id: 'f-id-fault' }, say(words.studyNone, { id: unknown }))]),
        h(
          'datalist',
          { id: 'studies' },
          ...sources.map(({ id, title }) => h('option', { value: id }, title)),
        ),
      ),
      button(words.studyShow),
    ),
  ]
}

const placeOf = ({ file, at }: RetireStep) => `${file} → ${at.join('.')}`

function stepView(
  step: RetireStep,
  index: number,
  answer: string,
  fault: string | undefined,
  whyWords: (file: string, why: string) => string,
  name: (step: RetireStep) => string,
  statuses: readonly string[],
): View {
  const field_ = `a.${index}`
  const place = h('p', { class: 'small' }, placeOf(step))
  if (step.kind === 'remove')
    return h('li', {}, name(step), ' ', h('b', {}, say(words.step.remove, { what: step.what })), place)
  if (step.kind === 'certainty') return h('li', {}, h('b', {}, words.step.certainty), place)
  if (step.kind === 'rating') return h('li', {}, h('b', {}, say(words.step.rating, { of: step.of })), place)
  const label = `${words.step[step.kind]}: ${name(step)}`
  const input =
    step.kind === 'rewrite'
      ? field({
          name: field_,
          label,
          value: answer || step.text,
          rows: 3,
          fault,
          keep: `retire-${placeOf(step)}`,
        })
      : step.kind === 'source'
        ? field({ name: field_, label, value: answer, fault })
        : step.kind === 'cell'
          ? choice(
              field_,
              label,
              step.whys.map((why) => [why, whyWords(step.file, why)] as const),
              answer,
              {
                fault,
                first: '…',
              },
            )
          : step.kind === 'lead'
            ? choice(
                field_,
                label,
                step.left.map((id) => [id, id] as const),
                answer,
                { fault, first: '…' },
              )
            : choice(
                field_,
                label,
                statuses.map((id) => [id, id] as const),
                answer || step.status,
                { fault },
              )
  return h('li', {}, input, place)
}

/** The plan with its questions. */
export function planView(
  base: string,
  plan: RetirePlan,
  title: string,
  seen: string,
  answers: readonly string[],
  faults: ReadonlyMap<number, string>,
  typed: { who: string; because: string; reason: string },
  given: {
    whyWords: (file: string, why: string) => string
    name: (step: RetireStep) => string
    statuses: readonly string[]
    golden: number
    needs: ReadonlySet<string>
    left: readonly { place: string; message: string; fix: string }[]
    /** Cells whose first figures need a reason: the name of the field, where, and what was typed. */
    reasons: readonly { name: string; place: string; typed: string }[]
  },
): View[] {
  const open = plan.steps.map((step, index) => ({ step, index }))
  const asks = open.filter(({ step }) => !['remove', 'certainty', 'rating'].includes(step.kind))
  const told = open.filter(({ step }) => ['remove', 'certainty', 'rating'].includes(step.kind))
  const show = ({ step, index }: (typeof open)[number]) =>
    stepView(step, index, answers[index] ?? '', faults.get(index), given.whyWords, given.name, given.statuses)
  return [
    h('p', {}, title),
    h('p', {}, plan.steps.length ? say(words.studyPlan, { n: plan.steps.length }) : words.studyUnused),
    ...(given.left.length ? [h('p', { class: 'fault' }, words.stillWrong), findingList(given.left)] : []),
    postForm(
      `${base}/study?id=${encodeURIComponent(plan.source)}`,
      hidden('seen', seen),
      h('ul', { class: 'plan' }, ...asks.map(show), ...told.map(show)),
      ...(given.golden ? [h('p', {}, say(words.golden, { n: given.golden }))] : []),
      ...given.reasons.map(({ name, place, typed: reason }) =>
        field({ name, label: `${words.leadBecause}: ${place}`, value: reason, hint: words.leadBecauseHint }),
      ),
      choice('reason', words.studyWhy, Object.entries(words.studyReasons), typed.reason, {
        first: '…',
        fault: given.needs.has('reason') ? words.faults['not-chosen'] : undefined,
      }),
      field({
        name: 'because',
        label: words.studyBecause,
        value: typed.because,
        fault: given.needs.has('because') ? words.needBecause : undefined,
        keep: `retire-${plan.source}-because`,
      }),
      field({
        name: 'who',
        label: words.yourName,
        value: typed.who,
        fault: given.needs.has('who') ? words.needName : undefined,
      }),
      button(words.retire),
    ),
  ]
}
