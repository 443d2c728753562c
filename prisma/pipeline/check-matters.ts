/**
 * What the values step says must be known where the options are compared: a value may speak for or against an option only
 * where the row that asks the same has a figure that says so, or where no row asks it and the words state a fact. Pure:
 * content in, problems out.
 */
import { inDecision } from '@/lib/matters/pointing'
import { cellPlace } from '@/lib/ratings/rated-places'
import { glancesOf, type Glance } from './check-glances'
import type { ConditionContent, Content, Problem } from './read-content'

type Decision = ConditionContent['decisions']['decisions'][number]

/** Why a pointer rests on nothing; null when it rests on a figure. A group compared with nobody is a figure too. */
function restsOnNothing(cell: Glance | undefined, direction: 'towards' | 'against'): string | null {
  if (!cell) return 'is not known'
  if (cell.level === 'very-low') return 'is told as "we do not know"'
  const isAlone = cell.findings.includes('alone')
  const isSaid = cell.sides.some((isBetter) => isBetter === (direction === 'towards'))
  return isAlone || isSaid ? null : 'shows no clear difference that way'
}

/** Faults of the pointers of every value. The content must have passed the checks of its references. */
export function checkMatters(content: Content): Problem[] {
  return content.conditions.flatMap((c) => {
    const cells = new Map(glancesOf(content, c).map((glance) => [glance.cell, glance]))
    const file = `${c.condition.id}/matters.yaml`
    return c.matters.matters.flatMap((matter) => {
      const faults: Problem[] = []
      const add = (message: string, fix: string) =>
        faults.push({ file, path: matter.id, line: 0, message, fix })
      const asked = c.decisions.decisions.filter(({ id }) => matter.decisions.includes(id))
      const rowOf = (decision: Decision) => decision.outcomes.find(({ id }) => id === matter.outcome)
      if (matter.outcome !== null && !asked.some(rowOf))
        add(`no decision of it has the row "${matter.outcome}"`, 'name a row of decisions.yaml, or null')
      for (const decision of asked) {
        const row = rowOf(decision)
        const own = inDecision(matter, decision.id)
        for (const direction of ['towards', 'against'] as const)
          for (const option of row ? own[direction] : []) {
            const answer = row?.cells[option]
            if (!row || !answer || 'notApplicable' in answer) continue
            const why = restsOnNothing(cells.get(cellPlace(decision.id, row.id, option)), direction)
            if (why)
              add(
                `points ${direction} "${option}", which ${why} in ${decision.id}/${row.id}`,
                `take it out, or write notClear: [${decision.id}/${option}]`,
              )
          }
      }
      const pointed = (place: string) =>
        asked.some(({ id, options }) =>
          options.some(
            (option) =>
              place === `${id}/${option}` && [...matter.towards, ...matter.against].includes(option),
          ),
        )
      for (const place of matter.notClear)
        if (!pointed(place)) add(`"${place}" in notClear is pointed at nowhere`, 'take it out')
      return faults
    })
  })
}
