import type { Page } from '@playwright/test'
import { situationHref, stepHref, steps } from '@/lib/journey/steps'
import { wholeBrowser } from '@/tests/e2e/browser'
import { siteMap } from '@/tests/e2e/site-map'
import {
  answerKnowledge,
  asked,
  checkMyself,
  choose,
  expectSummaryOf,
  fieldsOf,
  follow,
  goBack,
  knowledge,
  listed,
  open,
  part,
  postForm,
  press,
  question,
  sayWhatMatters,
  somethingToSay,
  write,
} from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

test.use(wholeBrowser) // goes back

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

/** What both storages of the browser hold, as one text. */
function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
}

for (const condition of siteMap.conditions) {
  const given = somethingToSay(condition)

  test.describe(`${condition.id} with JavaScript off`, () => {
    test.use({ javaScriptEnabled: false })

    test('leads from the first page by links and plain forms to a summary of exactly what was answered', async ({
      page,
      watch,
    }) => {
      test.setTimeout(120_000) // every question is opened and answered, one after the other
      await open(page, '/en')
      await part(page, t('home.choose')).getByRole('link', { name: condition.name }).click()
      for (const { id } of steps.slice(1, 5)) {
        await follow(page, t('steps.next', { name: t(`steps.${id}`) }))
        expect(new URL(page.url()).pathname).toBe(stepHref('en', condition.id, id))
      }
      await sayWhatMatters(page, given)
      await press(page, t('matters.see'))
      const result = part(page, t('matters.result'))
      await expect(result).toBeVisible()
      await expect(result.getByRole('heading', { name: given.decision.question })).toBeVisible()
      await press(page, t('steps.next', { name: t('steps.check') }))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check.title'))
      await expect(page.getByText(t('check.notAnswered')).first()).toBeHidden()
      for (const each of await knowledge(page).all()) await answerKnowledge(each, 0)
      await press(page, t('check.show'))
      // Every question is explained again, whatever the answer was.
      const groups = await knowledge(page).all()
      expect(groups.length).toBeGreaterThan(2)
      for (const group of groups) {
        await expect(group.getByRole('radio').first()).toBeChecked()
        await expect(group.getByRole('status')).toBeVisible()
      }
      await checkMyself(page, given)
      await press(page, t('summary.make'))
      await expectSummaryOf(page, given)
      await expect(page.getByText(t('summary.noJs'))).toBeVisible()
      // Back to change an answer: nothing is lost on the way.
      await press(page, t('summary.change'))
      await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
      await write(page, t('matters.own'), 'Something else')
      await press(page, t('matters.see'))
      await press(page, t('steps.skipTo'))
      await expectSummaryOf(page, { ...given, own: 'Something else' })
      expect(watch.requests.filter((request) => /\?|quietharbour/.test(request))).toEqual([])
    })
  })

  test.describe(`${condition.id} with JavaScript`, () => {
    test('keeps answers in the tab: after a reload, between steps, in the summary', async ({
      page,
      watch,
    }) => {
      await open(page, stepHref('en', condition.id, 'matters'))
      await sayWhatMatters(page, given)
      await page.reload()
      await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
      await expect(
        question(page, t('matters.which')).getByLabel(given.decision.name, { exact: true }),
      ).toBeChecked()
      await press(page, t('matters.see'))
      await expect(part(page, t('matters.result'))).toBeVisible()
      await expect(part(page, t('matters.result'))).toBeFocused()
      await follow(page, t('steps.next', { name: t('steps.check') }))
      await checkMyself(page, given)
      // An answer to a knowledge question is explained at once.
      const shown = knowledge(page)
      await answerKnowledge(shown.first(), 0)
      await expect(shown.first().getByRole('status')).toBeVisible()
      // One is open at a time.
      await answerKnowledge(shown.nth(1), 0)
      await expect(shown.first().getByRole('radio')).toHaveCount(0)
      await follow(page, t('steps.next', { name: t('steps.summary') }))
      await expectSummaryOf(page, given)
      await page.reload()
      await expectSummaryOf(page, given)
      await goBack(page)
      await expect(page.getByLabel(t('check.unsure'))).toHaveValue(given.unsure)
      // Nothing was sent: every request only fetched something, and no address holds an answer.
      expect(watch.requests.filter((request) => !request.startsWith('GET '))).toEqual([])
      expect(
        watch.requests.filter((request) => /quietharbour|[?&](m|q|sure|own|lean)/.test(request)),
      ).toEqual([])
    })

    test('keeps answers on the device only when asked, and deletes them everywhere when asked', async ({
      page,
      context,
    }) => {
      await open(page, stepHref('en', condition.id, 'matters'))
      await sayWhatMatters(page, given)
      await open(page, stepHref('en', condition.id, 'check'))
      await checkMyself(page, given)
      await open(page, stepHref('en', condition.id, 'summary'))
      const notKept = await context.newPage()
      await open(notKept, stepHref('en', condition.id, 'summary'))
      await expect(notKept.getByText(given.own)).toBeHidden()
      await notKept.close()

      await press(page, t('summary.keep'))
      await expect(page.getByText(t('summary.kept'))).toBeVisible()
      const newTab = await context.newPage()
      await open(newTab, stepHref('en', condition.id, 'summary'))
      await expectSummaryOf(newTab, given)

      await press(newTab, t('summary.delete'))
      await expect(newTab.getByText(t('summary.deleted'))).toBeVisible()
      // But when that was: for tabs that must forget, too.
      expect(await stored(newTab)).toMatch(/^\[\{\},\{"lantern-forgotten":"\d+"\}\]$/)
      await expect(newTab.getByText(given.own)).toBeHidden()
      expect(await newTab.content()).not.toContain('quietharbour')
      expect(await listed(newTab, t('summary.matters'))).toEqual([])
      await open(newTab, stepHref('en', condition.id, 'matters'))
      await expect(newTab.getByRole('textbox', { name: t('matters.own') })).toHaveValue('')
      await expect(newTab.getByRole('radio', { checked: true })).toHaveCount(0)
    })

    test('a form sent before our module ran loses nothing', async ({ page }) => {
      const path = stepHref('en', condition.id, 'matters')
      await open(page, path)
      await postForm(page, path, fieldsOf(given))
      await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
      await expect(part(page, t('matters.result'))).toBeVisible()
      await expect(
        question(page, t('matters.which')).getByLabel(given.decision.name, { exact: true }),
      ).toBeChecked()
      await postForm(page, stepHref('en', condition.id, 'summary'), fieldsOf(given))
      await expectSummaryOf(page, given)
    })
  })

  test(`${condition.id}: what was not answered right is asked on the summary, and nobody is told to be ready`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'check'))
    const first = knowledge(page).first()
    const right = await first.getAttribute('data-right')
    const values = await first
      .locator('input')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')))
    await answerKnowledge(
      first,
      values.findIndex((value) => value !== right),
    )
    await expect(first.getByText(t('check.onSummary'))).toBeVisible()
    const sure = asked(page.getByRole('region', { name: t('check.sure') }))
    for (const group of await sure.all()) await group.getByRole('radio').first().check()
    await expect(page.getByText(t('check.talkOver'))).toBeVisible()
    await expect(page.getByText(t('check.sureReady'))).toBeHidden()
    const question = ((await first.locator('summary').first().textContent()) ?? '').trim()
    await open(page, stepHref('en', condition.id, 'summary'))
    const asks = page.getByText(t('summary.explain')).locator('..')
    await expect(asks).toContainText(question)
    // Right now: it is gone from there.
    await open(page, stepHref('en', condition.id, 'check'))
    await answerKnowledge(knowledge(page).first(), values.indexOf(right))
    await expect(page.getByText(t('check.sureReady'))).toBeVisible()
    await open(page, stepHref('en', condition.id, 'summary'))
    await expect(page.getByText(t('summary.explain'))).toHaveCount(0)
  })

  test(`${condition.id}: of more than three things that matter a lot, three can be picked`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'matters'))
    const [decision] = condition.decisions
    await choose(page, t('matters.which'), decision?.name ?? '')
    const four = condition.matters
      .filter(({ decisions }) => decisions.includes(decision?.id ?? ''))
      .slice(0, 4)
    for (const { label } of four) await choose(page, label, t('matters.answers.a-lot'))
    await press(page, t('matters.see'))
    for (const { label } of four) await choose(page, t('matters.three'), label)
    await expect(page.getByText(t('matters.threeOver'))).toBeVisible()
    await question(page, t('matters.three'))
      .getByLabel(four[0]?.label ?? '', { exact: true })
      .uncheck()
    await expect(page.getByText(t('matters.threeOver'))).toBeHidden()
    // The picked three stand before the fourth, which matters a lot too.
    const cards = page.locator('[data-weighs]:visible h4 > span:nth-of-type(1)')
    await expect(cards).toHaveText([...four.slice(1), four[0]].map((matter) => matter?.label ?? ''))
    await open(page, stepHref('en', condition.id, 'summary'))
    expect((await listed(page, t('summary.matters')))[0]).toBe(`${four[1]?.label}: ${t('summary.top')}`)
  })

  test(`${condition.id}: the summary that the tab draws is the one that the server makes of the same answers`, async ({
    page,
  }) => {
    const path = stepHref('en', condition.id, 'summary')
    await open(page, stepHref('en', condition.id, 'matters'))
    await sayWhatMatters(page, given)
    await open(page, stepHref('en', condition.id, 'check'))
    await checkMyself(page, given)
    await open(page, path)
    await expectSummaryOf(page, given)
    const answer = await page.request.post(path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      data: new URLSearchParams(fieldsOf(given)).toString(),
    })
    const [drawn, served] = await page.evaluate(
      (html) => {
        const sheetOf = (page: Document) => {
          const sheet = page.querySelector('[data-summary]')
          // The day is the reader's: the server does not know in which part of the world that is.
          sheet?.querySelectorAll('[data-live], p.note[data-plain]').forEach((mark) => mark.remove())
          return sheet?.innerHTML
        }
        return [sheetOf(document), sheetOf(new DOMParser().parseFromString(html, 'text/html'))]
      },
      await answer.text(),
    )
    expect(drawn).toContain(given.own)
    expect(drawn).toBe(served)
  })

  test(`${condition.id}: every step can be skipped, and a summary without answers says so`, async ({
    page,
  }) => {
    await open(page, stepHref('en', condition.id, 'condition'))
    await follow(page, t('steps.skipTo'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('summary.title'))
    await expect(part(page, t('summary.compared')).getByText(t('summary.notSaid'))).toBeVisible()
    for (const { question: asks } of condition.decisions)
      await expect(part(page, t('summary.compared')).getByText(asks, { exact: true })).toBeHidden()
    expect(await listed(page, t('summary.matters'))).toEqual([])
  })

  test(`${condition.id}: each decision is reached from its situation, in two presses`, async ({ page }) => {
    await open(page, stepHref('en', condition.id, 'condition'))
    for (const decision of condition.decisions) {
      const situation = condition.situations.find(({ id }) => decision.situations.includes(id))
      if (!situation) throw new Error(`${decision.id} is in no situation`)
      // By its address: the words that articles use stand in the cards too, and may name another situation.
      const card = page.locator(`a[href="${situationHref('en', condition.id, situation.id)}"]`)
      await part(page, t('condition.situations')).locator(card).click()
      await part(page, t('condition.decisions')).getByRole('link', { name: decision.question }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(decision.question)
      for (const option of decision.options)
        await expect(page.getByRole('link', { name: option.name, exact: true }).first()).toBeVisible()
      await open(page, stepHref('en', condition.id, 'condition'))
    }
  })
}

test('answers of one illness do not show in the summary of another', async ({ page }) => {
  const [first, second] = siteMap.conditions
  if (!first || !second) throw new Error('this needs two conditions')
  await open(page, stepHref('en', first.id, 'matters'))
  await write(page, t('matters.own'), 'Only for the first')
  await choose(page, t('condition.situations'), first.situations[0]?.name ?? '')
  await open(page, stepHref('en', second.id, 'summary'))
  await expect(page.getByText('Only for the first')).toBeHidden()
})
