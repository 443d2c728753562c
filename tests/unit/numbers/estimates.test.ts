import { describe, expect, test } from 'vitest'
import { estimatesOf } from '@/lib/numbers/estimates'
import { Result } from '@/lib/numbers/schema'

const written = {
  source: 'trial-2016',
  where: 'Table 2: 359 of 610 against 398 of 602, HR 0.84',
  endpoint: 'death',
  counts: 'bad',
  followUp: { months: 118, kind: 'median' },
  population: 'people-in-the-trial',
  design: 'randomised-open',
  certainty: { notRated: 'source-gives-none' },
  tier: 'A',
  notes: ['long-follow-up'],
  checkedOn: '2026-11-20',
  nextReview: '2027-05-20',
}
const treated = { id: 'death-bypass', arm: 'bypass', option: 'bypass', value: counts(359, 610) }
const control = { id: 'death-medicines', arm: 'medicines', comparator: true, value: counts(398, 602) }
const effect = { measure: 'HR', value: 0.84 }

function counts(events: number, total: number) {
  return { type: 'counts', events, total }
}

const read = (arms: object[], more: object = {}) => estimatesOf(Result.parse({ ...written, ...more, arms }))
const links = (arms: object[], more: object = {}) =>
  read(arms, more).map(({ id, comparator, effect: own }) => [id, comparator, own?.value ?? null])

describe('the arms of one result', () => {
  test('each has all that the result says, and nothing of the other arm', () => {
    const { arms: _arms, effect: _effect, ...shared } = Result.parse({ ...written, arms: [treated] })
    expect(read([treated, control], { effect })).toEqual([
      {
        ...shared,
        id: 'death-bypass',
        arm: 'bypass',
        option: 'bypass',
        value: counts(359, 610),
        range: null,
        comparator: 'death-medicines',
        effect: { measure: 'HR', value: 0.84, level: 95 },
      },
      {
        ...shared,
        id: 'death-medicines',
        arm: 'medicines',
        option: null,
        value: counts(398, 602),
        range: null,
        comparator: 'death-bypass',
        effect: null,
      },
    ])
  })

  test('the effect is of the arm that is no comparator, whichever stands first', () => {
    expect(links([control, treated], { effect })).toEqual([
      ['death-medicines', 'death-bypass', null],
      ['death-bypass', 'death-medicines', 0.84],
    ])
  })

  test('a comparator that is told alone names no other arm; the others still name it', () => {
    expect(links([treated, { ...control, toldAlone: true }], { effect })).toEqual([
      ['death-bypass', 'death-medicines', 0.84],
      ['death-medicines', null, null],
    ])
  })

  test('a single group is compared with nobody', () => {
    expect(links([treated], { design: 'single-group' })).toEqual([['death-bypass', null, null]])
  })

  test('of three arms each is told against the comparator with its own effect, the comparator against the first', () => {
    const arms = [
      { ...treated, effect },
      { ...treated, id: 'death-stent', effect: { measure: 'HR', value: 1.1 } },
      control,
    ]
    expect(links(arms)).toEqual([
      ['death-bypass', 'death-medicines', 0.84],
      ['death-stent', 'death-medicines', 1.1],
      ['death-medicines', 'death-bypass', null],
    ])
  })

  test('what an arm says otherwise holds for that arm only', () => {
    const own = { where: 'Appendix', notes: [], checkedOn: '2026-11-28', nextReview: '2027-05-28' }
    const [first, second] = read([{ ...treated, ...own }, control])
    expect(first).toMatchObject(own)
    const { where, notes, checkedOn, nextReview } = written
    expect(second).toMatchObject({ where, notes, checkedOn, nextReview })
  })
})
