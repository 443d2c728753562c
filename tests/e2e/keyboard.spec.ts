import type { Page } from '@playwright/test'
import { decisionHref, neighbours, stepHref, steps } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { open, part, question } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

/** What has the focus, and whether a person can see that it does (an outline of its own or of its label). */
function focused(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { name: 'nothing', isSeen: false }
    const holders = [element, element.closest('label')].filter((holder) => holder !== null)
    const isSeen = holders.some((holder) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(holder)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    const box = element.getBoundingClientRect()
    const isThere = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    return {
      name: `${element.tagName.toLowerCase()} ${element.getAttribute('name') ?? element.textContent?.trim() ?? ''}`,
      isSeen: isSeen && isThere,
    }
  })
}

/** Presses Tab until the control has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, selector: (stop: { name: string }) => boolean): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    expect(stop, `the focus is seen on ${stop.name}`).toMatchObject({ isSeen: true })
    if (selector(stop)) return
  }
  throw new Error('200 presses of Tab did not reach it')
}

for (const condition of siteMap.conditions) {
  test(`${condition.id}: step 5 is answered with the keyboard alone, and the focus goes to the result`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'matters'))
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: t('site.skip') })).toBeFocused()
    await expect(page.getByRole('link', { name: t('site.skip') })).toBeInViewport()
    await page.keyboard.press('Enter')
    await tabTo(page, ({ name }) => name === 'input decision')
    await page.keyboard.press('Space')
    const matter = condition.matters.find(({ decisions }) =>
      decisions.includes(condition.decisions[0]?.id ?? ''),
    )
    await tabTo(page, ({ name }) => name === `input m.${matter?.id}`)
    await page.keyboard.press('Space')
    await expect(
      question(page, matter?.label ?? '')
        .getByRole('radio')
        .first(),
    ).toBeChecked()
    await tabTo(page, ({ name }) => name === 'textarea own')
    await page.keyboard.type('typed')
    await tabTo(page, ({ name }) => name === `summary ${t('matters.aboutYou')}`)
    await page.keyboard.press('Enter')
    await tabTo(page, ({ name }) => name === 'input situation')
    await page.keyboard.press('ArrowDown')
    const situations = question(page, t('condition.situations')).getByRole('radio')
    await expect(situations.nth(1)).toBeChecked()
    await page.keyboard.press('ArrowUp')
    await expect(situations.nth(0)).toBeChecked()
    expect(await focused(page)).toMatchObject({ isSeen: true })
    await tabTo(page, ({ name }) => name === `button ${t('matters.see')}`)
    await page.keyboard.press('Enter')
    const result = part(page, t('matters.result'))
    await expect(result).toBeFocused()
    await expect(result.getByText(matter?.label ?? '').first()).toBeVisible()
  })

  test(`${condition.id}: the skip link leads past the steps, and a folded part opens with a key`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'condition'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, () => true)
    expect(
      await page.evaluate(() => document.activeElement?.closest('main') !== null),
      'the next stop is in main',
    ).toBe(true)
    const isPart = ({ name }: { name: string }) => name.startsWith('summary ')
    if (!isPart(await focused(page))) await tabTo(page, isPart)
    await page.keyboard.press('Enter')
    expect(
      await page.evaluate(() => document.activeElement?.closest('details')?.open),
      'opened by Enter',
    ).toBe(true)
  })
}

for (const condition of siteMap.conditions) {
  test(`${condition.id}: the whole way from the first page to the summary is walked with the keyboard alone`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await open(page, '/en')
    await tabTo(page, ({ name }) => name.startsWith('a ') && name.includes(condition.name))
    await page.keyboard.press('Enter')
    for (const { id } of steps) {
      await page.waitForURL(`**${stepHref('en', condition.id, id)}`)
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: t('site.skip') })).toBeFocused()
      await page.keyboard.press('Enter')
      // From the end backwards: the way on stands last, and Shift+Tab must lead there as well as Tab does.
      const { next } = neighbours(id)
      if (!next) break
      const onward = page.getByRole('main').getByRole('link', {
        name: t('steps.next', { name: t(`steps.${next}`) }),
        exact: true,
      })
      await onward.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await expect(onward).toBeFocused()
      expect(await focused(page), id).toMatchObject({ isSeen: true })
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('summary.title'))
  })

  test(`${condition.id}: Tab goes through every stop of a choice in the order of the page and out again`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const decision = condition.decisions[0]?.id ?? ''
    await open(page, decisionHref('en', condition.id, decision))
    const stops = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary')]
      const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // Written down in the page: to ask after each of some hundred presses would take minutes.
      const order: number[] = []
      document.addEventListener('focusin', ({ target }) => order.push(shown.indexOf(target as HTMLElement)))
      Object.assign(window, { order })
      return shown.length
    })
    for (let presses = 0; presses < stops; presses += 1) await page.keyboard.press('Tab')
    const order = await page.evaluate(() => (window as unknown as { order: number[] }).order)
    expect(order).toEqual([...Array(stops).keys()])
    expect(stops).toBeGreaterThan(20)
  })
}

test('an article is checked with the keyboard alone, and the next stop is in the result', async ({
  page,
}) => {
  await open(page, '/en/check-an-article')
  await tabTo(page, ({ name }) => name === 'textarea text')
  await expect(page.locator('form[data-ready]')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.type(
    'My father got his life back after stem cell therapy for heart failure. His doctors could not believe it! ' +
      'Book a free consultation today: only three places are left this month.',
  )
  await tabTo(page, ({ name }) => name.startsWith('button ') && name.includes(t('articleCheck.form.go')))
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { name: t('articleCheck.report.title') })
  await expect(title).toBeFocused({ timeout: 20_000 })
  await expect(page.locator('.ac-tag').first()).toBeVisible()
  await tabTo(page, ({ name }) => name.startsWith('a '))
  expect(
    await page.evaluate(() => document.activeElement?.closest('.ac-report') !== null),
    'the first stop after the heading is in the result',
  ).toBe(true)
})

test('the sources are searched with the keyboard alone, and typing is never a trap', async ({ page }) => {
  await open(page, '/en/sources')
  const search = page.getByRole('searchbox').first()
  await expect(search).toBeVisible()
  const name = await search.evaluate((element) => element.getAttribute('name') ?? '')
  await tabTo(page, (stop) => stop.name === `input ${name}`)
  await expect(search).toBeFocused()
  await page.keyboard.type('retracted')
  await expect(page.getByRole('status').filter({ hasText: /\d/ }).first()).toBeVisible()
  await expect(search, 'the focus stays while results come').toBeFocused()
  await page.keyboard.press('Tab')
  await expect(search).not.toBeFocused()
  expect(await focused(page)).toMatchObject({ isSeen: true })
  await page.keyboard.press('Shift+Tab')
  await expect(search).toBeFocused()
})
