import { describe, expect, it } from 'vitest'
import { compareGolden, isPrintedIn, type Explained } from '@/prisma/pipeline/compare-golden'
import { parseCsv, readGolden } from '@/prisma/pipeline/read-golden'
import { realContent } from './real-content'

/** Each entry is told in tests/golden/README.md. */
const explained: Explained = [
  {
    estimate: 'rematch-alive-1-year-pump',
    column: 'effect_p',
    because:
      'two p values are printed: 0.002 is of survival at one year, which this figure is; 0.001 is of death over the whole trial',
  },
  ...['one', 'two'].map((doses) => ({
    estimate: `suk-2016-scar-${doses}`,
    column: 'mean_difference',
    because:
      'printed as 19.5 to 14.5 (-25%) and 21.1 to 13.2 (-37%); we keep the fall in points, never a relative change alone',
  })),
  ...['larsen-2016-hvp-alive', 'larsen-2016-hvp-alive-care'].map((estimate) => ({
    estimate,
    column: 'events',
    because:
      'not printed: 54 of 92 and 43 of 90 are the only counts that give the printed 58.7% and 47.8% (evidence file), so that the page can test them',
  })),
  ...['low', 'medium', 'high'].map((dose) => ({
    estimate: `qin-x-2025-${dose}-alive-2-years`,
    column: 'total',
    because: '24 people in three groups; the source speaks of 8 in each',
  })),
  ...['effect_measure', 'effect_value'].map((column) => ({
    estimate: 'rimecard-pumping-figure-cells',
    column,
    because: 'printed as a change in each group with one p value: the gap that it tests is 7.07 less 1.85',
  })),
  {
    estimate: 'terlipressin-alive-grade-1-2',
    column: 'effect_p',
    because: 'printed in words, "not significant", which is a p value above 0.05',
  },
  ...['events-mixed', 'events-mesenchymal', 'rhythm-mixed', 'rhythm-mesenchymal', 'rhythm-ckit'].map(
    (what) => ({
      estimate: `concert-${what}`,
      column: 'effect_p',
      because:
        'one p value over four groups: kept as such, so that no pair of groups is tested by our own sum',
    }),
  ),
  {
    estimate: 'yau-weaning-cells',
    column: 'effect_p',
    because: 'no p value: the study gives the chance of a benefit (0.69) and the mark it had set (0.80)',
  },
  ...['ribs-repeat-new-stent', 'ribs-repeat-drug-balloon'].map((estimate) => ({
    estimate,
    column: 'follow_up_months',
    because: 'the typist did not find the page that prints three years (mdedge); another reader read it',
  })),
  {
    estimate: 'revived-death-stent',
    column: 'effect_p',
    because: 'printed in words, "not significant", which is a p value above 0.05',
  },
  ...['effect_measure', 'effect_value'].map((column) => ({
    estimate: 'reshape-events-clip',
    column,
    because: 'the ratio was not to be seen: the gap that the p value tests is 37 less 58.9 stays',
  })),
  ...['effect_measure', 'effect_value'].map((column) => ({
    estimate: 'momentum-stays-new-pump',
    column,
    because: 'no ratio is printed: the gap that the p value tests is 225.7 less 246.4 stays',
  })),
  ...['clip-pooled-hf-stay', 'miracle-quality-crt'].map((estimate) => ({
    estimate,
    column: 'total',
    because:
      'a ratio or a finding has no place for the size of one arm; the study as a whole stands in `where`',
  })),
  {
    estimate: 'dcm-cochrane-death',
    column: 'finding',
    because: 'the authors call it uncertain, which is not the same as no clear difference',
  },
]

const content = realContent()

describe.each(content.conditions.map((c) => ({ id: c.condition.id, numbers: c.numbers })))(
  '$id',
  ({ id, numbers }) => {
    const ids = new Set(numbers.estimates.map((e) => e.id))
    const rows = readGolden(id)
    const result = compareGolden(
      rows,
      numbers.estimates,
      explained.filter((x) => ids.has(x.estimate)),
    )

    it('every figure is the one that somebody else typed from the sources: 0 differences without an explanation', () => {
      console.log(
        `${id}: ${result.rows} rows, ${result.same} values the same, ` +
          Object.entries(result.byRule)
            .sort()
            .map(([rule, count]) => `${count} by rule ${rule}`)
            .join(', '),
      )
      expect(result.differences).toEqual([])
      expect(result.rows).toBe(numbers.estimates.length)
    })

    it('no explanation is left over from a difference that is gone', () => {
      expect(result.stale).toEqual([])
    })
  },
)

describe('the comparison can fail', () => {
  const [condition] = content.conditions
  const estimates = condition?.numbers.estimates ?? []
  const rows = readGolden(condition?.condition.id ?? '')
  const rowsOfAll = content.conditions.flatMap((c) => readGolden(c.condition.id))
  const clean = new Set(compareGolden(rows, estimates, explained).differences.map((d) => JSON.stringify(d)))
  const differencesWhen = (change: (e: (typeof estimates)[number]) => (typeof estimates)[number] | null) =>
    compareGolden(
      rows,
      estimates.flatMap((e) => change(structuredClone(e)) ?? []),
      explained,
    ).differences.filter((d) => !clean.has(JSON.stringify(d)))

  it('one event more in one trial is seen', () => {
    let isDone = false
    const found = differencesWhen((e) => {
      if (!isDone && e.value.type === 'counts') {
        e.value.events += 1
        isDone = true
      }
      return e
    })
    expect(found.map(({ column }) => column)).toEqual(['events'])
  })

  it('a percentage that moves by 0.1 is seen', () => {
    let isDone = false
    const found = differencesWhen((e) => {
      if (!isDone && e.value.type === 'percent' && e.value.value < 99 && !e.comparator) {
        e.value.value = Number((e.value.value + 0.1).toFixed(2))
        isDone = true
      }
      return e
    })
    expect(found.map(({ column }) => column)).toEqual(['percent'])
  })

  it('a changed end of a ratio, a lost p value, another time and a better tier are seen', () => {
    const changed = new Set<string>()
    const once = (what: string) => !changed.has(what) && Boolean(changed.add(what))
    const found = differencesWhen((e) => {
      if (e.effect?.low !== undefined && once('low')) e.effect.low += 0.01
      else if (e.effect?.p !== undefined && once('p')) e.effect.p = '0.049'
      else if (e.followUp.months !== null && e.followUp.months > 6 && once('time')) e.followUp.months += 1
      else if (e.tier === 'B' && once('tier')) e.tier = 'A'
      return e
    })
    expect(found.map(({ column }) => column).sort()).toEqual([
      'effect_low',
      'effect_p',
      'follow_up_months',
      'tier',
    ])
  })

  it('a difference whose value the typist left empty has to be the subtraction', () => {
    const empty = rowsOfAll.find((row) => row.effect_measure === 'RD' && row.effect_value === '')
    const found = content.conditions.flatMap(({ condition: { id }, numbers }) => {
      const own = numbers.estimates.map((e) => structuredClone(e))
      for (const e of own) if (e.id === empty?.estimate && e.effect) e.effect.value += 1
      return compareGolden(readGolden(id), own, explained).differences
    })
    expect(found.map(({ estimate, column }) => `${estimate} ${column}`)).toEqual([
      `${empty?.estimate} effect_value`,
    ])
  })

  it('arms that were swapped are seen', () => {
    const pair = estimates.find((e) => e.comparator && e.value.type === 'counts')
    const other = estimates.find((e) => e.id === pair?.comparator)
    const found = differencesWhen((e) => {
      if (pair && other && e.id === pair.id) e.value = other.value
      else if (pair && other && e.id === other.id) e.value = pair.value
      return e
    })
    expect(found.length).toBeGreaterThanOrEqual(2)
  })

  it('an estimate that nobody else typed, and a row without an estimate, are seen', () => {
    const [first] = estimates
    const found = compareGolden(
      rows.slice(1),
      first ? [...estimates.slice(1), { ...first, id: 'made-up' }] : [],
      explained,
    ).differences
    expect(found.map(({ estimate }) => estimate)).toContain('made-up')
    expect(compareGolden(rows, estimates.slice(1), explained).differences[0]?.numbers).toBe(
      'no such estimate',
    )
  })

  it('a value counts as printed only as a whole number, not as part of one', () => {
    expect(isPrintedIn('HR 0.84 (0.76-0.93), P<.001', '0.84')).toBe(true)
    expect(isPrintedIn('HR 0.84 (0.76-0.93), P<.001', '<0.001')).toBe(true)
    expect(isPrintedIn('HR 0.84 (0.76-0.93)', '0.8')).toBe(false)
    expect(isPrintedIn('1,220 people', '1220')).toBe(true)
  })

  it('a cell with a comma and a quote is one cell', () => {
    expect(parseCsv('a,b\n"x, ""y""",2\n')).toEqual([{ a: 'x, "y"', b: '2' }])
    expect(() => parseCsv('a,b\n1\n')).toThrow('line 2')
  })
})
