import { stepHref, steps } from '@/lib/journey/steps'
import { axeViolations } from '@/tests/e2e/axe'
import { siteMap } from '@/tests/e2e/site-map'
import { follow, open, write } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

/** Words that would tell a person who looks over a shoulder what was read. */
const telling = new RegExp(
  ['lantern', 'heart', 'liver', 'stem', 'cell', 'health', ...siteMap.conditions.map(({ name }) => name)].join(
    '|',
  ),
  'i',
)
const [condition] = siteMap.conditions
const matters = stepHref('en', condition?.id ?? '', 'matters')

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
  await page.goBack()
  await expect(page).toHaveURL(/\/en$/) // not the page that was left
  await open(page, matters)
  await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue('')
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
})
