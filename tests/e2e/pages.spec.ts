import { axeViolations } from '@/tests/e2e/axe'
import { siteMap } from '@/tests/e2e/site-map'
import { openRoute, unfoldAll } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 120_000 })

// Our own pages refuse inline script; axe is one.
test.use({ bypassCSP: true })

for (const route of siteMap.routes) {
  test(`${route.name} has no axe violation in light, dark and forced colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await openRoute(page, route)
    await unfoldAll(page)
    expect(await axeViolations(page), 'light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await axeViolations(page), 'dark').toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await axeViolations(page), 'forced colours').toEqual([])
  })
}
