import { describe, expect, it } from 'vitest'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { realContent } from './real-content'

/** Figures of liver failure that were once told wrongly or put first unfairly. None may come back. */
function liver() {
  const found = realContent().conditions.find(({ condition }) => condition.id === 'liver-failure')
  if (!found) throw new Error('no liver content')
  return found
}

const content = liver()
const words = JSON.stringify(content.words)

function outcomeOf(decision: string, outcome: string) {
  const found = content.decisions.decisions
    .find(({ id }) => id === decision)
    ?.outcomes.find(({ id }) => id === outcome)
  if (!found) throw new Error(`no ${decision} ${outcome}`)
  return found
}

function figuresOf(decision: string, outcome: string, option: string) {
  const cell = outcomeOf(decision, outcome).cells[option]
  if (!cell || !('estimates' in cell)) throw new Error(`no figures in ${decision} ${outcome} ${option}`)
  return { leads: leadFigures(cell), all: cell.estimates }
}

/** The lines that answer one question of one decision. */
function answerOf(decision: string, outcome: string): readonly string[] {
  const lines = content.words.decisions.decisions[decision]?.outcomes[outcome]?.answer
  if (!lines) throw new Error(`no words for ${decision} ${outcome}`)
  return lines
}

/** Where a figure is first named in an answer. */
function placeOf(lines: readonly string[], figure: string): number {
  const place = lines.findIndex((line) => line.includes(`{${figure}.`))
  expect(place, `${figure} is in no line`).toBeGreaterThanOrEqual(0)
  return place
}

describe('comfort-focused care in slow liver failure', () => {
  it('has no count whose meaning could not be read', () => {
    expect(
      content.numbers.estimates.map(({ id }) => id).filter((id) => id.startsWith('palliver-dead')),
    ).toEqual([])
    expect(words).not.toContain('{palliver-dead')
    const cell = outcomeOf('advanced-chronic', 'live-longer').cells['comfort-care']
    expect(cell).toEqual({ unknown: 'chronic-comfort-count-unclear' })
  })
})

describe('terlipressin', () => {
  it('leads with the worst group and then the whole trial', () => {
    const { leads, all } = figuresOf('acute-on-chronic', 'early-risks', 'medical-care')
    expect(leads).toEqual([
      'terlipressin-breathing-grade-3',
      'terlipressin-breathing-all',
      'terlipressin-sepsis',
    ])
    expect(all.at(-1)).toBe('terlipressin-breathing-grade-1-2')
  })

  it.each(['acute-on-chronic', 'advanced-chronic'])(
    'is told with its deaths and sepsis in %s',
    (decision) => {
      const lines = answerOf(decision, 'early-risks')
      const order = ['terlipressin-breathing-grade-3', 'terlipressin-breathing-all', 'terlipressin-sepsis']
      const places = [...order, 'terlipressin-breathing-grade-1-2'].map((figure) => placeOf(lines, figure))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(lines.join(' ')).toMatch(/more likely to die by {fact:terlipressin-deaths-time}/)
      expect(lines.join(' ')).toMatch(/not started if your oxygen is low/)
    },
  )
})

describe('a new liver', () => {
  it('is told at one year in sudden failure, never at three weeks first', () => {
    const { leads, all } = figuresOf('sudden', 'live-longer', 'transplant-deceased')
    const months = leads.map((id) => content.numbers.estimates.find((one) => one.id === id)?.followUp.months)
    expect(new Set(months)).toEqual(new Set([12]))
    expect(all.at(-1)).toBe('alf-us-alive-transplanted-21-days')
  })

  it('is told in sudden failure with those who died on the list, and its limit', () => {
    const lines = answerOf('sudden', 'live-longer')
    const places = [
      'germani-2012-alive-1-year',
      'alf-listed-died-3-weeks',
      'alf-us-alive-transplanted-21-days',
    ].map((figure) => placeOf(lines, figure))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(lines[placeOf(lines, 'alf-us-alive-transplanted-21-days') + 1]).toMatch(
      /only people who had got a liver within those weeks/,
    )
  })

  it('is told from the day of listing in acute-on-chronic failure', () => {
    const { leads } = figuresOf('acute-on-chronic', 'live-longer', 'transplant-deceased')
    expect(leads.length).toBeGreaterThan(0)
    for (const id of leads) expect(id).toMatch(/^eclis-2021-listed-/)
    const lines = answerOf('acute-on-chronic', 'live-longer')
    for (const id of leads) expect(placeOf(lines, id)).toBeLessThan(placeOf(lines, 'eclis-2021-alive-1-year'))
  })

  it('has figures for later problems in every decision, for both kinds of donor', () => {
    for (const { id } of content.decisions.decisions)
      for (const donor of ['deceased', 'living'])
        expect(figuresOf(id, 'later-problems', `transplant-${donor}`).all).toContain(
          `kotry-infection-${donor}`,
        )
  })
})

describe('a liver that grows strong enough again', () => {
  it('is a question of its own in slow failure, with the strict rule and the wider one', () => {
    const { all, leads } = figuresOf('advanced-chronic', 'recover-own-liver', 'medical-care')
    expect(all).toEqual(expect.arrayContaining(['padua-2025-copes-again', 'padua-2025-copes-wider']))
    expect(leads).toContain('padua-2025-copes-again') // the least hopeful one leads with the others
    expect(figuresOf('advanced-chronic', 'recover-own-liver', 'antivirals').all).toEqual([
      'wang-2022-copes-again',
    ])
    const lines = answerOf('advanced-chronic', 'recover-own-liver').join(' ')
    expect(lines).toMatch(/group without treatment/)
  })
})

describe('waiting for a new liver in slow failure', () => {
  it('is counted from the day of listing before it is counted from the operation', () => {
    const { leads } = figuresOf('advanced-chronic', 'live-longer', 'transplant-deceased')
    expect(leads[0]).toBe('toronto-2024-listed-alive-5-years-none')
    const lines = answerOf('advanced-chronic', 'live-longer')
    expect(placeOf(lines, 'toronto-2024-listed-alive-5-years-none')).toBeLessThan(
      placeOf(lines, 'eltr-2018-alive-1-year'),
    )
  })

  it('tells who died on the list and who died of the operation before how many got a liver', () => {
    const { leads } = figuresOf('advanced-chronic', 'early-risks', 'transplant-deceased')
    expect(leads).toEqual([
      'eurotransplant-2015-died-waiting',
      'us-transplant-dead-90-days',
      'beijing-transplant-dead-in-hospital',
    ])
  })
})

describe('the picture of trials', () => {
  it('holds only trials of cells in liver failure where chance decided', () => {
    const trials = content['stem-cells'].products.flatMap((product) => product.trials)
    for (const id of content['stem-cells'].trialPicture) {
      const trial = trials.find(({ estimates }) => estimates.includes(id))
      expect(trial?.randomised, id).toBe(true)
      const figure = content.numbers.estimates.find((one) => one.id === id)
      expect(figure?.design, id).toMatch(/^randomised/)
      expect(figure?.notes, id).not.toContain('gcsf-no-cells')
    }
    expect(content['stem-cells'].trialPicture.length).toBeGreaterThan(0)
  })
})

describe('sentences', () => {
  it('give a period wherever they give the risk of liver cancer', () => {
    const lines = words.split('{fact:hepatitis-b-to-cancer}').slice(1)
    for (const after of lines) expect(after.slice(0, 80)).toMatch(/each year/)
  })

  it('do not say that the virus almost always comes back: a review counts 55 in 100', () => {
    expect(words).not.toMatch(/almost always comes back/)
  })

  it('do not call a passing remark a figure', () => {
    expect(words).not.toContain('without timely care')
  })

  it('do not say "not known yet" where nobody looked', () => {
    expect(JSON.stringify(content.words.decisions)).not.toContain('not known yet')
  })
})
