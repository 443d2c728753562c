/** Whether everything on a page has room: on a narrow screen, with large text, with text set apart. */
import type { Page } from '@playwright/test'

/** Elements that stick out to the right when the page scrolls sideways; empty when it does not. */
export async function sticksOut(page: Page): Promise<string[]> {
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

/** How tall a page is in pixels, with all of it laid out. */
export async function heightOf(page: Page): Promise<number> {
  const asItWas = await withSheet(page, 'main * { content-visibility: visible !important }')
  const height = await page.evaluate(async () => {
    await document.fonts.ready // until then lines break as in another font
    return document.documentElement.scrollHeight
  })
  await asItWas()
  return height
}

/** The spacing that WCAG 1.4.12 lets a reader set. */
const apart = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

/** WCAG 1.4.12: a page loses nothing when a reader sets lines, letters and words apart. Leaves the page as it was. */
export async function spaceText(page: Page): Promise<() => Promise<void>> {
  return withSheet(page, apart)
}

/** WCAG 1.4.4: all text twice as large. */
export async function doubleText(page: Page): Promise<() => Promise<void>> {
  return withSheet(page, ':root { font-size: 200% !important }')
}

/** Lays a sheet made by script over the page, as the policy against inline style stays on; the answer takes it off. */
export async function withSheet(page: Page, css: string): Promise<() => Promise<void>> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
    })
}

/** Elements that hide a part of their own text: cut off below or at the side, and no way to scroll there. */
export async function cutsOff(page: Page): Promise<string[]> {
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
