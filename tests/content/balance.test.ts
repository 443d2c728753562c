import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { balanceFile, balanceText } from '@/prisma/pipeline/write-balance'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { balanceFaults, mustName, sharedFaults } from './balance-limits'
import { realContent } from './real-content'

const content = realContent()
const ids = content.conditions.map(({ condition }) => condition.id)

const copyOf = (id: string): ConditionContent => {
  const found = content.conditions.find(({ condition }) => condition.id === id)
  if (!found) throw new Error(`no condition ${id}`)
  return structuredClone(found)
}

type Decision = ConditionContent['decisions']['decisions'][number]
type Words = ConditionContent['words']['options']['options'][string]

/** The last decision of a condition that asks about an operation, and the last of its options: what is done most. */
function most(c: ConditionContent): { decision: Decision; option: string; words: Words } {
  const decision = c.decisions.decisions.at(-1)
  const option = decision?.options.at(-1)
  const words = option === undefined ? undefined : c.words.options.options[option]
  if (!decision || option === undefined || !words) throw new Error('no option')
  return { decision, option, words }
}

function everyCell(
  decision: Decision,
  option: string,
  tone: 'benefit' | 'harm',
  cell: Decision['outcomes'][number]['cells'][string],
) {
  for (const outcome of decision.outcomes) if (outcome.tone === tone) outcome.cells[option] = cell
}

/** Edits that a person who sells, or is careless, could make. Five of them once passed every test of the self-assessment. */
const edits: Record<string, { edit: (c: ConditionContent) => void; found: RegExp }> = {
  'harms replaced by praise': {
    edit: (c) => (most(c).words.harms = ['A team at the centre watches over you with great care.']),
    found: /no harm is named/,
  },
  'harms replaced by praise of the same length that says "risk"': {
    edit: (c) => {
      const { words } = most(c)
      words.harms = words.harms.map(
        () => 'The risk is in the hands of a team that has done this for many years.',
      )
    },
    found: /its harms do not name/,
  },
  'benefits replaced by praise': {
    edit: (c) => {
      const { words } = most(c)
      words.benefits = words.benefits.map(
        () => 'It gives you your life back. Nothing else on this list does as much for you.',
      )
    },
    found: /praise in/,
  },
  'benefits that rest on nothing': {
    edit: (c) => {
      const { words } = most(c)
      words.benefits = words.benefits.map(
        () => 'You will have more energy and go out with your friends and family.',
      )
    },
    found: /names no study and no number/,
  },
  'the benefits of comfort-focused care in one short line': {
    edit: (c) => {
      const words = c.words.options.options['comfort-care']
      if (words) words.benefits = ['People who want less care may like it.']
    },
    found: /comfort-care: \d+ words of good/,
  },
  'all items of the values step removed from a decision': {
    edit: (c) => {
      const { decision } = most(c)
      for (const matter of c.matters.matters)
        matter.decisions = matter.decisions.filter((id) => id !== decision.id)
    },
    found: /the values step has 0 for it and 0 against it/,
  },
  'everything against one option taken out of the values step': {
    edit: (c) => {
      const { option } = most(c)
      for (const matter of c.matters.matters) matter.against = matter.against.filter((id) => id !== option)
    },
    found: /for it and 0 against it/,
  },
  'everything for comfort-focused care taken out of the values step': {
    edit: (c) => {
      for (const matter of c.matters.matters)
        matter.towards = matter.towards.filter((id) => id !== 'comfort-care')
    },
    found: /comfort-care: the values step has 0 for it/,
  },
  'the values that a big treatment serves taken out of the list': {
    edit: (c) => {
      const { decision, option } = most(c)
      c.matters.matters = c.matters.matters.filter(
        ({ towards, decisions }) => !decisions.includes(decision.id) || !towards.includes(option),
      )
    },
    found: /\d values speak for a big treatment and \d against one/,
  },
  'burdens of a big treatment added to the list': {
    edit: (c) => {
      const { decision, option } = most(c)
      for (const id of ['needles', 'scars', 'trips'])
        c.matters.matters.push({
          id,
          decisions: [decision.id],
          outcome: null,
          towards: [],
          against: [option],
          notClear: [],
        })
    },
    found: /\d values speak for a big treatment and \d against one/,
  },
  'the figures of harm emptied': {
    edit: (c) => {
      const { decision, option } = most(c)
      everyCell(decision, option, 'harm', { unknown: Object.keys(c.words.decisions.whys)[0] ?? '' })
    },
    found: /figures of good only/,
  },
  'the figures of good emptied': {
    edit: (c) => {
      const { decision, option } = most(c)
      everyCell(decision, option, 'benefit', { unknown: Object.keys(c.words.decisions.whys)[0] ?? '' })
    },
    found: /figures of harm only/,
  },
  'the mirrored frame dropped from an answer': {
    edit: (c) => {
      for (const { outcomes } of Object.values(c.words.decisions.decisions))
        for (const outcome of Object.values(outcomes))
          outcome.answer = outcome.answer.map((line) =>
            line
              .replaceAll(/ (?:The other )?\{[a-z0-9-]+\.bad\}[^.]*\./g, '')
              .replaceAll(/ and \{[a-z0-9-]+\.bad\}[^.]*/g, ''),
          )
    },
    found: /shares goodOnly/,
  },
  'an end point told on its good side twice': {
    edit: (c) => {
      for (const words of Object.values(c.words.numbers.endpoints)) words.bad = words.good
    },
    found: /told on one side only/,
  },
  'the cards in another order': {
    edit: (c) => {
      most(c).decision.options.reverse()
    },
    found: /do not stand in the fixed order/,
  },
  'the best of several figures in the lead': {
    edit: (c) => {
      const all = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
      for (const { outcomes } of c.decisions.decisions)
        for (const { cells } of outcomes)
          for (const cell of Object.values(cells)) {
            if (!('estimates' in cell) || cell.leadBecause) continue
            const shares = cell.estimates.flatMap((id) => {
              const estimate = all.get(id)
              return estimate?.value.type === 'percent' && estimate.design === 'single-group'
                ? [estimate]
                : []
            })
            const good = (one: (typeof shares)[number]) =>
              one.value.type === 'percent'
                ? one.counts === 'good'
                  ? one.value.value
                  : 100 - one.value.value
                : 0
            const [best] = shares.toSorted((a, b) => good(b) - good(a))
            if (best && shares.length > 1) cell.lead = [best.id]
          }
    },
    found: /the most favourable figure leads/,
  },
  'a treatment called proven': {
    edit: (c) => most(c).words.whatItIs.push('This is a proven treatment.'),
    found: /called proven/,
  },
  'a cell product that is praised': {
    edit: (c) => {
      const [product] = Object.values(c.words['stem-cells'].products)
      product?.answers['feel-better']?.push('The first results are promising.')
    },
    found: /praise in “The first results/,
  },
  'a cell product whose harms are told in three words': {
    edit: (c) => {
      const [product] = Object.values(c.words['stem-cells'].products)
      if (product) product.answers.harms = ['None were seen.']
    },
    found: /words of good a question and 3 of harm/,
  },
}

describe.each(ids)('both sides of each option of %s', (id) => {
  it('are told within the limits: words, figures, frames, order, harms by name, values', () => {
    expect(balanceFaults(copyOf(id), content.sources)).toEqual([])
  })

  it('harms replaced by praise are found in each option', () => {
    const clean = copyOf(id)
    for (const option of clean.options.options) {
      const c = copyOf(id)
      const words = c.words.options.options[option.id]
      if (words) words.harms = ['A team at the centre watches over you with great care.']
      expect(balanceFaults(c, content.sources).join('\n'), option.id).toContain(
        `${option.id}: no harm is named`,
      )
    }
  })

  // On content that is rich enough for each: a new condition may have one figure in a cell, and no list of harms yet.
  it.each(id in mustName ? Object.entries(edits) : [])('%s: found', (_name, { edit, found }) => {
    const c = copyOf(id)
    edit(c)
    expect(balanceFaults(c, content.sources).join('\n')).toMatch(found)
  })
})

describe('what the site says of itself', () => {
  it('calls nothing proven that is not', () => {
    expect(sharedFaults(content)).toEqual([])
    const harmed = structuredClone(content)
    const [page] = Object.values(harmed.shared.pages.pages)
    page?.lead.push('Here you find the proven treatments.')
    expect(sharedFaults(harmed)).toEqual(['called proven: “Here you find the proven treatments.”'])
  })
})

it('docs/balance.md prints what the content says', () => {
  // To do when this fails: npm run content:balance
  expect(fs.readFileSync(balanceFile, 'utf8')).toBe(balanceText(content))
})
