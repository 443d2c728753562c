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

/** The spacing that WCAG 1.4.12 lets a reader set. A sheet made by script: the policy against inline style stays on. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/** Elements that hide a part of their own text: cut off below or at the side, and no way to scroll there. */
async function cutsOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const { overflowX, overflowY, clipPath, position } = getComputedStyle(element)
      const isForEars = position === 'absolute' && (clipPath !== 'none' || element.offsetHeight <= 1)
      const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
      if (isForEars || !hides || !element.innerText?.trim() || element.closest('svg')) return []
      const isCut =
        element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2
      return isCut
        ? [`${element.tagName.toLowerCase()}.${element.className}: ${element.innerText.slice(0, 40)}`]
        : []
    }),
  )
}

for (const route of siteMap.routes) {
  test(`${route.name} keeps all its text when lines, letters and words are set apart (WCAG 1.4.12)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await openRoute(page, route)
    await unfoldAll(page)
    expect(await cutsOff(page), 'as it is').toEqual([])
    await spaceText(page)
    expect(await sticksOut(page), '320 px').toEqual([])
    expect(await cutsOff(page), '320 px').toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await sticksOut(page), '1280 px').toEqual([])
    expect(await cutsOff(page), '1280 px').toEqual([])
  })

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
