import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSlowLine, type SlowLine } from '@/tests/bench/slow-line'
import { makeSeededDatabase } from '@/tests/db/seeded-database'
import type { OwnDatabase } from '@/tests/own-database'

let own: OwnDatabase | undefined
let line: SlowLine | undefined
let post: (request: Request) => Promise<Response>

beforeAll(async () => {
  own = await makeSeededDatabase()
  line = await openSlowLine(own.url)
  process.env.DATABASE_URL = line.url
  // Reads its settings when it is loaded, so not before the address is known.
  post = (await import('@/app/api/summary/pdf/route')).POST
}, 180_000)
afterAll(async () => {
  line?.close()
  await own?.remove()
})

async function askPdf(condition: string) {
  const body = new URLSearchParams({ locale: 'en', condition, sheet: 'a4', own: 'My garden' })
  const response = await post(new Request('http://lantern.test/api/summary/pdf', { method: 'POST', body }))
  const bytes = Buffer.from(await response.arrayBuffer())
  return [response.status, bytes.subarray(0, 5).toString() === '%PDF-']
}

test('the first PDF reads the words of its condition once, and all it needs in 35 statements', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const answered = await askPdf('heart-failure')
  const asked = query.mock.calls.map(([statement]) => {
    const { text, values } = statement as unknown as { text: string; values: unknown[] }
    return `${text} ${JSON.stringify(values)}`
  })
  query.mockRestore()
  expect(answered).toEqual([200, true])
  const ofWords = asked.filter((text) => text.includes('FROM "public"."Words"'))
  expect(ofWords.length).toBeGreaterThan(1)
  expect(ofWords.length).toBe(new Set(ofWords).size)
  expect(asked.length).toBeLessThanOrEqual(35)
}, 60_000)

test('a summary that was made once can be had as a PDF while the database is away or silent; another cannot', async () => {
  expect(await askPdf('heart-failure')).toEqual([200, true])
  line?.cut()
  expect(await askPdf('heart-failure')).toEqual([200, true])
  expect(await askPdf('liver-failure')).toEqual([503, false])
  line?.restore()
  expect(await askPdf('liver-failure')).toEqual([200, true])
  line?.slow(Infinity)
  const begin = performance.now()
  expect(await askPdf('liver-failure')).toEqual([200, true])
  expect(performance.now() - begin).toBeLessThan(8_000)
  line?.restore()
}, 120_000)
