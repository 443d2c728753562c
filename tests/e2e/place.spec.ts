/** Where one was is kept in the tab, and goes when the tab is told to forget. */
import { expect, test } from '@/tests/e2e/watched'

test('a step leads back to the page and the part that one was reading, until one leaves quickly', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const step = (name: RegExp) => page.locator('.steps ol').getByRole('link', { name, includeHidden: true })
  await page.goto('/en/heart-failure/compare/advanced')
  await page.locator('#hospital').evaluate((part) => part.scrollIntoView())
  await page.goto('/en/heart-failure/stem-cells')
  await expect(step(/Compare/)).toHaveAttribute('href', '/en/heart-failure/compare/advanced#hospital')
  await expect(step(/Your options/)).toHaveAttribute('href', '/en/heart-failure/options')
  await page.locator('.steps summary').click()
  await step(/Compare/).click()
  await expect(page).toHaveURL(/\/compare\/advanced#hospital$/)
  // Where one is, the step's own name leads to its start.
  await expect(step(/Compare/)).toHaveAttribute('href', '/en/heart-failure/compare')

  await page.goto('/en')
  const goOn = page.getByRole('link', { name: 'Go on where you were: Heart failure' })
  await expect(goOn).toHaveAttribute('href', /^\/en\/heart-failure\/compare\/advanced/)
  await expect(page.getByRole('link', { name: /Go on where you were: Liver/ })).toBeHidden()

  await page.goto('/en/heart-failure/options')
  await page.getByRole('link', { name: 'Leave quickly' }).click()
  await expect(page).toHaveURL(/\/leave$/)
  await page.goto('/en')
  await expect(goOn).toBeHidden()
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('place'))),
  ).toEqual([])
})
