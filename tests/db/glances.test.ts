import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DecisionView } from '@/lib/journey/data'
import { realContent } from '@/tests/content/real-content'
import { makeSeededDatabase } from '@/tests/db/seeded-database'
import type { OwnDatabase } from '@/tests/own-database'

const content = realContent()
let own: OwnDatabase | undefined
const views = new Map<string, DecisionView>()

beforeAll(async () => {
  own = await makeSeededDatabase()
  process.env.DATABASE_URL = own.url
  // Read when it is loaded, so not before the address is known.
  const { getDecision } = await import('@/lib/journey/data')
  for (const c of content.conditions)
    for (const { id } of c.decisions.decisions) {
      const view = await getDecision('en', c.condition.id, id)
      if (view) views.set(`${c.condition.id}/${id}`, view)
    }
}, 300_000)
afterAll(async () => {
  await (await import('@/lib/db/client')).db.$disconnect()
  await own?.remove()
})

describe('a stored decision', () => {
  test('gives each cell with figures its own sentence at a glance, and a cell without figures none', () => {
    for (const c of content.conditions)
      for (const decision of c.decisions.decisions) {
        const view = views.get(`${c.condition.id}/${decision.id}`)
        expect(view?.outcomes.map(({ id }) => id)).toEqual(decision.outcomes.map(({ id }) => id))
        for (const { id, cells } of view?.outcomes ?? []) {
          const written = c.words.decisions.decisions[decision.id]?.outcomes[id]?.atAGlance
          const stored = Object.entries(cells).flatMap(([option, { atAGlance }]) =>
            atAGlance === undefined ? [] : [[option, atAGlance]],
          )
          expect(Object.fromEntries(stored), `${decision.id} ${id}`).toEqual(written)
        }
      }
  })
})
