import { stepHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { choose, open, part } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the first page leads to the signs of an emergency of every illness, from its block and from its header', async ({
    page,
  }) => {
    for (const condition of siteMap.conditions) {
      await page.goto('/en')
      await page
        .getByRole('banner')
        .getByRole('link', { name: t('emergency.link'), exact: true })
        .click()
      const name = t('emergency.of', { name: condition.name.toLowerCase() })
      await page.getByRole('link', { name, exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`${condition.id}/emergency$`))
      await expect(
        page.getByRole('heading', { name: condition.emergencyTitle, exact: true }),
      ).toBeInViewport()
    }
  })
})

for (const condition of siteMap.conditions) {
  test(`${condition.id}: nobody is told to feel ready while an answer in the check is open`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'check'))
    const ready = page.getByText(t('check.sureReady'))
    const talkOver = page.getByText(t('check.talkOver'))
    const sure = page.locator('[data-sure]')
    for (const yes of await sure.locator('input[value="yes"]').all()) await yes.check()
    await expect(ready).toBeVisible()
    await expect(talkOver).toBeHidden()
    const question = page.locator('[data-quiz]').first()
    const right = (await question.getAttribute('data-right')) ?? ''
    await question.locator(`input:not([value="${right}"])`).first().check()
    await expect(ready).toBeHidden()
    await expect(talkOver).toBeVisible()
    await expect(sure.locator('[data-talk-over-one]:visible')).toHaveCount(1)
    await question.locator(`input[value="${right}"]`).check()
    await expect(ready).toBeVisible()
  })

  const routes = siteMap.routes.filter(
    ({ kind, conditionId }) => (kind === 'step' || kind === 'decision') && conditionId === condition.id,
  )

  test(`${condition.id}: from every step the signs of an emergency are one press away, without scrolling`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    for (const { path } of routes) {
      await open(page, path)
      const link = page.getByRole('banner').getByRole('link', { name: t('emergency.link'), exact: true })
      await expect(link, path).toBeInViewport({ ratio: 1 })
      await link.click()
      const title = page.getByRole('heading', { name: condition.emergencyTitle, exact: true })
      await expect(title, path).toBeInViewport()
      for (const sign of condition.emergencySigns)
        await expect(page.getByRole('listitem').filter({ hasText: sign }).first(), path).toBeVisible()
    }
    expect(routes.length).toBeGreaterThan(7)
  })

  test(`${condition.id}: what a carer answered alone is said to be a carer's in the summary`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'matters'))
    await choose(page, t('matters.forWhom'), t('matters.carerAlone'))
    await open(page, stepHref('en', condition.id, 'summary'))
    const here = part(page, condition.name)
    await expect(here.getByText(`${t('summary.carer')}: ${t('matters.carerAlone')}`)).toBeVisible()
    await expect(here.getByText(`${t('summary.carer')}: ${t('matters.carer')}`)).toBeHidden()
  })
}
