import { describe, expect, test } from 'vitest'
import { writeFindingsCsv } from '@/lib/evidence/findings-csv'
import { findingsTable } from '@/lib/evidence/findings-table'
import { openDecisions, openResults, type OpenContent } from '@/lib/evidence/open-figures'
import { openRelease } from '@/lib/evidence/open-files'
import { makeKit } from '@/lib/sentences/kit'
import messages from '@/lib/texts/messages.en.json'
import { book, figure } from '@/tests/unit/sentences/figures'

/** An invented trial: 7 of 93 with an invented pump, 12 of 95 with an invented box, after 12 months. */
const shared = {
  source: 'invented-2020',
  followUp: { months: 12, kind: 'exact' },
  headline: 'bad',
} as const
const figures = [
  figure('pump-deaths', {
    ...shared,
    option: 'pump',
    comparator: 'box-deaths',
    value: { type: 'counts', events: 7, total: 93 },
    effect: { measure: 'HR', value: 0.56, low: 0.21, high: 1.46, level: 95 },
    armWords: '=an invented pump',
    certainty: { level: 'low', ratedBy: 'invented-body' },
  }),
  figure('box-deaths', {
    ...shared,
    option: 'box',
    comparator: 'pump-deaths',
    value: { type: 'counts', events: 12, total: 95 },
    armWords: 'an invented box',
  }),
]
const kit = makeKit('en', book(figures), [])
const release = openRelease({ version: 'v-invented', contentDate: '2026-11-29' }, kit.t)
const rating = {
  level: 'low',
  start: 'randomised',
  against: ['Few people were studied.'],
  for: [],
  ratedOn: '2026-11-28',
} as const
const content: OpenContent = {
  condition: { id: 'invented-illness', name: 'Invented illness' },
  results: [{ id: 'pump-deaths', arms: ['pump-deaths', 'box-deaths'] }],
  decisions: [
    {
      id: 'which',
      name: 'Which',
      question: 'Which invented thing?',
      options: [
        { id: 'wait', name: 'Wait' },
        { id: 'box', name: 'Box' },
        { id: 'pump', name: 'Pump' },
      ],
      outcomes: [
        {
          id: 'live-longer',
          question: 'Will I live longer?',
          tone: 'benefit',
          cells: {
            wait: { unknown: 'nobody-counted', why: 'Nobody counted.' },
            box: { estimates: ['box-deaths'] },
            pump: {
              estimates: ['pump-deaths'],
              rating: { ...rating, against: [...rating.against], for: [...rating.for] },
            },
          },
        },
      ],
    },
  ],
  products: [],
  about: { organQuestion: '' },
  release,
}
const review = { byClinician: false, words: messages.site.notReviewed }
const [decision] = openDecisions(content, () => review, kit)
const cells = decision?.outcomes[0]?.cells ?? []

describe('a result', () => {
  const [result] = openResults(content, kit)

  test('7 of 93 is 8 in 100 with 93 people, and its range is worked out from the counts: 3.7 to 14.7', () => {
    const arm = result?.arms[0]
    expect(arm).toMatchObject({
      id: 'pump-deaths',
      result: 'pump-deaths',
      versus: 'box-deaths',
      value: { type: 'counts', events: 7, total: 93 },
      denominator: 93,
      people: {
        per: 100,
        bad: { count: 8, bound: 'about', words: 'had died' },
        good: { count: 92, bound: 'about', words: 'were alive' },
      },
      range: { from: 'computed', level: 95 },
      followUp: { months: 12, kind: 'exact', words: 'After 1 year' },
      sources: ['invented-2020', 'invented-body'],
      tier: 'A',
      licence: 'CC-BY-4.0',
      contentVersion: 'v-invented',
    })
    // Wilson's score interval of 7 of 93, worked out by hand.
    const range = arm?.range
    if (range?.from !== 'computed') throw new Error('no range')
    expect([range.low, range.high].map((end) => Number(end.toFixed(1)))).toEqual([3.7, 14.7])
  })

  test('says who rated it, and that no clinician has checked that', () => {
    expect(result?.arms[0]?.certainty).toEqual({
      bySource: { level: 'low', ratedBy: 'invented-body' },
      byMakers: [
        {
          of: 'which/live-longer/pump',
          level: 'low',
          ratedBy: 'makers',
          checkedByClinician: false,
          words: messages.ratings.byUs,
          start: 'randomised',
          against: ['Few people were studied.'],
          for: [],
          ratedOn: '2026-11-28',
        },
      ],
    })
    expect(result?.arms[1]?.certainty.byMakers).toEqual([])
  })

  test('a figure that no result has is a mistake that stops', () => {
    expect(() => openDecisions({ ...content, results: [] }, () => review, kit)).toThrow(
      'belongs to no result',
    )
  })
})

describe('a decision', () => {
  test('tells the gap from the side of each option: 5 fewer with the pump, 5 more with the box', () => {
    const leads = cells.flatMap((cell) => (cell.kind === 'figures' ? cell.leads : []))
    expect(
      leads.map(({ estimate, versus, difference, reading }) => [
        estimate.id,
        versus?.id,
        difference,
        reading,
      ]),
    ).toEqual([
      ['box-deaths', 'pump-deaths', { count: 5, per: 100, side: 'bad' }, 'unclear'],
      ['pump-deaths', 'box-deaths', { count: -5, per: 100, side: 'bad' }, 'unclear'],
    ])
  })

  test('an option without figures says why, and is no zero', () => {
    expect(cells[0]).toEqual({ kind: 'unknown', option: 'wait', why: 'Nobody counted.' })
  })
})

describe('the table of findings', () => {
  const [open] = content.decisions
  if (!open) throw new Error('no decision')
  const table = findingsTable(open, kit)

  test('has both groups of people, the gap, and the effect as printed', () => {
    expect(table.outcomes[0]?.rows[2]).toMatchObject({
      option: { letter: 'C', name: 'Pump' },
      finding: {
        endpoint: 'Death from any cause',
        own: { figure: '8 in 100 had died', people: 93 },
        versus: { figure: '13 in 100 had died', people: 95 },
        effect: 'HR 0.56 (range 0.21 to 1.46), with =an invented pump, of people who had died',
        time: 'After 1 year',
      },
      level: 'low',
      sure: 'Not very sure',
    })
    expect(table.outcomes[0]?.rows[2]?.finding?.difference).toMatch(
      /^With =an invented pump, 5 fewer in 100 had died/,
    )
    expect(table.outcomes[0]?.rows[0]).toMatchObject({
      finding: null,
      why: 'No numbers yet. Nobody counted.',
    })
  })

  test('as a file begins with the mark of UTF-8, and a spreadsheet runs nothing of it', () => {
    const csv = writeFindingsCsv(table, release, review.words, kit.t)
    expect(csv.startsWith('\ufeffQuestion,Option,What was counted,')).toBe(true)
    expect(csv).toContain(",'=an invented pump,8 in 100 had died,93,an invented box,13 in 100 had died,95,")
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain(messages.ratings.byUs)
    expect(csv).toContain(',Not yet reviewed by a clinician.,CC-BY-4.0,v-invented\r\n')
  })
})
