/** A new option of an illness, step by step: what each step asks, and what the files become at the end. */
import { optionAspects, type OptionWords } from '@/lib/journey/schema'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { idFrom, savedText } from './fields'
import type { Edit } from '@/lib/texts/yaml-edit'

export const optionSteps = ['place', 'words', 'decisions', 'cells', 'look'] as const
export type OptionStep = (typeof optionSteps)[number]

/** What was typed so far, by the names of the form's fields. */
export type Typed = Readonly<Record<string, string>>

/** Lines of a box, one sentence or two each. */
export const linesOf = (typed: string): string[] => typed.split(/\r?\n/).map(savedText).filter(Boolean)

/** Ids in a box, one a line or with commas. */
const idsOf = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean)

export const cellName = (decision: string, outcome: string) => `cell.${decision}.${outcome}`
export const isInDecision = (typed: Typed, decision: string) => typed[`in.${decision}`] === 'yes'

/** A fault of a step: the field, and which sentence says what to do. */
export type StepFault = {
  field: string
  fault: 'missing' | 'taken' | 'no-source' | 'no-place' | 'no-decision' | 'not-chosen'
}

/** What is missing on a step before one can go on. */
export function faultsOfStep(
  step: OptionStep,
  typed: Typed,
  c: ConditionContent,
  sources: ReadonlySet<string>,
): StepFault[] {
  const filled = (field: string) => (typed[field] ?? '').trim() !== ''
  if (step === 'place') {
    const id = idFrom(typed.name ?? '')
    const named = idsOf(typed.sources ?? '')
    return [
      ...(id ? [] : [{ field: 'name', fault: 'missing' } as const]),
      ...(c.options.options.some((option) => option.id === id)
        ? [{ field: 'name', fault: 'taken' } as const]
        : []),
      ...(c.options.options.some((option) => option.id === typed.after)
        ? []
        : [{ field: 'after', fault: 'no-place' } as const]),
      ...(typed.purpose && typed.purpose in c.words.options.purposes
        ? []
        : [{ field: 'purpose', fault: 'not-chosen' } as const]),
      ...(named.length > 0 && named.every((source) => sources.has(source))
        ? []
        : [{ field: 'sources', fault: 'no-source' } as const]),
    ]
  }
  if (step === 'words')
    return ['short', ...optionAspects].flatMap((field) =>
      filled(field) ? [] : [{ field, fault: 'missing' } as const],
    )
  if (step === 'decisions')
    return c.decisions.decisions.some(({ id }) => isInDecision(typed, id))
      ? []
      : [{ field: `in.${c.decisions.decisions[0]?.id ?? ''}`, fault: 'no-decision' }]
  if (step === 'cells')
    return c.decisions.decisions
      .filter(({ id }) => isInDecision(typed, id))
      .flatMap((decision) =>
        decision.outcomes.flatMap((outcome) => {
          const field = cellName(decision.id, outcome.id)
          const [kind, why = ''] = (typed[field] ?? '').split(':')
          const isGood = ['unknown', 'notApplicable'].includes(kind ?? '') && why in c.words.decisions.whys
          return isGood ? [] : [{ field, fault: 'not-chosen' } as const]
        }),
      )
  return []
}

/** The words of the new option, as its file holds them. */
function wordsOf(typed: Typed): OptionWords {
  const aspects = optionAspects.map((aspect): [string, string[]] => [aspect, linesOf(typed[aspect] ?? '')])
  return {
    name: savedText(typed.name ?? ''),
    short: savedText(typed.short ?? ''),
    ...Object.fromEntries(aspects),
  } as OptionWords
}

/** The files with the new option in them. Every option behind it moves one place on. */
export function optionEdits(typed: Typed, c: ConditionContent, locale: string): Record<string, Edit[]> {
  const folder = c.condition.id
  const id = idFrom(typed.name ?? '')
  const options = c.options.options
  const place = options.findIndex((option) => option.id === typed.after) + 1
  const order = (options[place - 1]?.order ?? 0) + 1
  const later = options.slice(place)
  // Only as many move on as stand close behind each other.
  const moved = later.flatMap((option, index): Edit[] =>
    option.order <= order + index
      ? [{ kind: 'set', at: ['options', place + index, 'order'], value: order + index + 1 }]
      : [],
  )
  const next = later[0]?.id
  const orderOf = new Map(options.map((option) => [option.id, option.order]))
  const decisions = c.decisions.decisions.flatMap((decision, at): Edit[] => {
    if (!isInDecision(typed, decision.id)) return []
    const behind = decision.options.findIndex((option) => (orderOf.get(option) ?? 0) >= order)
    const before = behind === -1 ? undefined : behind
    const nextCell = before === undefined ? undefined : decision.options[before]
    return [
      {
        kind: 'add',
        at: ['decisions', at, 'options'],
        value: id,
        ...(before === undefined ? {} : { before }),
      },
      ...decision.outcomes.map((outcome, index): Edit => {
        const [kind = 'unknown', why = ''] = (typed[cellName(decision.id, outcome.id)] ?? '').split(':')
        return {
          kind: 'add-field',
          at: ['decisions', at, 'outcomes', index, 'cells'],
          name: id,
          value: { [kind]: why },
          ...(nextCell && nextCell in outcome.cells ? { before: nextCell } : {}),
        }
      }),
    ]
  })
  return {
    [`${folder}/options.yaml`]: [
      ...moved,
      {
        kind: 'add',
        at: ['options'],
        ...(next ? { before: place } : {}),
        value: {
          id,
          order,
          purpose: typed.purpose,
          ...(typed.sketch ? { sketch: typed.sketch } : {}),
          sources: idsOf(typed.sources ?? ''),
        },
      },
    ],
    [`${folder}/words.${locale}/options.yaml`]: [
      {
        kind: 'add-field',
        at: ['options'],
        name: id,
        value: wordsOf(typed),
        ...(next ? { before: next } : {}),
      },
    ],
    [`${folder}/decisions.yaml`]: decisions,
  }
}
