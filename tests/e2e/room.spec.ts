import type { Page } from '@playwright/test'
import { siteMap } from '@/tests/e2e/site-map'
import { openRoute, unfoldAll } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

/** Elements that stick out to the right when the page scrolls sideways; empty when it does not. */
async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    )
    const names = out.map(
      (element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`,
    )
    return [`${root.scrollWidth} > ${root.clientWidth} px`, ...new Set(names)].slice(0, 8)
  })
}

for (const route of siteMap.routes) {
  test(`${route.name} fits a screen of 320 px, and text twice as large at 1280 and 640 px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await openRoute(page, route)
    expect(await sticksOut(page), '320 px').toEqual([])
    await unfoldAll(page)
    expect(await sticksOut(page), '320 px, all parts open').toEqual([])
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'))
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await sticksOut(page), `text 200 % at ${width} px`).toEqual([])
    }
  })
}
