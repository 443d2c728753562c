import type { Page } from '@playwright/test'
import { stepHref } from '@/lib/journey/steps'
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
    await tabTo(page, ({ name }) => name === 'input situation')
    await page.keyboard.press('ArrowDown')
    const situations = question(page, t('condition.situations')).getByRole('radio')
    await expect(situations.nth(1)).toBeChecked()
    await page.keyboard.press('ArrowUp')
    await expect(situations.nth(0)).toBeChecked()
    expect(await focused(page)).toMatchObject({ isSeen: true })
    await tabTo(page, ({ name }) => name === 'input decision')
    await page.keyboard.press('Space')
    const matter = condition.matters.find(({ decisions }) =>
      decisions.includes(condition.decisions[0]?.id ?? ''),
    )
    await tabTo(page, ({ name }) => name === `input m.${matter?.id}`)
    await page.keyboard.press('Space')
    await expect(
      question(page, matter?.question ?? '')
        .getByRole('radio')
        .first(),
    ).toBeChecked()
    await tabTo(page, ({ name }) => name === 'textarea own')
    await page.keyboard.type('typed')
    await tabTo(page, ({ name }) => name === `button ${t('matters.see')}`)
    await page.keyboard.press('Enter')
    const result = part(page, t('matters.result'))
    await expect(result).toBeFocused()
    await expect(result.getByText(matter?.label ?? '').first()).toBeVisible()
  })

  test(`${condition.id}: the skip link leads past the steps, and a folded part opens with a key`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'options'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, () => true)
    expect(
      await page.evaluate(() => document.activeElement?.closest('main') !== null),
      'the next stop is in main',
    ).toBe(true)
    await tabTo(page, ({ name }) => name.startsWith('summary '))
    await page.keyboard.press('Enter')
    expect(
      await page.evaluate(() => document.activeElement?.closest('details')?.open),
      'opened by Enter',
    ).toBe(true)
  })
}
