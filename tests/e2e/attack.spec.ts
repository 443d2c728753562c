import { expect, test } from '@playwright/test'
import { attackWith, kinds } from '@/tests/attack'
import { siteMap } from '@/tests/e2e/site-map'

const [condition] = siteMap.conditions
const pages = ['/en', `/en/${condition?.id}`, '/en/warning-signs']

/** A small part of `npm run bench:attack`. How fast reading is meanwhile is not judged: other tests run beside. */
test.describe('the site holds against', () => {
  test.describe.configure({ timeout: 120_000 })
  for (const kind of kinds) {
    const { name, small } = kind
    if (!small) continue
    test(name, async ({ baseURL }) => {
      const { tried, failed } = await attackWith(kind, small, { url: baseURL ?? '', pid: 0, pages }, Infinity)
      expect(failed).toEqual([])
      expect(tried).toBeGreaterThan(0)
    })
  }
})
