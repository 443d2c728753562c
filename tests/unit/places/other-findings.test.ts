import { describe, expect, it } from 'vitest'
import { sharedQuestions } from '@/lib/places/other-findings'
import type { Figure } from '@/lib/numbers/schema'
import { figure } from '@/tests/unit/sentences/figures'

/** An arm of a trial with 100 people, and the arm it was compared with. */
function trial(
  source: string,
  events: number,
  otherEvents: number,
  { endpoint = 'death', option = 'bypass' } = {},
): Figure[] {
  const arm = (id: string, count: number, comparator: string | null) =>
    figure(id, {
      source,
      endpoint,
      option: comparator ? option : 'medicines',
      value: { type: 'counts', events: count, total: 100 },
      comparator,
      headline: 'bad',
      sourceShown: { id: source, short: source, title: source, tier: 'A', status: 'current', kind: 'cohort' },
    })
  return [arm(`${source}-a`, events, `${source}-b`), arm(`${source}-b`, otherEvents, null)]
}

function ask(sourceId: string, figures: Figure[]) {
  const estimates = Object.fromEntries(figures.map((figure) => [figure.id, figure]))
  const row = { conditionId: 'c', decisionId: 'd', outcomeId: 'o', estimateIds: Object.keys(estimates) }
  return sharedQuestions(sourceId, [row], { estimates, facts: {} })
}

describe('other sources on the same question', () => {
  it('one study saw a clear gap (10 against 50 of 100) and another none (30 against 31): they differ', () => {
    const [row] = ask('one', [...trial('one', 10, 50), ...trial('two', 30, 31)])
    expect(row).toMatchObject({ own: 'clear', differs: true, outcomeId: 'o' })
    expect(row?.others).toMatchObject([{ sourceId: 'two', said: 'unclear' }])
  })

  it('a ratio that a study prints apart from its counts speaks for it (0.56, 0.36 to 0.86: a clear gap)', () => {
    const counts = trial('one', 30, 31)
    const ratio = counts.slice(0, 1).map((arm): Figure => ({
      ...arm,
      id: 'one-ratio',
      value: { type: 'ratioOnly', measure: 'HR', value: 0.56, low: 0.36, high: 0.86, level: 95 },
      comparator: null,
    }))
    const [row] = ask('one', [...counts, ...ratio, ...trial('two', 30, 31)])
    expect(row).toMatchObject({ own: 'clear', differs: true })
    const [other] = ask('two', [...counts, ...ratio, ...trial('two', 30, 31)])
    expect(other?.others).toMatchObject([{ sourceId: 'one', said: 'clear' }])
  })

  it('two studies that could not tell do not differ', () => {
    expect(ask('one', [...trial('one', 30, 33), ...trial('two', 30, 31)])[0]).toMatchObject({
      differs: false,
    })
  })

  it('a study that counts something else is not beside it', () => {
    expect(ask('one', [...trial('one', 10, 50), ...trial('two', 30, 31, { endpoint: 'stroke' })])).toEqual([])
  })

  it('a study of another option is not beside it, though both were compared with medicines', () => {
    expect(ask('one', [...trial('one', 10, 50), ...trial('two', 30, 31, { option: 'stent' })])).toEqual([])
  })

  it('a source that stands alone, or not in the row, has no others', () => {
    expect(ask('one', trial('one', 10, 50))).toEqual([])
    expect(ask('three', [...trial('one', 10, 50), ...trial('two', 30, 31)])).toEqual([])
  })
})
