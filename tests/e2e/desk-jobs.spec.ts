import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { expect as shortly, test, type Locator, type Page, type TestInfo } from '@playwright/test'
import { words } from '@/lib/desk/desk-words'
import { say } from '@/lib/desk/frame-view'
import { freePort } from '@/lib/server/process/free-port'
import { parseCsv } from '@/prisma/pipeline/read-golden'
import { makeDeskFolder, startDesk, stopDesk } from '@/tests/e2e/desk-process'
import { countPresses, tellJob } from '@/tests/e2e/presses'

/**
 * How much work each job at the desk is for somebody who knows it: from its first page to "done", with a mouse, without
 * a mistake. docs/how-to/use-the-desk.md has these numbers. What else each job must do is in desk.spec.ts.
 */
test.describe.configure({ mode: 'default', timeout: 300_000 })
const expect = shortly.configure({ timeout: 90_000 })

const { at, env, fill, remove } = makeDeskFolder('desk-jobs')
let desk: ChildProcess
let home = ''

test.beforeAll(async () => {
  test.setTimeout(120_000)
  fill()
  const started = startDesk(['--no-preview'], {
    LANTERN_LANGUAGES: undefined,
    ...env,
    LANTERN_DESK_PORT: String(await freePort()),
  })
  desk = started.desk
  home = await started.opened
})
test.afterAll(async () => {
  await stopDesk(desk)
  remove()
})

/** One person at the desk: each field is pressed to write in it, each list to choose from it twice. */
async function sitDown(page: Page) {
  const pressed = await countPresses(page)
  let lists = 0
  await page.goto(home)
  const since = performance.now()
  return {
    since,
    presses: () => pressed() + lists,
    write: async (box: Locator, text: string) => {
      await box.click()
      await box.fill(text)
    },
    choose: async (list: Locator) => {
      await list.selectOption({ index: 1 })
      lists += 2
    },
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const name = (page: Page) => page.getByLabel(words.yourName)
const done = (info: TestInfo, job: string, at: { presses: () => number; since: number }, most: number) => {
  tellJob(info, job, at.presses(), at.since)
  expect(at.presses()).toBe(most)
}

test('a sentence: four presses', async ({ page }, info) => {
  const person = await sitDown(page)
  await link(page, /^Bypass surgery/).click()
  const box = page.getByLabel(words.labels.short ?? '', { exact: false }).first()
  await person.write(box, `${(await box.inputValue()).replace(/\.$/, '')}, with care.`)
  await person.write(name(page), 'A. Sample')
  await button(page, words.save).first().click()
  await expect(page.getByText('Saved. The patch', { exact: false })).toBeVisible()
  done(info, 'a sentence', person, 4)
})

test('a figure: seven presses, and eleven of the second reader', async ({ page, context }, info) => {
  const figure = 'stiches-death-bypass'
  const row = parseCsv(fs.readFileSync(at('golden', 'heart-failure.csv'), 'utf8')).find(
    ({ estimate }) => estimate === figure,
  )
  const events = String(Number(row?.events) - 6) // made up
  const percent = ((100 * Number(events)) / Number(row?.total)).toFixed(1)
  const typed: Record<string, string> = { ...row, events, percent }
  const person = await sitDown(page)
  await page.locator('a[href*="blocked-arteries%2Flive-longer"]').first().click()
  await page.locator(`a[href$="figure?id=${figure}"]`).first().click()
  const group = page.getByRole('group', { name: /^Bypass/ })
  await person.write(group.getByLabel('People counted'), events)
  await person.write(group.getByLabel('Per cent', { exact: false }), percent)
  await person.write(page.getByLabel(words.because), 'we had read the table wrongly')
  await person.write(name(page), 'A. Sample')
  await button(page, words.askSecond).click()
  await expect(link(page, new RegExp(`^${words.typeAgain}`))).toBeVisible()
  done(info, 'a figure, first reader', person, 7)

  const other = await context.newPage()
  const second = await sitDown(other)
  await link(other, new RegExp(`^${words.typeAgain}`)).click()
  let boxes = 0
  for (const box of await other.getByRole('group').getByRole('textbox').all()) {
    const column = (await box.getAttribute('name'))?.split('.').at(-1) ?? ''
    if (!typed[column]) continue
    await second.write(box, typed[column])
    boxes += 1
  }
  await second.write(name(other), 'B. Example')
  await button(other, words.check).click()
  await expect(
    other.getByText('because we had read the table wrongly.', { exact: false }).first(),
  ).toBeVisible()
  expect(boxes).toBe(8)
  done(info, 'a figure, second reader', second, 11)
})

test('a study is retired: thirteen presses where one cell, and one sentence in three languages, are written anew', async ({
  page,
}, info) => {
  const study = 'stich-quality-of-life-2014'
  const person = await sitDown(page)
  await link(page, words.studyTitle).click()
  await person.write(page.getByLabel(words.studyFind), study)
  await button(page, words.studyShow).click()
  // The sentence stands in each of three languages.
  for (const sentence of await page.getByLabel(words.step.rewrite, { exact: false }).all())
    await person.write(sentence, 'Another study asked people how they felt.')
  await person.choose(page.getByLabel(words.step.cell, { exact: false }))
  await person.choose(page.getByLabel(words.studyWhy))
  await person.write(page.getByLabel(words.studyBecause), 'its journal withdrew it')
  await person.write(name(page), 'A. Sample')
  await button(page, words.retire).click()
  await expect(page.getByText(`${study} is retired`, { exact: false })).toBeVisible()
  done(info, 'a study retired', person, 13)
})

test('an option in one decision: 28 presses, and two for each question of the decision', async ({
  page,
}, info) => {
  const person = await sitDown(page)
  await link(page, words.optionTitle).click()
  await page.getByRole('main').getByRole('link', { name: 'Heart failure' }).click()
  const next = () => button(page, words.next).click()
  const stands = (n: number) => expect(page.getByText(`Step ${n} of 5`, { exact: false })).toBeVisible()
  await person.write(page.getByLabel(words.optionName), 'Made-up care')
  await person.choose(page.getByLabel(words.optionAfter))
  await person.choose(page.getByLabel(words.optionPurpose))
  await person.write(page.getByLabel(words.optionSources), 'pal-hf-2017')
  await next()
  await stands(2)
  for (const label of [words.optionShort, ...Object.values(words.aspects)])
    await person.write(page.getByLabel(label, { exact: true }), 'Your team can tell you more.')
  await next()
  await stands(3)
  await page.getByRole('checkbox').first().click()
  await next()
  await stands(4)
  const questions = await page.getByRole('combobox').all()
  expect(questions.length).toBeGreaterThan(3)
  for (const question of questions) await person.choose(question)
  await next()
  await stands(5)
  await person.write(name(page), 'A. Sample')
  await button(page, words.addOption).click()
  await expect(page.getByText(say(words.optionAdded, { name: 'Made-up care' }))).toBeVisible()
  done(info, 'an option', person, 28 + 2 * questions.length)
})

test('a part is signed: seven presses', async ({ page }, info) => {
  const person = await sitDown(page)
  await link(page, /^Heart transplant/).click()
  await link(page, words.signOpen).click()
  await person.write(name(page), 'Dr C. Invented')
  await person.write(page.getByLabel(words.signRole), 'Cardiologist, a made-up hospital')
  await person.write(page.getByLabel(words.signInterests), 'None')
  await page.getByLabel(words.signRead).click()
  await button(page, words.sign).click()
  await expect(page.getByText('Dr C. Invented signed', { exact: false })).toBeVisible()
  done(info, 'a part signed', person, 7)
})
