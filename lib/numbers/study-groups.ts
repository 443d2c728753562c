import type { Estimate } from '@/lib/numbers/schema'

/** Why figures of a row, or of one group in it, must not be read as a fair comparison. */
export type ComparisonFlag = 'single-arm' | 'different-study' | 'different-time' | 'different-population'

export type RowEstimate = Pick<
  Estimate,
  'id' | 'source' | 'design' | 'comparator' | 'option' | 'followUp' | 'population'
>

/** Arms of one study that were compared with each other, or one arm on its own. */
export interface StudyGroup<E extends RowEstimate> {
  readonly source: string
  /** compared: two or more arms of one study; alone: its other arm is not in this row; single-arm: it never had one. */
  readonly kind: 'compared' | 'alone' | 'single-arm'
  /** In option order; arms that are no option come last. */
  readonly arms: readonly E[]
}

export interface StudyRow<E extends RowEstimate> {
  /** By the first option of each in the fixed order; of one option, what was compared first. */
  readonly groups: readonly StudyGroup<E>[]
  /** In the order of the type, each at most once. */
  readonly flags: readonly ComparisonFlag[]
}

const FLAG_ORDER: readonly ComparisonFlag[] = [
  'single-arm',
  'different-study',
  'different-time',
  'different-population',
]

const isSingleArm = (estimate: RowEstimate) => estimate.design === 'single-group'

/** Months differ, or one of two follow-ups without months is of another kind. */
function isSameTime(a: RowEstimate, b: RowEstimate): boolean {
  if (a.followUp.months === null || b.followUp.months === null) {
    return a.followUp.months === b.followUp.months && a.followUp.kind === b.followUp.kind
  }
  return a.followUp.months === b.followUp.months
}

/** Arms joined by `comparator`, directly or through a shared control arm, inside one source. */
function joinArms<E extends RowEstimate>(estimates: readonly E[]): E[][] {
  const groupOf = new Map<string, E[]>(estimates.map((estimate) => [estimate.id, [estimate]]))
  for (const estimate of estimates) {
    const other =
      estimate.comparator === null ? undefined : estimates.find(({ id }) => id === estimate.comparator)
    if (!other || other.source !== estimate.source || isSingleArm(estimate) || isSingleArm(other)) continue
    const mine = groupOf.get(estimate.id) ?? [estimate]
    const theirs = groupOf.get(other.id) ?? [other]
    if (mine === theirs) continue
    const joined = [...mine, ...theirs]
    for (const { id } of joined) groupOf.set(id, joined)
  }
  return [...new Set(groupOf.values())]
}

/**
 * Sorts the figures of one row (one outcome) into groups that may be read side by side, and says what sets
 * the groups apart. Only arms of one study linked by `comparator` share a group; a figure from a study with
 * no comparison group never joins one, even from the same source.
 *
 * @param optionOrder option ids in the fixed order of the decision
 * @throws RangeError when two estimates have the same id
 */
export function groupByStudy<E extends RowEstimate>(
  estimates: readonly E[],
  optionOrder: readonly string[],
): StudyRow<E> {
  if (new Set(estimates.map(({ id }) => id)).size !== estimates.length) {
    throw new RangeError('an estimate stands twice in one row')
  }
  const place = ({ option }: E) => {
    const at = option === null ? -1 : optionOrder.indexOf(option)
    return at < 0 ? optionOrder.length : at
  }
  const kindOf = (arms: readonly E[]): StudyGroup<E>['kind'] => {
    if (arms.length > 1) return 'compared'
    return arms.some((arm) => isSingleArm(arm)) ? 'single-arm' : 'alone'
  }
  const groups = joinArms(estimates)
    .map((members) => {
      const arms = estimates
        .filter((estimate) => members.includes(estimate))
        .sort((a, b) => place(a) - place(b))
      return { source: arms[0]?.source ?? '', kind: kindOf(arms), arms, places: arms.map(place) }
    })
    .sort(
      (a, b) =>
        (a.places[0] ?? 0) - (b.places[0] ?? 0) ||
        Number(b.kind === 'compared') - Number(a.kind === 'compared') ||
        (a.places[1] ?? 0) - (b.places[1] ?? 0),
    )
    .map(({ source, kind, arms }) => ({ source, kind, arms }))

  const [reference, ...rest] = groups.flatMap(({ arms }) => arms)
  const found = new Set<ComparisonFlag>()
  if (estimates.some(isSingleArm)) found.add('single-arm')
  for (const estimate of reference ? rest : []) {
    if (!reference) break
    if (estimate.source !== reference.source) found.add('different-study')
    if (!isSameTime(estimate, reference)) found.add('different-time')
    if (estimate.population !== reference.population) found.add('different-population')
  }
  return { groups, flags: FLAG_ORDER.filter((flag) => found.has(flag)) }
}
