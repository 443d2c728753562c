import { describe, expect, it } from 'vitest'
import {
  arrow,
  changeLines,
  missingEntries,
  seenFigure,
  sentencesIn,
  type Released,
} from '@/lib/reviews/content-changes'

const counted = (events: number, total: number) =>
  ({
    value: { type: 'counts', events, total },
    range: null,
    design: 'randomised-open',
    counts: 'bad',
  }) as const

describe('a figure as people see it', () => {
  it('7 of 93 is 8 in 100; seen from the other side 92 in 100', () => {
    expect(seenFigure(counted(7, 93), undefined, 'bad')).toBe('8 in 100')
    expect(seenFigure(counted(7, 93), undefined, 'good')).toBe('92 in 100')
  })

  it('is told in 1,000 when the one beside it needs that, and nobody as counted', () => {
    expect(seenFigure(counted(7, 93), counted(1, 500), 'bad')).toBe('75 in 1000')
    expect(seenFigure(counted(0, 45), undefined, 'bad')).toBe('0 of 45')
  })
})

it('a change is told in one unit where it can be', () => {
  expect(arrow('41 in 100', '40 in 100')).toBe('41 → 40 in 100')
  expect(arrow('1 in 100', '9 in 1000')).toBe('1 in 100 → 9 in 1000')
})

it('figures and sentences of two states are told, and what did not change is not', () => {
  const seen = (value: string, of: string) => ({ seen: value, of })
  const before = {
    figures: {
      a: seen('41 in 100', 'Death, pump'),
      b: seen('3 in 100', 'Stroke'),
      c: seen('5 in 100', 'Gone'),
    },
    sentences: { 'x/options': sentencesIn('It helps. It may harm. It helps.'), 'x/quiz': ['Same.'] },
  }
  const after = {
    figures: {
      a: seen('40 in 100', 'Death, pump'),
      b: seen('3 in 100', 'Stroke'),
      d: seen('2 in 100', 'Fall'),
    },
    sentences: { 'x/options': sentencesIn('It helps. It may hurt.'), 'x/quiz': ['Same.'] },
  }
  expect(changeLines(before, after)).toEqual([
    '- Death, pump: 41 → 40 in 100, because …',
    '- New: Fall: 2 in 100.',
    '- Gone: Gone: it was 5 in 100, because …',
    '- x/options: 1 sentences new, 2 gone.',
  ])
  expect(changeLines(before, before)).toEqual([])
})

describe('a release', () => {
  const released: Released = {
    date: '2026-11-29',
    changelog: 'old',
    figures: { a: '41 in 100', b: '3 in 100' },
  }
  const log = (line: string, day = '2026-12-01') => `# Log\n\n## ${day}\n\n- ${line}\n`
  const now = { a: '40 in 100', b: '3 in 100' }

  it('goes with a line that tells the change and why', () => {
    const told = log('Deaths with the pump: 41 → 40 in 100, because the paper was corrected.')
    expect(missingEntries(released, now, told, 'new')).toEqual([])
    expect(missingEntries(released, released.figures, log('Nothing.'), 'old')).toEqual([])
  })

  it('is refused when the reason is missing or still to be filled in, or the entry is older than the last release', () => {
    const refused = ['a: 41 → 40 in 100 has no line in the change log that says “41 → 40 in 100, because …”']
    expect(missingEntries(released, now, log('Deaths: 41 → 40 in 100.'), 'new')).toEqual(refused)
    expect(missingEntries(released, now, log('Deaths: 41 → 40 in 100, because …'), 'new')).toEqual(refused)
    const old = log('Deaths: 41 → 40 in 100, because of a slip.', '2026-11-28')
    expect(missingEntries(released, now, old, 'new')).toEqual(refused)
  })

  it('with new figures needs a change log that was written on', () => {
    const more = { ...released.figures, c: '1 in 100' }
    expect(missingEntries(released, more, log('x'), 'old')).toEqual([
      '1 figures are new and 0 gone, and the change log is as before',
    ])
    expect(missingEntries(released, more, log('x'), 'new')).toEqual([])
  })
})
