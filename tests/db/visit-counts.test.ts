import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST } from '@/app/api/visit/told/route'
import { listVisitCounts } from '@/lib/clinics/data'

vi.hoisted(() => (process.env.LANTERN_CLINICS = 'tests/fixtures/clinics'))

let client: Client
beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('DELETE FROM "VisitCount"')
})
afterAll(async () => {
  await client.query('DELETE FROM "VisitCount"')
  await client.end()
})

const tell = (fields: Record<string, string>) =>
  POST(
    new Request('http://lantern.test/api/visit/told', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ locale: 'en', ...fields }).toString(),
    }),
  )

test('forty people at once are all counted, each in totals alone', async () => {
  const people = Array.from({ length: 40 }, (_, n) =>
    tell({ clinic: 'made-up', asked: 'yes', next: n % 4 === 0 ? 'no' : 'yes' }),
  )
  for (const answer of await Promise.all(people)) {
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('added to the clinic')
  }
  const rows = await listVisitCounts('made-up')
  expect(
    rows.toSorted((a, b) => `${a.question}${a.answer}`.localeCompare(`${b.question}${b.answer}`)),
  ).toEqual([
    { question: 'asked', answer: 'yes', people: 40 },
    { question: 'next', answer: 'no', people: 10 },
    { question: 'next', answer: 'yes', people: 30 },
  ])
})

test('a clinic that does not ask, a question or an answer that is none: refused, and nothing is counted', async () => {
  const before = await listVisitCounts('made-up')
  expect((await tell({ clinic: 'no-such', asked: 'yes' })).status).toBe(404)
  expect((await tell({ clinic: 'made-up', asked: 'perhaps' })).status).toBe(400)
  expect((await tell({ clinic: 'made-up', asked: 'yes', name: 'Ann' })).status).toBe(400)
  expect(await listVisitCounts('made-up')).toEqual(before)
  expect(await listVisitCounts('no-such')).toEqual([])
})
