import { describe, expect, test } from 'vitest'
import { planQuestions } from '@/lib/watch/questions'
import { writeReport } from '@/lib/watch/report'
import { SourceCheck } from '@/lib/watch/schema'
import { parseSettings } from '@/lib/watch/settings'
import { worstStatus } from '@/lib/sources/worst-status'

describe('what is asked', () => {
  const base = { doi: null, pmid: null, nct: null }
  test('each number once, with every source that has it', () => {
    const questions = planQuestions([
      { ...base, id: 'a', doi: '10.5555/a(1)/b?c' },
      { ...base, id: 'b', nct: 'NCT99990001; NCT99990002' },
      { ...base, id: 'c', nct: 'NCT99990001' },
    ])
    expect(questions.map(({ path }) => path.split('?')[0])).toEqual([
      '/works/10.5555/a(1)/b%3Fc',
      '/studies/NCT99990001',
      '/studies/NCT99990002',
    ])
    expect(questions[1]?.subjects.map(({ sourceId }) => sourceId)).toEqual(['b', 'c'])
  })
  test('ten PubMed numbers in one request', () => {
    const watched = Array.from({ length: 23 }, (_, n) => ({ ...base, id: `s${n}`, pmid: String(1000 + n) }))
    expect(planQuestions(watched).map(({ subjects }) => subjects.length)).toEqual([10, 10, 3])
  })
  test('nothing that is no number leaves the house', () => {
    const odd = [{ ...base, id: 'a', doi: 'http://x.example/10.5555/a', pmid: '1 OR 2', nct: 'NCT1' }]
    expect(planQuestions(odd).flatMap(({ subjects }) => subjects.map(({ about }) => about))).toEqual([
      '1',
      '2',
    ])
  })
})

describe('where it may ask', () => {
  const why = (argv: string[], variables = {}) => {
    const result = parseSettings(argv, variables)
    return result.ok ? 'ok' : result.why
  }
  test('without --live it refuses and says so', () => expect(why([])).toMatch(/only with --live/))
  test('with --live it asks three fixed addresses', () => {
    const result = parseSettings(['--live'], {})
    expect(result.ok && Object.values(result.settings.bases)).toEqual([
      'https://api.crossref.org',
      'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
      'https://clinicaltrials.gov/api/v2',
    ])
  })
  test.each([
    'http://example.org:80',
    'https://127.0.0.1:1',
    'http://127.0.0.1:1@example.org',
    'http://127.0.0.1.example.org:1',
    'http://localhost:1',
    'http://127.0.0.1:1/path',
  ])('a stand-in at %s is refused', (stub) =>
    expect(why([], { LANTERN_WATCH_STUB: stub })).toMatch(/this computer/),
  )
  test('a stand-in on this computer needs no --live and refuses it', () => {
    expect(why([], { LANTERN_WATCH_STUB: 'http://127.0.0.1:4000' })).toBe('ok')
    expect(why(['--live'], { LANTERN_WATCH_STUB: 'http://127.0.0.1:4000' })).toMatch(/Choose one/)
  })
  test('a file alone asks nobody', () => {
    const result = parseSettings(['--retraction-watch', 'a.csv'], {})
    expect(result.ok && result.settings.only).toEqual(['retraction-watch'])
  })
  test('what it does not know it names', () => expect(why(['--fast'])).toMatch(/--fast/))
})

const check: SourceCheck = {
  sourceId: 'a-source',
  askedAt: 'crossref',
  about: '10.5555/a',
  at: new Date('2026-11-20T12:00:00Z'),
  result: 'failed',
  status: null,
  trialState: null,
  hasResults: null,
  detail: 'timeout',
  etag: null,
}

describe('a check that is not in the closed lists does not exist', () => {
  test.each([
    [{ ...check, detail: 'retraction' as const }],
    [{ ...check, status: 'retracted' as const }],
    [{ ...check, result: 'ok' as const }],
    [{ ...check, about: 'https://example.org' }],
    [{ ...check, etag: '<b>' }],
  ])('%j', (row) => expect(SourceCheck.safeParse(row).success).toBe(false))
})

test('the report gives the last good answer and its date beside a failure', () => {
  const last = {
    status: 'current' as const,
    trialState: null,
    hasResults: null,
    etag: null,
    at: new Date('2026-10-01'),
  }
  const report = writeReport([check], new Map([['crossref a-source 10.5555/a', last]]))
  expect(report).toContain('a-source (10.5555/a), crossref: timeout; current, as of 2026-10-01')
  expect(report).toMatch(/crossref +1 asked +0 as before +0 changed +1 failed/)
})

test('the graver status wins, in any order', () => {
  expect(worstStatus('corrected', 'retracted', 'concern')).toBe('retracted')
  expect(worstStatus('current', null, 'corrected')).toBe('corrected')
  expect(worstStatus()).toBe('current')
})
