import type { Page } from '@playwright/test'
import { stepHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { english, t } from '@/tests/e2e/words'
import { expect, test } from '@/tests/e2e/watched'

/** Poor signal: the page is there, our own module comes later or never. */
test.use({ viewport: { width: 390, height: 844 } })

const journey = siteMap.conditions.flatMap(({ id }) =>
  (['matters', 'check', 'summary'] as const).map((step) => stepHref('en', id, step)),
)
const modules = /\/assets\/[\w-]+\.[\w-]{16}\.js$/

/** How much of the screen has moved so far by itself: 0 is nothing, 0.1 is what people begin to notice (web.dev/cls). */
const moved = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 200))
      }),
  )

for (const path of [...journey, '/en/clinicians/packet'])
  test(`nothing jumps on ${path} when the module comes a second late`, async ({ page }) => {
    await page.route(modules, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue()
    })
    await page.goto(path)
    await expect(page.locator(':root.js')).toHaveCount(1)
    expect(await moved(page)).toBeLessThan(0.05)
  })

test('when the module never comes, the page becomes what it is without scripts', async ({ page }) => {
  await page.route(modules, (route) => route.abort())
  const [condition] = siteMap.conditions
  await page.goto(stepHref('en', condition?.id ?? '', 'summary'))
  const notice = page.getByText(t('summary.blank'))
  await expect(notice).toBeHidden()
  await expect(notice).toBeVisible({ timeout: 8_000 })
  await expect(page.getByRole('button', { name: t('summary.print') })).toBeHidden()
  const [above, below] = await Promise.all([
    notice.boundingBox(),
    page.locator('article.summary').boundingBox(),
  ])
  expect((below?.y ?? Infinity) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(100)
})

test('when only the module of the summary never comes, the page does not look as if nothing was said', async ({
  page,
}) => {
  await page.route(/\/summary\.[\w-]{16}\.js$/, (route) => route.abort())
  const id = siteMap.conditions[0]?.id ?? ''
  const notice = page.getByText(t('summary.notDrawn'))
  await page.goto(stepHref('en', id, 'summary'))
  await expect(page.getByRole('button', { name: t('summary.print') })).toBeVisible()
  await expect(notice).toBeHidden() // nothing was
  await page.goto(stepHref('en', id, 'matters'))
  await page.getByRole('textbox', { name: t('matters.own') }).fill('My garden in quietharbour')
  await page.goto(stepHref('en', id, 'summary'))
  await expect(notice).toBeVisible()
})

test('a page that is older than the site says so, keeps the text, and has it again after a reload', async ({
  page,
}) => {
  const words = english.articleCheck
  const text = 'A cure in seven days, in quietharbour.'
  const box = page.getByRole('textbox', { name: words.form.label })
  await page.goto('/en/check-an-article')
  await expect(page.getByRole('button', { name: words.form.go })).toBeVisible()
  await page.route(/\.js$/, (route) => route.fulfill({ status: 404 }))
  await box.fill(text)
  await page.getByRole('button', { name: words.form.go }).click()
  await expect(page.getByText(words.report.old)).toBeVisible()
  await page.unroute(/\.js$/)
  await page.getByRole('button', { name: words.report.renew }).click()
  await expect(page.getByText(words.report.back)).toBeVisible()
  await expect(box).toHaveValue(text)
  // Only for that one reload.
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('quietharbour')
  await page.getByRole('button', { name: words.form.go }).click()
  await expect(page.getByText(words.report.done)).toBeVisible()
})

test('without a line the article check does not call the page old', async ({ page, context }) => {
  const words = english.articleCheck
  await page.goto('/en/check-an-article')
  await expect(page.getByRole('button', { name: words.form.go })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: words.form.label }).fill('A cure in seven days.')
  await page.getByRole('button', { name: words.form.go }).click()
  await expect(page.getByText(words.report.failed)).toBeVisible()
  await expect(page.getByRole('button', { name: words.report.renew })).toBeHidden()
})
