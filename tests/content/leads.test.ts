import { describe, expect, it } from 'vitest'
import { outcomeRow, optionsOf } from '@/lib/journey/outcome-row'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { checkLeads } from '@/prisma/pipeline/check-leads'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { realContent } from './real-content'

function conditionOf(content: Content, id: string): ConditionContent {
  const found = content.conditions.find(({ condition }) => condition.id === id)
  if (!found) throw new Error(`no condition ${id}`)
  return found
}

type EstimatesCell = { estimates: string[]; lead?: string[] | undefined; leadBecause?: string | undefined }

function cellOf(c: ConditionContent, decision: string, outcome: string, option: string): EstimatesCell {
  const cell = c.decisions.decisions
    .find(({ id }) => id === decision)
    ?.outcomes.find(({ id }) => id === outcome)?.cells[option]
  if (!cell || !('estimates' in cell)) throw new Error(`no figures in ${decision} ${outcome} ${option}`)
  return cell
}

const heart = (content: Content = realContent()) => conditionOf(content, 'heart-failure')
const liver = (content: Content = realContent()) => conditionOf(content, 'liver-failure')

const faultsOf = (c: ConditionContent) => {
  const faults: string[] = []
  checkLeads(c, realContent().sources, (_file, path, message) => faults.push(`${path}: ${message}`))
  return faults
}

/** What leads for an option, as figures. */
const leadsOf = (c: ConditionContent, decision: string, outcome: string, option: string) =>
  leadFigures(cellOf(c, decision, outcome, option)).flatMap(
    (id) => c.numbers.estimates.find((estimate) => estimate.id === id) ?? [],
  )

describe('the figures that lead', () => {
  it('are without fault in every condition', () => {
    for (const c of realContent().conditions) expect(faultsOf(c)).toEqual([])
  })

  const breaks: Record<string, { harm: (c: ConditionContent) => void; fault: RegExp }> = {
    'several studies and nobody said which leads': {
      harm: (c) => delete cellOf(c, 'advanced', 'live-longer', 'lvad').lead,
      fault: /lvad: several studies and no lead/,
    },
    'the best of the heart pump': {
      harm: (c) => (cellOf(c, 'advanced', 'live-longer', 'lvad').lead = ['intermacs-alive-1-year']),
      fault: /lvad: the most favourable figure leads/,
    },
    'the best of the transplant': {
      harm: (c) => (cellOf(c, 'advanced', 'live-longer', 'transplant').lead = ['transplant-death-1-year']),
      fault: /transplant: the most favourable figure leads/,
    },
    'one of two trials that contradict each other': {
      harm: (c) => (cellOf(c, 'advanced', 'live-longer', 'mitral-clip').lead = ['mitra-death-clip']),
      fault: /mitral-clip: one of two trials/,
    },
    'a figure that the cell does not hold': {
      harm: (c) => cellOf(c, 'advanced', 'live-longer', 'lvad').lead?.push('transplant-death-5-years'),
      fault: /lvad: "transplant-death-5-years" leads and is not among the estimates/,
    },
    'a figure twice': {
      harm: (c) => cellOf(c, 'advanced', 'live-longer', 'lvad').lead?.push('momentum-alive-5-years-new-pump'),
      fault: /lvad: an estimate leads twice/,
    },
    'two times for two groups without comparison': {
      harm: (c) => (cellOf(c, 'advanced', 'live-longer', 'lvad').lead = ['intermacs-alive-7-years']),
      fault: /live-longer: options lead with different times of hf-death/,
    },
    'a reason where none is asked for': {
      harm: (c) =>
        (cellOf(c, 'advanced', 'live-longer', 'lvad').leadBecause = 'Because it is the newest of all.'),
      fault: /lvad: gives a reason that nothing asks for/,
    },
  }
  it.each(Object.entries(breaks))('a check refuses %s', (_name, { harm, fault }) => {
    const c = heart(structuredClone(realContent()))
    harm(c)
    expect(faultsOf(c).join('\n')).toMatch(fault)
  })

  it('count the papers of one trial once, and papers of two trials twice', () => {
    const sources = new Map(realContent().sources.map((source) => [source.id, source.nct]))
    const leads = leadsOf(heart(), 'advanced', 'live-longer', 'mitral-clip')
    const coapt = leads.filter(({ source }) => sources.get(source) === 'NCT01626079')
    expect(new Set(coapt.map(({ source }) => source)).size).toBe(2)
    expect(faultsOf(heart())).toEqual([])
    const c = heart(structuredClone(realContent()))
    cellOf(c, 'advanced', 'live-longer', 'mitral-clip').lead = coapt.map(({ id }) => id)
    expect(faultsOf(c).join('\n')).toMatch(/mitral-clip: one of two trials/)
  })

  it('of the best liver transplant figure are refused too: 96 in 100 at 3 weeks', () => {
    const c = liver(structuredClone(realContent()))
    const best = c.numbers.estimates.find(({ id }) => id === 'alf-us-alive-transplanted-21-days')
    const cell = cellOf(c, 'sudden', 'live-longer', 'transplant-deceased')
    if (!best) return expect(cell.estimates.length).toBeGreaterThan(0)
    cell.lead = [best.id]
    expect(faultsOf(c).join('\n')).toMatch(/transplant-deceased: the most favourable figure leads/)
  })

  it('share five years for clip, pump and transplant, and two years for both trials of the clip', () => {
    const months = (option: string) =>
      leadsOf(heart(), 'advanced', 'live-longer', option).map(({ source, followUp }) => ({
        source,
        months: followUp.months,
      }))
    for (const option of ['mitral-clip', 'lvad', 'transplant'])
      expect(
        months(option).map((one) => one.months),
        option,
      ).toContain(60)
    const atTwoYears = months('mitral-clip').filter((one) => one.months === 24)
    expect(new Set(atTwoYears.map(({ source }) => source)).size).toBe(2)
  })

  it('name serious infection, stroke and gut bleeding for the pump', () => {
    const endpoints = leadsOf(heart(), 'advanced', 'serious-problems', 'lvad').map(({ endpoint }) => endpoint)
    expect(endpoints).toEqual(expect.arrayContaining(['hf-major-infection', 'hf-stroke', 'hf-gut-bleeding']))
  })

  it('tell the harm of terlipressin by the group that it hurt most: 30 and 0 in 100', () => {
    const leads = leadsOf(liver(), 'acute-on-chronic', 'early-risks', 'medical-care')
    expect(leads.map(({ value }) => value)).toContainEqual({ type: 'percent', value: 30 })
  })

  it('tell the urgent liver transplant at one year', () => {
    const leads = leadsOf(liver(), 'sudden', 'live-longer', 'transplant-deceased')
    expect(leads.map(({ followUp }) => followUp.months)).toEqual([12, 12])
  })
})

it('on every question the options stand in the order of their letters', () => {
  for (const c of realContent().conditions) {
    const book = figureBook(realContent(), c)
    for (const decision of c.decisions.decisions) {
      const options = decision.options.map((id) => ({ id }))
      for (const outcome of decision.outcomes) {
        const places = outcomeRow(outcome.cells, options, book).inOrder.map((item) => {
          const about = 'study' in item ? optionsOf(item.study) : item.blank.options.map(({ id }) => id)
          return Math.min(...about.map((id) => decision.options.indexOf(id)))
        })
        expect(places, `${decision.id} ${outcome.id}`).toEqual(places.toSorted((a, b) => a - b))
        expect(places.length).toBeGreaterThan(0)
      }
    }
  }
})
