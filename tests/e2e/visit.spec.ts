import fs from 'node:fs'
import { stepHref, visitHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { choose, follow, open, pageWithoutScripts, press, write } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

const [condition] = siteMap.conditions
if (!condition) throw new Error('the content has no condition')
const visit = visitHref('en', condition.id)
const summary = stepHref('en', condition.id, 'summary')

test('how the visit went stays in the tab, is on no summary, and goes when answers are deleted', async ({
  page,
}) => {
  await open(page, summary)
  await follow(page, t('visit.open'))
  await choose(page, t('visit.asked.next'), t('visit.answer.no'))
  await expect(page.getByText(t('visit.missed.next')).filter({ visible: true })).toHaveCount(1)
  await expect(page.getByText(t('visit.missed.asked')).filter({ visible: true })).toHaveCount(0)
  await write(page, t('visit.text.askNext'), 'Who looks at my blood test?')
  await page.reload()
  await expect(page.getByLabel(t('visit.text.askNext'))).toHaveValue('Who looks at my blood test?')
  expect(page.url()).toMatch(new RegExp(`${visit}$`))

  await open(page, summary)
  expect(await page.content()).not.toContain('blood test')
  await press(page, t('summary.delete'))
  await open(page, visit)
  await expect(page.getByLabel(t('visit.text.askNext'))).toHaveValue('')
})

test('a file for the calendar comes, also without scripts; the other form leads nowhere then', async ({
  browser,
  baseURL,
}) => {
  const page = await pageWithoutScripts(browser, baseURL)
  await open(page, visit)
  await page.getByLabel(t('visit.day')).fill('2026-12-03')
  await page.getByLabel(t('visit.time')).fill('09:30')
  await page.getByLabel(t('visit.remind')).check()
  const coming = page.waitForEvent('download')
  await press(page, t('visit.save'))
  const file = await coming
  expect(file.suggestedFilename()).toBe('my-visit.ics')
  const text = fs.readFileSync(await file.path(), 'utf8')
  expect(text).toContain('DTSTART:20261203T093000')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)

  await page.getByLabel(t('visit.answer.yes')).first().press('Enter')
  await expect(page).toHaveURL(new RegExp(`${visit}$`))
  await page.context().close()
})
