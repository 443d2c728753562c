import type { BrowserContext, Page } from '@playwright/test'
import { stepHref, steps } from '@/lib/journey/steps'
import { axeViolations } from '@/tests/e2e/axe'
import { wholeBrowser } from '@/tests/e2e/browser'
import { siteMap } from '@/tests/e2e/site-map'
import {
  choose,
  follow,
  goBack,
  open,
  pageWithoutScripts,
  press,
  question,
  unfoldQuestion,
  somethingToSay,
  watchComingBack,
  write,
} from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

test.use(wholeBrowser) // goes back

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

/** Words that would tell a person who looks over a shoulder what was read. */
const telling = new RegExp(
  ['lantern', 'heart', 'liver', 'stem', 'cell', 'health', ...siteMap.conditions.map(({ name }) => name)].join(
    '|',
  ),
  'i',
)
const [condition] = siteMap.conditions
if (!condition) throw new Error('the content has no condition')
const matters = stepHref('en', condition.id, 'matters')
const summary = stepHref('en', condition.id, 'summary')
const given = somethingToSay(condition)

/** Words and a tick on the page where they are given, which then goes into the history. */
async function answerAndGoOn(page: Page): Promise<() => Promise<boolean>> {
  await open(page, matters)
  await choose(page, t('condition.situations'), given.situation.name)
  await write(page, t('matters.own'), given.own)
  const cameBack = await watchComingBack(page)
  await open(page, summary)
  await expect(page.getByText(given.own)).toBeVisible()
  return cameBack
}

async function expectNothingSaid(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('matters.title'))
  await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue('')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  expect(await page.content()).not.toContain('quietharbour')
}

/** A browser that does not obey when it is asked to drop its copies: over http, or an older one. Our module must do. */
const disobey = (context: BrowserContext) =>
  context.route('**/api/forget', (route) => route.fulfill({ status: 204 }))

test('every step of a journey can be left quickly, by keyboard too, and the link is not printed', async ({
  page,
}) => {
  for (const { id } of siteMap.conditions)
    for (const step of steps) {
      await open(page, stepHref('en', id, step.id))
      await expect(page.getByRole('link', { name: t('leave.link'), exact: true })).toBeVisible()
    }
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.getByRole('link', { name: t('leave.link') }).evaluate((link) => link.matches(':focus')))
      break
  }
  await expect(page.getByRole('link', { name: t('leave.link') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/leave$/)
  await open(page, matters)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(t('leave.link'))).toBeHidden()
})

test('leaving quickly clears the tab, takes the page out of Back, and shows nothing that tells', async ({
  page,
}) => {
  await open(page, '/en')
  await open(page, matters)
  await write(page, t('matters.own'), 'quietharbour')
  await follow(page, t('leave.link'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('leave.title'))
  expect(await page.locator('body').innerText()).not.toMatch(telling)
  expect(await page.title()).not.toMatch(telling)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}')
  await goBack(page)
  await expect(page).toHaveURL(/\/en$/) // not the page that was left
  await open(page, matters)
  await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue('')
})

test('Back brings answers again from the page that the browser kept whole, when nothing was forgotten', async ({
  page,
}) => {
  const cameBack = await answerAndGoOn(page)
  await goBack(page)
  expect(await cameBack()).toBe(true)
  await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
  await unfoldQuestion(page, t('condition.situations'))
  await expect(
    question(page, t('condition.situations')).getByLabel(given.situation.name, { exact: true }),
  ).toBeChecked()
})

for (const act of ['leave', 'delete'] as const)
  test(`after "${act}", Back shows no word and no tick, also from a page that the browser kept whole`, async ({
    page,
    context,
  }) => {
    await disobey(context)
    const cameBack = await answerAndGoOn(page)
    if (act === 'leave') {
      await follow(page, t('leave.link'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('leave.title'))
    } else {
      await press(page, t('summary.delete'))
      await expect(page.getByText(t('summary.deleted'))).toBeVisible()
    }
    await goBack(page)
    expect(await cameBack()).toBe(true)
    await expectNothingSaid(page)
    await page.reload()
    await expectNothingSaid(page)
  })

test('a browser that obeys drops the pages it kept', async ({ page }) => {
  const cameBack = await answerAndGoOn(page)
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/forget'))
  await follow(page, t('leave.link'))
  expect((await (await asked).allHeaders())['clear-site-data']).toBe('"cache"')
  await page.waitForLoadState('load')
  await goBack(page)
  expect(await cameBack()).toBe(false)
  await expectNothingSaid(page)
})

test('deleting in one tab empties the others: one that is open, and one that had gone to another page', async ({
  page,
  context,
}) => {
  await disobey(context)
  const other = await context.newPage()
  await open(other, matters)
  await write(other, t('matters.own'), given.own)
  const away = await context.newPage()
  await open(away, matters)
  await write(away, t('matters.own'), given.own)
  await away.goto('about:blank')
  const article = await context.newPage()
  await open(article, '/en/check-an-article')
  await write(article, t('articleCheck.form.label'), 'Stem cells at quietharbour')
  await answerAndGoOn(page)
  await press(page, t('summary.delete'))
  await expect(page.getByText(t('summary.deleted'))).toBeVisible()
  await expectNothingSaid(other)
  await expect(article.getByRole('textbox', { name: t('articleCheck.form.label') })).toHaveValue('')
  await goBack(away)
  await expectNothingSaid(away)
  await open(away, summary)
  await expect(away.getByText(given.own)).toBeHidden()
})

test('deleting takes everything of ours: the other illness, what was kept by choice, packets', async ({
  page,
}) => {
  for (const { id } of siteMap.conditions) {
    await open(page, stepHref('en', id, 'matters'))
    await write(page, t('matters.own'), given.own)
    await open(page, stepHref('en', id, 'summary'))
    await press(page, t('summary.keep'))
    await expect(page.getByText(t('summary.kept'))).toBeVisible()
  }
  await page.evaluate(() => sessionStorage.setItem('lantern-packet', 'x'))
  await press(page, t('summary.delete'))
  await expect(page.getByText(t('summary.deleted'))).toBeVisible()
  expect(await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)])).toEqual([
    [],
    ['lantern-forgotten'],
  ])
})

test.describe('the empty page', () => {
  test.use({ bypassCSP: true }) // axe is a script that the policy rightly refuses
  test('has no breach of WCAG A or AA', async ({ page }) => {
    await open(page, '/en/leave')
    expect(await axeViolations(page)).toEqual([])
  })
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })
  test('the link leads to the empty page', async ({ page }) => {
    await open(page, matters)
    await follow(page, t('leave.link'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('leave.title'))
    expect(await page.locator('body').innerText()).not.toMatch(telling)
  })

  test('Back shows no word and no tick', async ({ page }) => {
    await open(page, matters)
    await choose(page, t('condition.situations'), given.situation.name)
    await write(page, t('matters.own'), given.own)
    const asked = page.waitForResponse((response) => response.url().endsWith('/api/forget'))
    await follow(page, t('leave.link'))
    await asked
    await page.waitForLoadState('load')
    await page.goBack({ waitUntil: 'commit' })
    await expectNothingSaid(page)
  })

  test('after leaving, Back to a posted page shows none of it', async ({ browser, baseURL }) => {
    const page = await pageWithoutScripts(browser, baseURL)
    await open(page, matters)
    await write(page, t('matters.own'), given.own)
    await press(page, t('matters.see'))
    await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
    const asked = page.waitForResponse((response) => response.url().endsWith('/api/forget'))
    await follow(page, t('leave.link'))
    await asked
    await page.waitForLoadState('load')
    await expect(page.goBack({ waitUntil: 'commit' })).rejects.toThrow(/ERR_CACHE_MISS/)
    await page.context().close()
  })
})
