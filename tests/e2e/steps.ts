/** What people do on the pages, as verbs. Everything is found by its role and its label. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { MatterAnswer } from '@/lib/matters/schema'
import { siteMap, type ConditionMap, type Route } from '@/tests/e2e/site-map'
import { t } from '@/tests/e2e/words'

/** Opens an address and says with which status it answered. */
export async function open(page: Page, path: string): Promise<number> {
  return (await page.goto(path))?.status() ?? 0
}

/** Sends form fields as a browser without our module does: a plain post that shows a new page. */
export async function postForm(page: Page, path: string, fields: [string, string][]): Promise<number> {
  await page.waitForLoadState() // else the load of the page before is taken for the answer's
  if (new URL(page.url()).pathname !== path) await page.goto(path)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  const loaded = page.waitForEvent('load')
  await page.evaluate(
    ([action, pairs]) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = action
      for (const [name, value] of pairs) {
        const field = document.createElement('textarea')
        field.name = name
        field.value = value
        form.append(field)
      }
      form.hidden = true
      document.body.append(form)
      form.submit() // unlike a press on a button it tells no script, as if there were none
    },
    [path, fields] as const,
  )
  const response = await answer
  await loaded
  return response.status()
}

/** The group of controls that asks this question. */
export function question(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true })
}

/** Every question with radios or ticks in a part: a folded part counts as a group too, and is left out. */
export function asked(within: Locator): Locator {
  return within.getByRole('group').filter({ has: within.page().getByRole('radio') })
}

/** Opens the folded part that asks the question, if one does. */
export async function unfoldQuestion(page: Page, asks: string): Promise<void> {
  const folds = page.locator('details:not([open])', { has: page.locator('legend, label', { hasText: asks }) })
  for (const fold of await folds.all()) await fold.locator('summary').first().click()
}

/** Chooses the radio or tick with this label, in the group that asks the question. */
export async function choose(page: Page, asks: string, answer: string): Promise<void> {
  await unfoldQuestion(page, asks)
  await question(page, asks).getByLabel(answer, { exact: true }).check()
}

export async function write(page: Page, label: string, text: string): Promise<void> {
  await unfoldQuestion(page, label)
  await page.getByRole('textbox', { name: label }).fill(text)
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

export async function follow(page: Page, name: string): Promise<void> {
  // Until the styles are there, the phone's "Next" counts as seen on a wide page, and would be waited for in vain.
  await page.waitForLoadState()
  await page.getByRole('link', { name, exact: true }).first().click()
}

/**
 * Presses Back. A page that the browser kept whole does not load again, so that waiting
 * for that, as Playwright does by itself, would never end.
 */
export async function goBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.readyState === 'complete')
}

/**
 * A page without scripts that no test looks over the shoulder of: intercepting requests switches the browser's own
 * cache off, and then Back to a posted page sends the form again, as no browser of a person does.
 */
export async function pageWithoutScripts(browser: Browser, baseURL = ''): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  return context.newPage()
}

/** Call it on a page that will be left; later the answer tells whether the browser kept that page whole for Back. */
export async function watchComingBack(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) document.documentElement.dataset.cameBack = ''
    }),
  )
  return () => page.evaluate(() => 'cameBack' in document.documentElement.dataset)
}

/** Opens every folded part of the page. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)))
}

/** The knowledge questions of the check that are shown: one is open at a time. */
export function knowledge(page: Page): Locator {
  return page.locator('[data-quiz]:not([hidden])')
}

/** Answers one of them, by the place of the answer. */
export async function answerKnowledge(asked: Locator, answer: number): Promise<void> {
  const fold = asked.locator('xpath=ancestor::details[not(@open)]')
  if (await fold.count()) await fold.locator('> summary').click()
  if ((await asked.getAttribute('open')) === null) await asked.locator('summary').first().click()
  await asked.getByRole('radio').nth(answer).check()
}

/** A part of the page by its heading. */
export function part(page: Page, heading: string): Locator {
  return page.getByRole('region', { name: heading, exact: true })
}

/** The visible items of the lists in a part, as people read them. */
export async function listed(page: Page, heading: string): Promise<string[]> {
  const items = await part(page, heading).getByRole('listitem').allInnerTexts()
  return items.map((item) => item.trim())
}

export type Given = {
  condition: ConditionMap
  situation: { id: string; name: string }
  decision: ConditionMap['decisions'][number]
  matters: { id: string; question: string; label: string; answer: MatterAnswer }[]
  own: string
  lean: { id: string; name: string }
  unsure: string
  clinicQuestions: { id: string; name: string }[]
  ownQuestions: string
  cellsRead: string
  cellsAsk: string
}

/** Something to answer on every step: each kind of answer at least once, and words nobody else writes. */
export function somethingToSay(condition: ConditionMap, decisionId?: string, word = 'quietharbour'): Given {
  const decision = condition.decisions.find(({ id }) => id === decisionId) ?? condition.decisions[0]
  const situation = condition.situations[0]
  const lean = decision?.options.at(-1)
  if (!decision || !situation || !lean) throw new Error(`${condition.id} has no decision or no situation`)
  const asked = condition.matters.filter(({ decisions }) => decisions.includes(decision.id))
  return {
    condition,
    situation,
    decision,
    matters: asked.map(({ id, question, label }, index) => {
      const answer = MatterAnswer.options[index % MatterAnswer.options.length] ?? 'not-sure'
      return { id, question, label, answer }
    }),
    own: `My garden in ${word} one`,
    lean,
    unsure: `How it feels in ${word} two`,
    clinicQuestions: condition.clinicQuestions.slice(0, 3),
    ownQuestions: `May I travel to ${word} three?`,
    cellsRead: `Cells cured someone in ${word} four`,
    cellsAsk: `Is there a study in ${word} five?`,
  }
}

/** The same answers as form fields. */
export function fieldsOf(given: Given): [string, string][] {
  return [
    ['situation', given.situation.id],
    ['decision', given.decision.id],
    ...given.matters.map(({ id, answer }): [string, string] => [`m.${id}`, answer]),
    ['own', given.own],
    ...(['s', 'u', 'r', 'e'] as const).map((id): [string, string] => [
      `sure.${id}`,
      id === 'r' ? 'no' : 'yes',
    ]),
    ['lean', given.lean.id],
    ['unsure', given.unsure],
    ...given.clinicQuestions.map(({ id }): [string, string] => ['questions', id]),
    ['ownQuestions', given.ownQuestions],
    ['cellsRead', given.cellsRead],
    ['cellsAsk', given.cellsAsk],
  ]
}

/** Step 5, answered in the page. */
export async function sayWhatMatters(page: Page, given: Given): Promise<void> {
  await choose(page, t('condition.situations'), given.situation.name)
  await choose(page, t('matters.which'), given.decision.name)
  for (const matter of given.matters) {
    await choose(page, matter.label, t(`matters.answers.${matter.answer}`))
  }
  await write(page, t('matters.own'), given.own)
}

/** Step 6, answered in the page; SURE gets three times yes and one no. */
export async function checkMyself(page: Page, given: Given): Promise<void> {
  const sure = asked(page.getByRole('region', { name: t('check.sure') }))
  await expect(sure).toHaveCount(4)
  for (const index of [0, 1, 2, 3]) {
    await sure
      .nth(index)
      .getByRole('radio')
      .nth(index === 2 ? 1 : 0)
      .check()
  }
  await choose(page, t('check.lean'), given.lean.name)
  await write(page, t('check.unsure'), given.unsure)
  for (const { name } of given.clinicQuestions) await choose(page, t('check.pick'), name)
  await write(page, t('check.ownQuestions'), given.ownQuestions)
  await write(page, t('check.cellsRead'), given.cellsRead)
  await write(page, t('check.cellsAsk'), given.cellsAsk)
}

/** The summary shows what was answered and nothing else of what could have been. */
export async function expectSummaryOf(page: Page, given: Given): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('summary.title'))
  const here = part(page, given.condition.name)
  await expect(here).toContainText(given.situation.name)
  for (const { id, name } of given.condition.situations)
    if (id !== given.situation.id) await expect(here.getByText(name, { exact: true })).toBeHidden()
  const compared = part(page, t('summary.compared'))
  for (const { id, question: asks } of given.condition.decisions)
    await expect(compared.getByText(asks, { exact: true })).toBeVisible({
      visible: id === given.decision.id,
    })
  // What matters a lot stands first.
  const said = MatterAnswer.options.flatMap((each) => given.matters.filter(({ answer }) => answer === each))
  expect(await listed(page, t('summary.matters'))).toEqual(
    said.map(({ label, answer }) => `${label}: ${t(`matters.answers.${answer}`)}`),
  )
  await expect(part(page, t('summary.matters')).getByText(given.own)).toBeVisible()
  const lean = part(page, t('summary.lean'))
  await expect(lean.getByText(given.lean.name, { exact: true })).toBeVisible()
  await expect(lean.getByText(t('check.leanNone'))).toBeHidden()
  await expect(lean.getByText(given.unsure)).toBeVisible()
  await expect(lean.getByText(t('check.sureSome'))).toBeVisible()
  await expect(lean.getByText(t('check.sureAll'))).toBeHidden()
  expect(await listed(page, t('summary.questions'))).toEqual(given.clinicQuestions.map(({ name }) => name))
  await expect(part(page, t('summary.questions')).getByText(given.ownQuestions)).toBeVisible()
  const cells = part(page, t('summary.cells'))
  for (const said of [given.cellsRead, given.cellsAsk]) await expect(cells.getByText(said)).toBeVisible()
}

export function conditionOf(route: Route): ConditionMap {
  const condition = siteMap.conditions.find(({ id }) => id === route.conditionId)
  if (!condition) throw new Error(`${route.name} belongs to no condition`)
  return condition
}

/** Opens a route of the site map, by a plain form post where the route is one. Checks the status. */
export async function openRoute(page: Page, route: Route): Promise<void> {
  const status =
    route.kind === 'posted'
      ? await postForm(page, route.path, fieldsOf(somethingToSay(conditionOf(route))))
      : await open(page, route.path)
  expect(status).toBe(route.status)
}
