import { afterAll, beforeAll, expect, test } from 'vitest'
import { realContent } from '@/tests/content/real-content'
import { makeSeededDatabase } from '@/tests/db/seeded-database'
import type { OwnDatabase } from '@/tests/own-database'

const site = 'https://lantern.example.org'
let own: OwnDatabase | undefined
type Ask = (kind: 'Questionnaire' | 'CodeSystem', id: string) => Promise<Response>
let ask: Ask

beforeAll(async () => {
  own = await makeSeededDatabase()
  process.env.DATABASE_URL = own.url
  process.env.LANTERN_PUBLIC_URL = `${site}/`
  // They read their settings when they are loaded, so not before the address is known.
  const handlers = {
    Questionnaire: await import('@/app/api/fhir/Questionnaire/[id]/route'),
    CodeSystem: await import('@/app/api/fhir/CodeSystem/[id]/route'),
  }
  ask = (kind, id) =>
    handlers[kind].GET(new Request(`${site}/api/fhir/${kind}/${id}`), { params: Promise.resolve({ id }) })
}, 180_000)
afterAll(async () => {
  delete process.env.LANTERN_PUBLIC_URL
  await (await import('@/lib/db/client')).db.$disconnect()
  await own?.remove()
})

test('the questions and codes of each condition stand under the address that they are known by', async () => {
  for (const { condition } of realContent().conditions)
    for (const [kind, id] of [
      ['Questionnaire', `${condition.id}-summary-en`],
      ['CodeSystem', `${condition.id}-answers-en`],
    ] as const) {
      const response = await ask(kind, id)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8')
      const resource = (await response.json()) as Record<string, unknown>
      expect(resource).toMatchObject({ resourceType: kind, id, url: `${site}/api/fhir/${kind}/${id}` })
      expect(resource.copyright).toContain('O’Connor and Légaré')
    }
})

test('an instrument of others stands there too; any other id is not found', async () => {
  const instrument = await ask('Questionnaire', 'collaborate-five-point')
  expect(await instrument.json()).toMatchObject({
    url: `${site}/api/fhir/Questionnaire/collaborate-five-point`,
  })
  for (const id of ['sdm-q-9', 'heart-failure', 'heart-failure-answers-en', '-'])
    expect((await ask('Questionnaire', id)).status, id).toBe(404)
})
