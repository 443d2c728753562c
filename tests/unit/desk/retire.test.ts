import { describe, expect, test } from 'vitest'
import {
  cellAt,
  faultOfAnswer,
  leftOver,
  planRetirement,
  retireEdits,
  type RetirePlan,
} from '@/lib/desk/retire'

const files = {
  'x/numbers.yaml': {
    results: [
      { source: 'old', arms: [{ id: 'old-a' }, { id: 'old-b' }] },
      { source: 'new', certainty: { level: 'low', ratedBy: 'old' }, arms: [{ id: 'new-a' }] },
    ],
  },
  'x/facts.yaml': { facts: [{ id: 'days', source: 'old' }] },
  'x/options.yaml': {
    options: [
      { id: 'pump', sources: ['old', 'new'] },
      { id: 'rest', sources: ['old'] },
    ],
  },
  'x/decisions.yaml': {
    decisions: [
      {
        id: 'd',
        outcomes: [
          {
            id: 'live',
            cells: {
              pump: { estimates: ['old-a'] },
              rest: { lead: ['old-b'], estimates: ['old-b', 'new-a', 'more-a'] },
            },
          },
        ],
      },
    ],
  },
  'x/ratings.yaml': { ratings: [{ of: 'd/live/pump', leads: ['old-a'] }] },
  'x/stem-cells.yaml': { products: [{ trials: [{ id: 'old-trial', source: 'old', estimates: ['old-a'] }] }] },
  'x/words.en/decisions.yaml': {
    decisions: {
      d: {
        outcomes: {
          live: {
            answer: ['With a pump {old-a} were alive.', 'Nothing here.'],
            atAGlance: { pump: 'After a time {old-a} live.', rest: 'Some {new-a} live.' },
          },
        },
      },
    },
  },
  'sources.yaml': { sources: [{ id: 'old' }] },
}
const plan = planRetirement(files, 'old', () => ['no-study'])
const told = (one: RetirePlan) =>
  one.steps.map(({ kind, file, at }) => `${kind} ${file} ${at.join('.')}`).sort()

describe('every place that uses a study', () => {
  test('stands in the plan, each with what becomes of it', () => {
    expect(plan.arms).toEqual(['old-a', 'old-b'])
    expect(told(plan)).toEqual([
      'cell x/decisions.yaml decisions.0.outcomes.0.cells.pump',
      'certainty x/numbers.yaml results.1.certainty',
      'lead x/decisions.yaml decisions.0.outcomes.0.cells.rest.lead',
      'rating x/ratings.yaml ratings.0',
      'remove x/decisions.yaml decisions.0.outcomes.0.cells.rest.estimates.0',
      'remove x/numbers.yaml results.0',
      'remove x/options.yaml options.0.sources.0',
      'remove x/stem-cells.yaml products.0.trials.0',
      'remove x/words.en/decisions.yaml decisions.d.outcomes.live.atAGlance.pump',
      'rewrite x/words.en/decisions.yaml decisions.d.outcomes.live.answer.0',
      'source x/facts.yaml facts.0.source',
      'source x/options.yaml options.1.sources.0',
    ])
  })

  test('a study that nothing uses has an empty plan', () => {
    expect(planRetirement(files, 'other', () => []).steps).toEqual([])
  })
})

test('an answer that leaves the study in, or names none, is told', () => {
  const fallback = { kind: 'certainty' as const, file: '', at: [] }
  const step = (kind: string) => plan.steps.find((one) => one.kind === kind) ?? fallback
  const sources = new Set(['old', 'new'])
  const fault = (kind: string, answer: string) => faultOfAnswer(step(kind), answer, plan, sources)
  expect(fault('rewrite', '')).toBe('missing')
  expect(fault('rewrite', 'Still {old-b.bad}.')).toBe('still-named')
  expect(fault('rewrite', 'Without it.')).toBeNull()
  expect(fault('source', 'old')).toBe('no-source')
  expect(fault('source', 'nowhere')).toBe('no-source')
  expect(fault('source', 'new')).toBeNull()
  expect(fault('cell', '')).toBe('missing')
  expect(fault('lead', 'more-a')).toBeNull()
})

test('later places of a list go first, so that each edit finds what it means', () => {
  const places = {
    source: 's',
    arms: [],
    steps: [0, 1, 2].map((at) => ({ kind: 'remove' as const, file: 'f', at: ['list', at], what: '' })),
  }
  expect(retireEdits(places, [])).toEqual({
    f: [2, 1, 0].map((at) => ({ kind: 'remove', at: ['list', at] })),
  })
})

test('words that nothing needs any more go, and nothing else that the checker says', () => {
  const problem = (message: string) => ({ file: 'f', path: 'arms.x', message })
  expect(leftOver([problem('words for an unknown arm'), problem('no words for arm "x"')])).toEqual([
    { file: 'f', at: ['arms', 'x'] },
  ])
})

test('a cell is found by its ids', () => {
  expect(cellAt(files['x/decisions.yaml'], 'd.live.rest')).toEqual([
    'decisions',
    0,
    'outcomes',
    0,
    'cells',
    'rest',
  ])
  expect(cellAt(files['x/decisions.yaml'], 'd.live')).toBeNull()
  expect(cellAt(files['x/decisions.yaml'], 'd.live.none')).toBeNull()
})
