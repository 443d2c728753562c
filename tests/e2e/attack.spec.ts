import { expect, test } from '@playwright/test'
import {
  articleFlood,
  bigPosts,
  damagedForms,
  deafLines,
  letterPerLine,
  mangledLinks,
  oddHeadersOf,
  slowPosts,
  unknownAddresses,
  upgrades,
  type Attacked,
  type Tally,
} from '@/tests/attack'
import { siteMap } from '@/tests/e2e/site-map'

/** A small part of `npm run bench:attack`. How fast reading is meanwhile is not judged: other tests run beside. */
const small = { seconds: 2, mostMs: Infinity }
const [condition] = siteMap.conditions
const pages = ['/en', `/en/${condition?.id}`, '/en/warning-signs']

const attacks: Record<string, (to: Attacked) => Promise<Tally>> = {
  'unknown addresses': (to) => unknownAddresses(to, 100),
  'mangled private links': (to) => mangledLinks(to, 60),
  'odd headers': (to) => oddHeadersOf(to, 91),
  'requests to upgrade': (to) => upgrades(to, 40),
  'clients that never read': (to) => deafLines(to, 40, small),
  'slow posts': (to) => slowPosts(to, 40, small),
  'big posts': (to) => bigPosts(to, 16),
  'damaged forms': (to) => damagedForms(to, 120),
  'PDF files of one-letter lines': (to) => letterPerLine(to, 4, small),
  'a flood of articles': (to) => articleFlood(to, { ...small, perSecond: 10 }),
}

test.describe('the site holds against', () => {
  test.describe.configure({ timeout: 120_000 })
  for (const [name, attack] of Object.entries(attacks))
    test(name, async ({ baseURL }) => {
      const { tried, failed } = await attack({ url: baseURL ?? '', pid: 0, pages })
      expect(failed).toEqual([])
      expect(tried).toBeGreaterThan(0)
    })
})
