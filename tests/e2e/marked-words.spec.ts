/** A marked word is explained where the reader is: over the foot of the screen, and back to the word. */
import type { Page } from '@playwright/test'
import { sectionHref, stepHref } from '@/lib/journey/steps'
import { axeViolations } from '@/tests/e2e/axe'
import { cutsOff, doubleText, sticksOut } from '@/tests/e2e/room'
import { onePerLook, siteMap } from '@/tests/e2e/site-map'
import { openRoute } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })
test.use({ viewport: { width: 390, height: 844 } })

const [condition] = siteMap.conditions
const optionPage = stepHref('en', condition?.id ?? '', 'options') + `/${condition?.options[2]?.id ?? ''}`

/** Where the page stands, what has the focus, and which explanation is open and where. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const open = document.querySelector('.word:target')
    const { top = 0, bottom = 0 } = open?.getBoundingClientRect() ?? {}
    return {
      scrolled: Math.round(scrollY),
      focus: document.activeElement?.id,
      open: open?.id,
      isAtFoot: Math.round(bottom) === innerHeight && top > 0,
      steps: history.length,
    }
  })

/** Marked words in sight of someone who scrolled to the first; folded parts are opened. */
async function toWords(page: Page): Promise<string[]> {
  await page.goto(optionPage)
  await page.evaluate(() => document.fonts.ready)
  const words = page.locator('a.term')
  const ids = await words.evaluateAll((all) =>
    all.map((word) => {
      for (let fold = word.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true
      return word.id
    }),
  )
  await words.first().evaluate((word) => word.scrollIntoView({ block: 'center' }))
  return ids
}

test('opens without moving the page, takes the focus, and goes back to the word by one step', async ({
  page,
}) => {
  const [first = '', second = ''] = await toWords(page)
  await expect(page.locator(':root.js')).toHaveCount(1)
  const before = await stateOf(page)
  const meaning = first.replace('of-', 'word-')
  const opened = { ...before, focus: meaning, open: meaning, isAtFoot: true, steps: before.steps + 1 }
  const closed = { ...before, focus: first, steps: opened.steps }
  const word = page.locator(`#${first}`)

  await word.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await stateOf(page)).toEqual(opened)
  await page.getByRole('link', { name: t('site.close') }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => stateOf(page)).toEqual(closed)

  // With keys: Enter opens, Escape closes.
  await page.keyboard.press('Enter')
  await expect.poll(() => stateOf(page)).toEqual(opened)
  await page.keyboard.press('Escape')
  await expect.poll(() => stateOf(page)).toEqual(closed)

  // From one word to the next is no further step: once back is the page, with nothing open.
  await word.click()
  await page.locator(`#${second}`).evaluate((other: HTMLElement) => other.click())
  await expect(page).toHaveURL(new RegExp(`#${second.replace('of-', 'word-')}$`))
  await page.evaluate(() => history.back())
  await expect(page).toHaveURL(new RegExp(`${optionPage}$`))
  expect((await stateOf(page)).steps).toBe(opened.steps)
})

test('lies whole on a screen of 320 px with text twice as large, in forced colours too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 })
  const ids = await toWords(page)
  await doubleText(page)
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors })
    for (const id of ids.slice(0, 5)) {
      await page.evaluate((hash) => location.replace(hash), `#${id.replace('of-', 'word-')}`)
      const sheet = page.getByRole('dialog')
      await expect(sheet).toBeVisible()
      const close = sheet.getByRole('link', { name: t('site.close') })
      await expect(close).toBeInViewport({ ratio: 1 })
      expect((await close.boundingBox())?.height, 'room for a finger').toBeGreaterThanOrEqual(44)
      expect([...(await sticksOut(page)), ...(await cutsOff(page))]).toEqual([])
      expect(await sheet.evaluate((element) => getComputedStyle(element).borderBlockStartWidth)).toBe('3px')
    }
    expect(await axeViolations(page)).toEqual([])
  }
})

test('on paper each note is of a word on that paper, and every marked word has its note', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' })
  let notes = 0
  for (const route of onePerLook) {
    await openRoute(page, route)
    if (!(await page.locator('.word').count())) continue
    const found = await page.evaluate(() => {
      // As the browser does it before it prints.
      dispatchEvent(new Event('beforeprint'))
      const shown = (selector: string, id: (element: Element) => string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map(id)
      return {
        marked: shown('main a.term', (word) => word.id.slice(3)).sort(),
        explained: shown('.word', (word) => word.id.slice(5)).sort(),
        closes: shown('.word > a', (link) => link.textContent ?? ''),
      }
    })
    expect(found.explained, route.name).toEqual(found.marked)
    expect(found.closes, route.name).toEqual([])
    notes += found.explained.length
  }
  expect(notes).toBeGreaterThan(30)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('opens over the foot of the screen, and "Close" leads to the word', async ({ page }) => {
    // Any part of step 1 that marks a word outside a fold.
    const word = page.locator('a.term').filter({ visible: true }).first()
    for (const section of condition?.sections ?? []) {
      await page.goto(sectionHref('en', condition?.id ?? '', section))
      if (await word.count()) break
    }
    await word.scrollIntoViewIfNeeded()
    const id = (await word.getAttribute('id')) ?? ''
    const before = await page.evaluate(() => Math.round(scrollY))
    await word.click()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toBeFocused()
    await expect(sheet).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => Math.round(scrollY))).toBe(before)
    await page.keyboard.press('Tab')
    await expect(sheet.getByRole('link', { name: t('site.close') })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(sheet).toHaveCount(0)
    await expect(page.locator(`#${id}`)).toBeFocused()
    await expect(page.locator(`#${id}`)).toBeInViewport({ ratio: 1 })
  })
})
