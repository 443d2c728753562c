/**
 * Which figures of a cell may stand first (`lead` in decisions.yaml). They are what a person with little time sees of an
 * option, so they must not be its best ones. Pure: content in, problems out.
 */
import { disagreementNote, leadFigures } from '@/lib/numbers/lead-figures'
import { exactPercent } from '@/lib/numbers/natural-frequency'
import type { Estimate } from '@/lib/numbers/schema'
import { proportionOf } from '@/lib/numbers/shown-figures'
import type { ConditionContent, Content } from './read-content'

type Add = (message: string, fix: string) => void
type Decision = ConditionContent['decisions']['decisions'][number]
type Cell = Decision['outcomes'][number]['cells'][string]

/** People in 100 for whom it went well; null when the figure is no share of people. */
function wellPercent({ value, counts }: Estimate): number | null {
  const share = proportionOf(value)
  if (!share) return null
  return counts === 'good' ? exactPercent(share) : 100 - exactPercent(share)
}

/**
 * How good a figure looks: a single group by its share, a comparison by its gap. Shares of different trials depend on who
 * took part, so a share is never set against a gap.
 */
function favour(estimate: Estimate, all: ReadonlyMap<string, Estimate>): number | null {
  const own = wellPercent(estimate)
  if (estimate.design === 'single-group') return own
  const other = estimate.comparator === null ? undefined : all.get(estimate.comparator)
  const theirs = other ? wellPercent(other) : null
  return own === null || theirs === null ? null : own - theirs
}

const kindOf = ({ endpoint, design }: Estimate) =>
  `${endpoint} ${design === 'single-group' ? 'single' : 'compared'}`

/** Kinds of figures of which a cell has several and only the best one leads. */
export function onlyTheBest(cell: Cell, all: ReadonlyMap<string, Estimate>): string[] {
  if (!('estimates' in cell)) return []
  const figures = cell.estimates.flatMap((id) => all.get(id) ?? [])
  const leads = leadFigures(cell)
  const kinds = [...new Set(figures.map(kindOf))]
  return kinds.filter((kind) => {
    const scored = figures.flatMap((figure) => {
      const score = kindOf(figure) === kind ? favour(figure, all) : null
      return score === null ? [] : [{ score, isLead: leads.includes(figure.id) }]
    })
    const best = Math.max(...scored.map(({ score }) => score))
    const led = scored.filter(({ isLead }) => isLead)
    return (
      scored.some(({ score }) => score < best) && led.length > 0 && led.every((one) => one.score === best)
    )
  })
}

type Sources = Content['sources']

/** The trial that a figure comes from: papers of one trial share its registration. */
const trialIn =
  (sources: Sources) =>
  ({ source }: Estimate) =>
    sources.find(({ id }) => id === source)?.nct ?? source

function checkCell(add: Add, cell: Cell, all: ReadonlyMap<string, Estimate>, sources: Sources) {
  if (!('estimates' in cell)) return
  const { estimates, lead, leadBecause } = cell
  const figures = estimates.flatMap((id) => all.get(id) ?? [])
  const leads = leadFigures(cell)
  for (const id of lead ?? [])
    if (!estimates.includes(id))
      add(`"${id}" leads and is not among the estimates`, 'name one of the estimates of this cell')
  if (new Set(lead).size !== (lead?.length ?? 0)) add('an estimate leads twice', 'name it once')
  if (!lead && new Set(figures.map(({ source }) => source)).size > 1)
    add(
      'several studies and no lead',
      'name in `lead` what stands first: the fairest comparison, at the time of the other options (docs/how-to/write-content.md)',
    )
  const disagreeing = figures.filter(({ notes }) => notes.includes(disagreementNote))
  const trials = (some: readonly Estimate[]) => new Set(some.map(trialIn(sources))).size
  const led = disagreeing.filter(({ id }) => leads.includes(id))
  if (led.length > 0 && trials(led) < trials(disagreeing))
    add('one of two trials that contradict each other leads alone', 'let a figure of each of them lead')
  const best = onlyTheBest(cell, all)
  if (best.length > 0 && !leadBecause)
    add(
      `the most favourable figure leads (${best.join(', ')})`,
      'let another one lead, or say in `leadBecause` why this one must',
    )
  if (best.length === 0 && leadBecause)
    add('gives a reason that nothing asks for', 'remove `leadBecause`: the best figure does not lead alone')
}

/**
 * Options that were followed without a comparison are read beside each other whatever we say: their leads on one
 * endpoint must share a time.
 */
function checkTimes(add: Add, outcome: Decision['outcomes'][number], all: ReadonlyMap<string, Estimate>) {
  const timesOf = new Map<string, Set<string>[]>()
  for (const cell of Object.values(outcome.cells)) {
    if (!('estimates' in cell)) continue
    const leads = leadFigures(cell).flatMap((id) => all.get(id) ?? [])
    const alone = leads.filter(({ design, value }) => design === 'single-group' && proportionOf(value))
    for (const endpoint of new Set(alone.map((lead) => lead.endpoint))) {
      const times = alone
        .filter((lead) => lead.endpoint === endpoint)
        .map(({ followUp: { months, kind } }) => String(months ?? kind))
      timesOf.set(endpoint, [...(timesOf.get(endpoint) ?? []), new Set(times)])
    }
  }
  for (const [endpoint, [first, ...rest]] of timesOf)
    if (first && ![...first].some((time) => rest.every((times) => times.has(time))))
      add(`options lead with different times of ${endpoint}`, 'let a figure of one time lead for all of them')
}

/** Faults of the lead figures of one condition. */
export function checkLeads(
  c: ConditionContent,
  sources: Sources,
  add: (file: string, path: string, message: string, fix: string) => void,
) {
  const all = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const file = `${c.condition.id}/decisions.yaml`
  for (const decision of c.decisions.decisions)
    for (const outcome of decision.outcomes) {
      const at = `${decision.id}.${outcome.id}`
      for (const [option, cell] of Object.entries(outcome.cells))
        checkCell((message, fix) => add(file, `${at}.${option}`, message, fix), cell, all, sources)
      checkTimes((message, fix) => add(file, at, message, fix), outcome, all)
    }
}
