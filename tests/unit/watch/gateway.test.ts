import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Gateway, goodManners, retryAfterMs, type Machine, type Manners } from '@/lib/watch/gateway'
import { askAll, type WatchParts } from '@/lib/watch/run-watch'
import type { Question } from '@/lib/watch/questions'
import { SourceCheck } from '@/lib/watch/schema'
import { reply } from './reply'
import { json, misbehaviours, startStub, type StubServer } from './stub-server'

let stub: StubServer
beforeAll(async () => {
  stub = await startStub(json({}))
})
afterAll(() => stub.stop())
beforeEach(() => void stub.asked.splice(0))

/** A clock that moves only when somebody sleeps: what was waited for is what it shows. */
function fakeMachine(): Machine & { slept: number[] } {
  let now = 0
  const slept: number[] = []
  return {
    fetch,
    now: () => now,
    sleep: async (ms) => {
      now += ms
      slept.push(ms)
    },
    slept,
  }
}
const manners: Manners = { ...goodManners, timeoutMs: 400, maxBytes: 1_000_000 }
const question: Question = {
  askedAt: 'crossref',
  path: '/works/10.5555/current',
  format: 'json',
  subjects: [{ sourceId: 'a-source', about: '10.5555/current' }],
}
function parts(saved: SourceCheck[]): WatchParts {
  return {
    lastGood: new Map(),
    contentStatus: new Map([['a-source', 'current' as const]]),
    contentTrialState: new Map(),
    now: () => new Date('2026-11-20T12:00:00Z'),
    save: async (checks) => void saved.push(...checks),
  }
}
async function ask(machine: Machine, questions = [question], lastGood: WatchParts['lastGood'] = new Map()) {
  const saved: SourceCheck[] = []
  const gateway = new Gateway(stub.base, machine, manners, { 'user-agent': 'Lantern/test' })
  await askAll(questions, (q, etag) => gateway.ask(q.path, q.format, etag), { ...parts(saved), lastGood })
  return saved
}

describe('a place that misbehaves leaves a failed check with a reason and nothing else', () => {
  test.each(misbehaviours)('%s', async (_name, answer, detail) => {
    stub.answer(answer)
    const saved = await ask(fakeMachine())
    expect(saved).toHaveLength(1)
    expect(saved[0]).toMatchObject({ result: 'failed', detail, status: null, trialState: null, etag: null })
    for (const check of saved) SourceCheck.parse(check)
    for (const { path } of stub.asked) expect(path).toBe(question.path) // no redirect was followed
  })
})

describe('manners', () => {
  test('one request a second', async () => {
    stub.answer(json(reply('crossref-current')))
    const machine = fakeMachine()
    await ask(machine, [question, question, question])
    expect(stub.asked).toHaveLength(3)
    expect(machine.slept).toEqual([1_000, 1_000])
  })

  test('says who asks and what it accepts', async () => {
    stub.answer(json(reply('crossref-current')))
    await ask(fakeMachine())
    expect(stub.asked[0]?.headers).toMatchObject({ 'user-agent': 'Lantern/test', accept: 'application/json' })
    expect(stub.asked[0]?.headers.cookie).toBeUndefined()
  })

  test('429 with Retry-After: 7 waits 7 seconds, then takes the answer', async () => {
    let times = 0
    stub.answer((request, response) => {
      times += 1
      if (times === 1) response.writeHead(429, { 'retry-after': '7' }).end()
      else json(reply('crossref-current'))(request, response)
    })
    const machine = fakeMachine()
    const saved = await ask(machine)
    expect(saved[0]).toMatchObject({ result: 'ok', status: 'current' })
    expect(machine.slept).toContain(7_000)
  })

  test('a Retry-After beyond two minutes ends the questions to that place, without waiting', async () => {
    stub.answer((_, response) => void response.writeHead(429, { 'retry-after': '86400' }).end())
    const machine = fakeMachine()
    const saved = await ask(machine, [question, question, question])
    expect(saved.map(({ detail }) => detail)).toEqual(['too-many-requests', 'gave-up', 'gave-up'])
    expect(stub.asked).toHaveLength(1)
    expect(Math.max(0, ...machine.slept)).toBeLessThanOrEqual(1_000)
  })

  test('after three failures in a row it rests a minute, tries once, then gives up', async () => {
    stub.answer((_, response) => void response.writeHead(500).end())
    const machine = fakeMachine()
    const saved = await ask(
      machine,
      Array.from({ length: 8 }, () => question),
    )
    expect(stub.asked).toHaveLength(4)
    expect(machine.slept).toContain(60_000)
    expect(saved.slice(4).every(({ detail }) => detail === 'gave-up')).toBe(true)
  })

  test('a place that recovers in the rest is asked on', async () => {
    stub.answer((request, response) => {
      if (stub.asked.length <= 3) response.writeHead(500).end()
      else json(reply('crossref-current'))(request, response)
    })
    const saved = await ask(
      fakeMachine(),
      Array.from({ length: 6 }, () => question),
    )
    expect(saved.map(({ result }) => result)).toEqual(['failed', 'failed', 'failed', 'ok', 'ok', 'ok'])
  })

  test('records that a place does not know do not count against it', async () => {
    stub.answer((_, response) => void response.writeHead(404).end())
    const saved = await ask(
      fakeMachine(),
      Array.from({ length: 6 }, () => question),
    )
    expect(saved.every(({ detail }) => detail === 'not-known-there')).toBe(true)
    expect(stub.asked).toHaveLength(6)
  })

  test('Retry-After is seconds or a date', () => {
    const now = Date.UTC(2026, 10, 20, 12)
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Fri, 20 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterMs('Fri, 20 Nov 2020 12:01:00 GMT', now)).toBe(0)
    expect(retryAfterMs('soon', now)).toBeNull()
    expect(retryAfterMs(null, now)).toBeNull()
  })
})

describe('entity tags', () => {
  const key = 'crossref a-source 10.5555/current'
  const before = { status: 'retracted' as const, trialState: null, hasResults: null, at: new Date(0) }

  test('a tag is kept, sent back, and “not modified” means as before', async () => {
    stub.answer(json(reply('crossref-current'), { etag: '"abc"' }))
    const [first] = await ask(fakeMachine())
    expect(first).toMatchObject({ result: 'ok', etag: '"abc"' })
    stub.answer((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"abc"' ? 304 : 500).end()
    })
    const [second] = await ask(fakeMachine(), [question], new Map([[key, { ...before, etag: '"abc"' }]]))
    expect(second).toMatchObject({ result: 'ok', detail: 'not-modified', status: 'retracted', etag: '"abc"' })
  })

  test.each(['"<script>"', 'no quotes', `"${'x'.repeat(300)}"`, '"a b"'])(
    '%s is no tag and is not kept',
    async (etag) => {
      stub.answer(json(reply('crossref-current'), { etag }))
      const [check] = await ask(fakeMachine())
      expect(check).toMatchObject({ result: 'ok', etag: null })
    },
  )
})

describe('what counts as changed', () => {
  const key = 'crossref a-source 10.5555/retracted'
  const retracted: Question = {
    ...question,
    subjects: [{ sourceId: 'a-source', about: '10.5555/retracted' }],
  }
  const before = { trialState: null, hasResults: null, etag: null, at: new Date(0) }
  test('worse than our own content, the first time', async () => {
    stub.answer(json(reply('crossref-retracted')))
    expect((await ask(fakeMachine(), [retracted]))[0]).toMatchObject({
      result: 'changed',
      status: 'retracted',
    })
  })
  test('the same again is as before', async () => {
    stub.answer(json(reply('crossref-retracted')))
    const again = await ask(
      fakeMachine(),
      [retracted],
      new Map([[key, { ...before, status: 'retracted' as const }]]),
    )
    expect(again[0]).toMatchObject({ result: 'ok', status: 'retracted' })
  })
  test('better than last time is a change too', async () => {
    const currentKey = 'crossref a-source 10.5555/current'
    stub.answer(json(reply('crossref-current')))
    const now = await ask(
      fakeMachine(),
      [question],
      new Map([[currentKey, { ...before, status: 'retracted' as const }]]),
    )
    expect(now[0]).toMatchObject({ result: 'changed', status: 'current' })
  })
})
