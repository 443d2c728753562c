/**
 * Whether each result of numbers.yaml is put together as one: which arm the others were compared with, where the printed
 * effect stands, and nothing said twice. Pure: content in, problems out.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Result } from '@/lib/numbers/schema'
import { proportionOf } from '@/lib/numbers/shown-figures'
import type { ConditionContent } from './read-content'

type Add = (message: string, fix: string) => void

function checkComparator(add: Add, { arms }: Result) {
  const comparators = arms.filter(({ comparator }) => comparator)
  if (arms.length === 1 && comparators.length > 0)
    add('the only arm is a comparator', 'add the arm that was compared with it, or remove `comparator`')
  if (arms.length > 1 && comparators.length !== 1)
    add(
      `${arms.length} arms, ${comparators.length} of them comparators`,
      'write `comparator: true` on the arm that the others were compared with, and on no other',
    )
  for (const { id, comparator, toldAlone } of arms)
    if (toldAlone && !comparator) add(`"${id}" is told alone and no comparator`, 'remove `toldAlone`')
}

function checkPrintedEffect(add: Add, { arms, effect }: Result) {
  if (arms.length === 1 && (effect || arms[0]?.effect))
    add(
      'an effect and only one arm',
      'add the arm it was compared with, or type the ratio as its value (type: ratioOnly)',
    )
  if (arms.length > 2 && effect)
    add(`one effect for ${arms.length} arms`, 'write it on the arm that it is of')
  for (const arm of arms) {
    if (arms.length === 2 && arm.effect)
      add(`the effect stands on "${arm.id}"`, 'write it once, on the result, below the arms')
    if (arms.length > 2 && arm.effect && arm.comparator)
      add(`"${arm.id}" is the comparator and has an effect`, 'write it on the arm that it is of')
  }
}

function checkDesign(add: Add, { arms, design }: Result) {
  const isSingle = design === 'single-group'
  if (isSingle && arms.length > 1)
    add('a single group with several arms', 'give the design of the comparison, or a result to each group')
  // A ratio, a mean or a finding tells of both arms, and may be all that was printed.
  const [arm] = arms
  if (!isSingle && arms.length === 1 && arm && hasOwnFigure(arm))
    add('a comparison of one arm', 'add the other arm; a group without a comparison has design: single-group')
}

const hasOwnFigure = ({ value }: Result['arms'][number]) =>
  proportionOf(value) !== null || value.type === 'percentSpan' || value.type === 'rate'

/** What an arm may say otherwise than its result. */
const mayDiffer = ['where', 'notes', 'checkedOn', 'nextReview'] as const

function checkRepeats(add: Add, result: Result) {
  for (const arm of result.arms)
    for (const key of mayDiffer)
      if (isDeepStrictEqual(arm[key], result[key]))
        add(`"${arm.id}" says again what its result says (${key})`, `remove \`${key}\` from the arm`)
}

/** Faults in how the results of one condition are put together. */
export function checkResults(
  c: ConditionContent,
  add: (file: string, path: string, message: string, fix: string) => void,
) {
  for (const result of c.numbers.results) {
    const at: Add = (message, fix) =>
      add(`${c.condition.id}/numbers.yaml`, `results.${result.arms[0]?.id ?? ''}`, message, fix)
    checkComparator(at, result)
    checkPrintedEffect(at, result)
    checkDesign(at, result)
    checkRepeats(at, result)
  }
}
