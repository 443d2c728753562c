import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { runScript } from '@/lib/server/process/child'
import { getLiveStatus, listLastGood, readLastGood, saveChecks } from '@/lib/watch/data'
import type { SourceCheck } from '@/lib/watch/schema'
import { fixtureText, reply } from '@/tests/unit/watch/reply'
import { json, misbehaviours, startStub, type Answer, type StubServer } from '@/tests/unit/watch/stub-server'

const today = '2026-11-20'
const source = (id: string, numbers: { doi?: string; pmid?: string; nct?: string }, order: number) => ({
  id,
  kind: 'randomised-trial',
  tier: 'A',
  title: 'A test record',
  titleIsShort: false,
  readAs: 'primary',
  status: 'current',
  checkedOn: today,
  nextReview: '2027-11-20',
  order,
  ...numbers,
})
const check = (sourceId: string, more: Partial<SourceCheck> = {}): SourceCheck => ({
  sourceId,
  askedAt: 'crossref',
  about: '10.5555/retracted',
  at: new Date('2026-11-20T12:00:00Z'),
  result: 'ok',
  status: 'current',
  trialState: null,
  hasResults: null,
  detail: 'nothing-found',
  etag: null,
  ...more,
})

// On a server another file of tests has stored the real content in the same database: start from nothing.
beforeAll(async () => {
  await db.$executeRawUnsafe(
    'TRUNCATE "Condition", "Source", "SourceCheck", "Release", "Words", "Review", "StemCellItem", "RegulatorAnswer" CASCADE',
  )
})

beforeEach(async () => {
  await db.condition.create({ data: { id: 'test-illness', order: 1 } })
  await db.source.createMany({
    data: [
      source('one', { doi: '10.5555/current', pmid: '99990001' }, 1),
      source('two', { doi: '10.5555/retracted', pmid: '99990002' }, 2),
      source('three', { nct: 'NCT99990002' }, 3),
    ],
  })
  await db.endpoint.create({ data: { id: 'test-end', conditionId: 'test-illness', headline: 'good' } })
  const result = (
    sourceId: string,
    arms: { id: string; nextReview?: string }[],
    nextReview = '2027-11-20',
  ) => ({
    id: arms[0]?.id ?? '',
    conditionId: 'test-illness',
    sourceId,
    endpointId: 'test-end',
    where: 'nowhere',
    counts: 'bad',
    design: 'randomised',
    followUp: {},
    population: 'test',
    certainty: {},
    tier: 'A',
    notes: [],
    checkedOn: today,
    nextReview,
    order: 1,
    arms: {
      create: arms.map((arm, order) => ({
        ...arm,
        order,
        arm: 'test',
        comparator: order > 0,
        toldAlone: false,
        value: {},
      })),
    },
  })
  await db.result.create({ data: result('two', [{ id: 'of-two' }, { id: 'against-two' }]) })
  await db.result.create({ data: result('one', [{ id: 'of-one' }], '2026-11-19') })
  await db.result.create({
    data: result(
      'one',
      [{ id: 'looked-at-later', nextReview: '2027-11-20' }, { id: 'not-yet' }],
      '2026-11-19',
    ),
  })
  await db.product.create({ data: { conditionId: 'test-illness', id: 'cells', order: 1 } })
  await db.runningTrial.create({
    data: {
      conditionId: 'test-illness',
      productId: 'cells',
      id: 'trial',
      order: 1,
      registration: 'NCT99990002',
      sourceId: 'three',
      state: 'recruiting',
      checkedOn: today,
    },
  })
})
afterEach(async () => {
  await db.sourceCheck.deleteMany()
  await db.result.deleteMany()
  await db.condition.deleteMany()
  await db.source.deleteMany()
})
afterAll(() => db.$disconnect())

describe('the status that pages ask for', () => {
  test('before any check: the content as it is, and what is overdue', async () => {
    expect(await getLiveStatus(today)).toEqual({
      checkedAt: null,
      sources: {},
      figures: {},
      trials: {},
      overdue: [{ by: '2026-11-19', of: ['estimate:not-yet', 'estimate:of-one'] }],
    })
  })

  test('a withdrawn source takes its figures and those compared with them along, and nothing else', async () => {
    await saveChecks([
      check('two', { result: 'changed', status: 'retracted', detail: 'retraction' }),
      check('one'),
    ])
    const live = await getLiveStatus(today)
    expect(live.sources).toEqual({ two: 'retracted' })
    expect(live.figures).toEqual({ 'estimate:of-two': 'retracted', 'estimate:against-two': 'retracted' })
  })

  test('the graver of two places holds, and the newer answer of one place', async () => {
    const later = new Date('2026-11-20T13:00:00Z')
    await saveChecks([
      check('two', { result: 'changed', status: 'retracted', detail: 'retraction' }),
      check('two', {
        askedAt: 'pubmed',
        about: '99990002',
        status: 'concern',
        detail: 'expression-of-concern',
      }),
      check('two', { at: later, result: 'changed' }),
    ])
    expect((await getLiveStatus(today)).sources).toEqual({ two: 'concern' })
  })

  test('the content’s own status is never improved by a check', async () => {
    await db.source.update({ where: { id: 'two' }, data: { status: 'retracted' } })
    await saveChecks([check('two')])
    const live = await getLiveStatus(today)
    expect(live.sources).toEqual({ two: 'retracted' })
    expect(live.figures).toEqual({}) // figures of it that are still in the content tell of the withdrawal
  })

  test('a failed check changes nothing, and its date is not the date shown', async () => {
    await saveChecks([
      check('two', { result: 'changed', status: 'retracted', detail: 'retraction' }),
      check('two', {
        at: new Date('2026-12-20T12:00:00Z'),
        result: 'failed',
        status: null,
        detail: 'timeout',
      }),
    ])
    const live = await getLiveStatus(today)
    expect(live.sources).toEqual({ two: 'retracted' })
    expect(live.checkedAt).toBe('2026-11-20T12:00:00.000Z')
  })

  test('the date shown is that of the place that has been silent longest', async () => {
    await saveChecks([
      check('one', { at: new Date('2026-11-01T00:00:00Z'), askedAt: 'pubmed', about: '99990001' }),
      check('one'),
    ])
    expect((await getLiveStatus(today)).checkedAt).toBe('2026-11-01T00:00:00.000Z')
  })

  test('a running trial shows only when its state is no longer the printed one', async () => {
    const trial = { askedAt: 'trials-register', about: 'NCT99990002', status: null, detail: 'state' } as const
    await saveChecks([check('three', { ...trial, trialState: 'recruiting', hasResults: false })])
    expect((await getLiveStatus(today)).trials).toEqual({})
    const later = new Date('2026-11-20T13:00:00Z')
    await saveChecks([
      check('three', { ...trial, at: later, result: 'changed', trialState: 'stopped', hasResults: false }),
    ])
    expect((await getLiveStatus(today)).trials).toEqual({ NCT99990002: 'stopped' })
  })

  test('a source that left the content is no longer spoken of; its checks stay', async () => {
    await saveChecks([check('gone', { result: 'changed', status: 'retracted', detail: 'retraction' })])
    expect((await getLiveStatus(today)).sources).toEqual({})
    expect(await db.sourceCheck.count()).toBe(1)
  })

  test('a row that is not in the closed lists counts as not there', async () => {
    const row = { ...check('two', { result: 'changed' }), detail: '<script>', status: 'bogus' }
    await db.sourceCheck.create({ data: row })
    await db.sourceCheck.create({ data: { ...row, askedAt: 'somewhere' } })
    expect(await listLastGood()).toEqual([])
    expect((await getLiveStatus(today)).sources).toEqual({})
  })

  test('a check in the wrong shape is not stored, nor are its neighbours', async () => {
    const bad = { ...check('one'), detail: 'free text from outside' } as unknown as SourceCheck
    await expect(saveChecks([check('two'), bad])).rejects.toThrow()
    expect(await db.sourceCheck.count()).toBe(0)
  })
})

describe('npm run evidence:watch', () => {
  let stub: StubServer
  const all: Answer = (request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/crossref/works/10.5555/'))
      json(reply(`crossref-${url.split('/').at(-1)}`))(request, response)
    else if (url.startsWith('/trials/studies/NCT99990002')) json(reply('trials-completed'))(request, response)
    else if (url.startsWith('/pubmed/efetch.fcgi?db=pubmed'))
      response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' }).end(fixtureText('pubmed.xml'))
    else response.writeHead(404).end()
  }
  beforeAll(async () => {
    stub = await startStub(all)
  })
  beforeEach(() => void stub.asked.splice(0))
  afterAll(() => stub.stop())
  const run = (args: string[], env: Record<string, string | undefined> = { LANTERN_WATCH_STUB: stub.base }) =>
    runScript('lib/commands/watch-evidence.ts', args, { env })

  test('without --live it asks nobody, stores nothing and says so', async () => {
    const { code, output } = await run([], { LANTERN_WATCH_STUB: '' })
    expect(code).toBe(2)
    expect(output).toContain('only with --live')
    expect(await db.sourceCheck.count()).toBe(0)
  })

  test('stores what it finds, reports it, and keeps it through every misbehaviour', async () => {
    stub.answer(all)
    const first = await run([])
    expect(first.output).toMatch(/crossref +2 asked +1 as before +1 changed +0 failed/)
    expect(first.output).toMatch(/pubmed +2 asked +1 as before +1 changed +0 failed/)
    expect(first.output).toContain(
      'two (10.5555/retracted), crossref: as in our content → retracted [retraction]',
    )
    expect(first.output).toContain(
      'three (NCT99990002), trials-register: as in our content → completed-with-results',
    )
    expect(first.code).toBe(0)
    const before = await getLiveStatus(today)
    expect(before.sources).toEqual({ two: 'retracted' })
    expect(before.trials).toEqual({ NCT99990002: 'completed-with-results' })
    const good = await readLastGood()

    // Silence is left to the gateway's own test: here it would take the full 20 seconds each time.
    const quick = misbehaviours.filter(([, , detail]) => detail !== 'timeout' && detail !== 'server-error')
    let turn = 0
    stub.answer((request, response) => quick[turn++ % quick.length]?.[1](request, response))
    for (let runs = 0; runs < 3; runs++) {
      const bad = await run([])
      expect(bad.code).toBe(1)
      expect(bad.output).toContain('Failed; what was known before still holds:')
      expect(bad.output).toMatch(/; retracted, as of \d{4}-\d{2}-\d{2}/)
    }
    expect(await getLiveStatus(today)).toEqual(before)
    expect(await readLastGood()).toEqual(good)
    const rows = await db.sourceCheck.findMany({ where: { result: 'failed' } })
    expect(rows.length).toBeGreaterThanOrEqual(15)
    expect(
      rows.every((row) => row.status === null && row.etag === null && /^[a-z-]+$/.test(row.detail)),
    ).toBe(true)
  }, 120_000)

  test('reads a Retraction Watch file without asking anybody', async () => {
    const file = path.resolve('tests/fixtures/watch/retraction-watch.csv')
    const { code, output } = await run(['--retraction-watch', file], { LANTERN_WATCH_STUB: '' })
    expect(output).toContain('5 rows')
    expect(code).toBe(0)
    expect((await getLiveStatus(today)).sources).toEqual({ two: 'retracted' })
    expect(stub.asked).toHaveLength(0)
  })
})
