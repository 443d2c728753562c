import { execFileSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect as shortly, test, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { words } from '@/lib/desk/desk-words'
import { say } from '@/lib/desk/frame-view'
import { freePort } from '@/lib/server/process/free-port'
import { readContent } from '@/prisma/pipeline/read-content'
import { checkReferences } from '@/prisma/pipeline/check-references'
import { parseCsv } from '@/prisma/pipeline/read-golden'
import { axeViolations } from '@/tests/e2e/axe'
import { makeDeskFolder, startDesk, stopDesk } from '@/tests/e2e/desk-process'

/**
 * The desk on a copy of the content: its jobs with the keyboard alone, and what must not be lost. Names of people are made
 * up. The live page takes a minute to start: desk-preview.spec.ts.
 */
test.describe.configure({ mode: 'serial', timeout: 240_000 })
/** A save checks the whole content: a second or two on a computer that has nothing else to do. */
const expect = shortly.configure({ timeout: 60_000 })

const { folder, at, env, fill, remove } = makeDeskFolder('desk-e2e')
const read = (...names: string[]) => fs.readFileSync(at(...names), 'utf8')
let desk: ChildProcess
let port = 0
let home = ''

async function open(): Promise<void> {
  const started = startDesk(['--no-preview'], {
    // As a nurse starts it: with every language, also where the pages under test are in one.
    LANTERN_LANGUAGES: undefined,
    ...env,
    LANTERN_DESK_PORT: String(port),
  })
  desk = started.desk
  home = await started.opened
}

const close = () => stopDesk(desk)

test.beforeAll(async () => {
  test.setTimeout(60_000)
  fill()
  port = await freePort()
  await open()
})
test.afterAll(async () => {
  await close()
  remove()
})

/** Presses Tab until the keyboard is there. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 500; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not come there')
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press(
    (await target.evaluate((element) => element.tagName)) === 'INPUT' ? 'Space' : 'Enter',
  )
}

/** Chooses the first thing of a list that is not the empty one. */
async function chooseFirst(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('ArrowDown')
  expect(await target.inputValue()).not.toBe('')
}

const saved = (page: Page) => page.getByText('Saved. The patch', { exact: false })
const name = (page: Page) => page.getByLabel(words.yourName)
const part = (id: string) => `${home}part?id=${encodeURIComponent(id)}`

/** Nothing that axe finds, and no sideways scroll on a small phone, in light and dark. */
async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeViolations(page)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

/** The lines that one text has and the other has not. */
function linesOf(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) }
}

const newestPatch = () => {
  const names = fs
    .readdirSync(at('desk', 'patches'))
    .sort(
      (a, b) => fs.statSync(at('desk', 'patches', a)).mtimeMs - fs.statSync(at('desk', 'patches', b)).mtimeMs,
    )
  return read('desk', 'patches', names.at(-1) ?? '')
}

/** The copy still passes the checks that a start makes. */
function expectInOrder(): void {
  for (const locale of ['en', 'es', 'zh']) {
    const content = readContent(at('content'), locale)
    expect(content.ok ? checkReferences(content.content) : content.problems, locale).toEqual([])
  }
}

const bypass = 'heart-failure/options/bypass'
const optionWords = ['content', 'heart-failure', 'words.en', 'options.yaml'] as const

test('a sentence: a digit is refused, the change is one line of the file and a patch, no change is no byte', async ({
  page,
}) => {
  const before = read(...optionWords)
  await page.goto(home)
  await expectGood(page)
  await press(page, page.getByRole('link', { name: /^Bypass surgery/ }).first())
  const box = page.getByLabel(words.labels.short ?? '', { exact: false }).first()
  const text = await box.inputValue()
  await type(page, box, 'It takes 3 hours.')
  await expect(page.getByText('no digit in a sentence', { exact: false })).toBeVisible()
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByText(words.hard))
    .toBeFocused({ timeout: 100 })
    .catch(() => {})
  await expect(page.getByText(words.hard)).toBeVisible()
  expect(await box.inputValue()).toBe('It takes 3 hours.')
  expect(read(...optionWords)).toBe(before)
  await expectGood(page)
  const other = `${text.replace(/\.$/, '')}, with care.`
  await type(page, box, other)
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(saved(page)).toBeVisible()
  await expect(page.getByText(say(words.asBefore, { languages: 'es, zh' }))).toBeVisible()
  const { gone, come } = linesOf(before, read(...optionWords))
  expect(gone).toEqual([`    short: ${text}`])
  expect(come).toEqual([`    short: ${other}`])
  const copy = at('applied')
  fs.mkdirSync(path.join(copy, 'prisma/content/heart-failure/words.en'), { recursive: true })
  fs.writeFileSync(path.join(copy, 'prisma/content/heart-failure/words.en/options.yaml'), before)
  fs.writeFileSync(path.join(copy, 'x.patch'), newestPatch())
  execFileSync('git', ['apply', 'x.patch'], {
    cwd: copy,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
  })
  expect(fs.readFileSync(path.join(copy, 'prisma/content/heart-failure/words.en/options.yaml'), 'utf8')).toBe(
    read(...optionWords),
  )
  const after = read(...optionWords)
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByText(words.nothing)).toBeVisible()
  expect(read(...optionWords)).toBe(after)

  // The same sentence in another language, beside the English one.
  await page.goto(`${home}translate`)
  await type(page, page.getByLabel(words.language), 'pl')
  await press(page, page.getByRole('button', { name: words.translateBegin }))
  await press(page, page.getByRole('link', { name: /^Bypass surgery/ }).first())
  await type(
    page,
    page.getByLabel(`pl: Bypass surgery: ${words.labels.short}`, { exact: false }),
    'Tekst próbny.',
  )
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(saved(page)).toBeVisible()
  await expectGood(page)
  const translated = read('content', 'heart-failure', 'words.pl', 'options.yaml')
  expect(linesOf(read(...optionWords), translated).come).toEqual(['    short: Tekst próbny.'])
  // The other tests have one language: a study is retired from each that is begun.
  for (const name of fs.readdirSync(at('content'), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('words.pl')) fs.rmSync(at('content', name), { recursive: true })
})

test('a sentence that names other figures is changed in every language at once', async ({ page }) => {
  await page.goto(part('heart-failure/condition/outlook'))
  const box = page.getByRole('textbox').filter({ hasText: '{fact:hf-outlook-studies' }).first()
  await type(page, box, 'One review put many studies together.')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByText(words.translateToo)).toBeVisible()
  await expectGood(page)
  for (const [language, text] of [
    ['es', 'Una revisión reunió muchos estudios.'],
    ['zh', '一篇综述合并了许多研究。'],
  ] as const)
    await type(page, page.getByLabel(new RegExp(`^${language}: `)), text)
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(saved(page)).toBeVisible()
  for (const language of ['en', 'es', 'zh'])
    expect(read('content', 'heart-failure', `words.${language}`, 'condition.yaml')).not.toContain(
      '{fact:hf-outlook-studies',
    )
})

test('two editors, a desk that is gone and a broken file: nothing is lost, and both texts are shown', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await page.goto(part(bypass))
  await other.goto(part(bypass))
  const label = words.labels.short ?? ''
  await type(other, other.getByLabel(label, { exact: false }).first(), 'The other person wrote this.')
  await press(other, other.getByRole('button', { name: words.save }))
  await expect(saved(other)).toBeVisible()
  await expect(page.getByText(words.changedElsewhere)).toBeVisible()
  await type(page, page.getByLabel(label, { exact: false }).first(), 'I wrote this.')
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByRole('heading', { name: words.conflictTitle })).toBeVisible()
  for (const text of ['The other person wrote this.', 'I wrote this.'])
    await expect(page.locator('.version', { hasText: text })).toBeVisible()
  await expectGood(page)
  await type(page, page.getByLabel(words.conflictSave), 'We wrote this together.')
  await press(page, page.getByRole('button', { name: words.conflictSave }))
  await expect(saved(page)).toBeVisible()
  expect(read(...optionWords)).toContain('short: We wrote this together.')

  await type(page, page.getByLabel(label, { exact: false }).first(), 'Written while the desk was gone.')
  await close()
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByText(words.notSent)).toBeVisible()
  await open()
  await page.goto(part(bypass))
  await expect(page.getByText(words.kept)).toBeVisible()
  expect(await page.getByLabel(label, { exact: false }).first().inputValue()).toBe(
    'Written while the desk was gone.',
  )

  const good = read(...optionWords)
  fs.writeFileSync(at(...optionWords), good.replace('short: We', 'short: "We'))
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(page.getByRole('heading', { name: words.brokenTitle })).toBeVisible()
  await expect(page.locator('.version', { hasText: 'Written while the desk was gone.' })).toBeVisible()
  await expectGood(page)
  await press(page, page.getByRole('button', { name: words.brokenPutBack }))
  await expect(saved(page)).toBeVisible()
  expect(read(...optionWords)).toBe(good)
  expect(newestPatch()).toContain('-    short: "We')
})

test('a figure: a second person types it unseen; only when both agree is anything written', async ({
  page,
}) => {
  const figure = 'stiches-death-bypass'
  const numbers = ['content', 'heart-failure', 'numbers.yaml'] as const
  const before = read(...numbers)
  const row = parseCsv(read('golden', 'heart-failure.csv')).find(({ estimate }) => estimate === figure) ?? {}
  const events = String(Number(row.events) - 6) // a made-up slip, so that 41 in 100 becomes 42
  const percent = ((100 * Number(events)) / Number(row.total)).toFixed(1)
  const typed: Record<string, string> = { ...row, percent }
  await page.goto(`${home}figure?id=${figure}`)
  await expectGood(page)
  const group = page.getByRole('group', { name: /^Bypass/ })
  await type(page, group.getByLabel('People counted'), events)
  await type(page, page.getByLabel(words.because), 'we had read the table wrongly')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.askSecond }))
  await expect(page.getByRole('alert')).toContainText('printed percent') // the checker sees that the two do not fit
  await type(page, group.getByLabel('Per cent', { exact: false }), percent)
  await press(page, page.getByLabel(words.readAgain))
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.askSecond }))
  await press(page, page.getByRole('link', { name: new RegExp(`^${words.typeAgain}`) }))
  await expect(page.getByRole('heading', { name: words.secondTitle })).toBeVisible()
  expect(await page.locator('main').innerHTML()).not.toContain(events)
  await expectGood(page)
  const boxes = page.getByRole('group').getByRole('textbox')
  const fillIn = async (who: string, counted: string) => {
    for (const box of await boxes.all()) {
      const column = (await box.getAttribute('name'))?.split('.').at(-1) ?? ''
      await type(page, box, column === 'events' ? counted : (typed[column] ?? ''))
    }
    await type(page, name(page), who)
    await press(page, page.getByRole('button', { name: words.check }))
  }
  await fillIn('a sample', events)
  await expect(page.getByRole('alert')).toContainText(say(words.otherPerson, { by: 'A. Sample' }))
  await fillIn('B. Example', String(Number(events) + 1))
  await expect(page.getByRole('alert')).toContainText(say(words.differ, { columns: 'People counted' }))
  expect(await page.locator('main').innerHTML()).not.toContain(`>${events}<`)
  expect(read(...numbers)).toBe(before)
  await fillIn('B. Example', events)
  await expect(
    page.getByText('41 → 42 in 100, because we had read the table wrongly.', { exact: false }).first(),
  ).toBeVisible()
  const { gone, come } = linesOf(before, read(...numbers))
  expect(gone.filter((line) => line.includes('events'))).toHaveLength(1)
  expect(come.join('\n')).toContain(`events: ${events}`)
  expect(
    parseCsv(read('golden', 'heart-failure.csv')).find(({ estimate }) => estimate === figure)?.events,
  ).toBe(events)
  expect(read('content', 'CHANGELOG.md')).toContain('41 → 42 in 100, because we had read the table wrongly.')
  expect(newestPatch()).toContain('Second reader: B. Example')
  expectInOrder()
})

test('a figure in a sentence: its second reader sees it covered, and both values and sources are written', async ({
  page,
}) => {
  const facts = ['content', 'heart-failure', 'facts.yaml'] as const
  const before = read(...facts)
  await page.goto(`${home}fact?id=hf-older-age`)
  await expectGood(page)
  await type(page, page.getByLabel(words.factEnds[''] ?? '', { exact: true }), '71') // a made-up slip
  await type(page, page.getByLabel(words.because), 'we had read the table wrongly')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.askSecond }))
  await press(page, page.getByRole('link', { name: `${words.typeAgain}: hf-older-age` }))
  expect(await page.locator('main').innerHTML()).not.toMatch(/7[01]/)
  await expectGood(page)
  const fillIn = async (typed: string) => {
    await type(page, page.getByLabel(words.factEnds[''] ?? '', { exact: true }), typed)
    await type(page, name(page), 'B. Example')
    await press(page, page.getByRole('button', { name: words.check }))
  }
  await fillIn('70')
  await expect(page.getByRole('alert')).toContainText(say(words.differ, { columns: 'Figure' }))
  expect(read(...facts)).toBe(before)
  await fillIn('71')
  await expect(page.getByText('70 years → 71 years', { exact: false }).first()).toBeVisible()
  expect(linesOf(before, read(...facts))).toEqual({ gone: [], come: ['    value: 71'] })
  expect(newestPatch()).toContain('Second reader: B. Example')
  expectInOrder()
})

test('a study and its result: one block, typed a second time, stands in its cells in every language', async ({
  page,
}) => {
  await page.goto(`${home}source`)
  await expectGood(page)
  const choose = async (target: Locator, text: string) => {
    await reach(page, target)
    await page.keyboard.type(text)
  }
  const asked = (name: string) => page.getByLabel(words.sourceFields[name] ?? '', { exact: false })
  await press(page, page.getByRole('button', { name: words.sourceAdd }))
  await expect(page.getByText(words.faults.missing ?? '').first()).toBeVisible()
  for (const [name, text] of [
    ['id', 'Invented 2020'],
    ['title', 'An invented trial'],
    ['authors', 'Invented AB; Made C'],
    ['container', 'Journal of Made-up Trials'],
  ] as const)
    await type(page, asked(name), text)
  await type(page, page.getByLabel(words.sourceFields.year ?? '', { exact: true }), '2020')
  await choose(asked('kind'), 'randomised')
  await choose(asked('readAs'), 'primary')
  await choose(page.getByLabel(words.tier), 'A')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.sourceAdd }))
  await expect(page.getByText(say(words.sourceAdded, { id: 'invented-2020' }))).toBeVisible()
  expect(await page.getByLabel(words.studyFind).inputValue()).toBe('invented-2020')
  await press(page, page.getByRole('button', { name: words.next }))
  const group = (n: number) => page.getByRole('group', { name: say(words.resultGroup, { n }) })
  await type(page, page.getByLabel(words.resultName), 'made up')
  await choose(page.getByLabel(words.resultEndpoint).last(), 'Death from any cause')
  await choose(page.getByLabel(words.resultCounts), 'the harm')
  await type(page, page.getByLabel(words.fields.months ?? ''), '6')
  await choose(page.getByLabel(words.resultFollowUp), 'exact')
  await type(page, page.getByLabel(words.fields.where ?? ''), 'Made-up table: 12 of 75 against 20 of 75')
  await type(
    page,
    page.getByLabel(words.resultPeople),
    'These people had weak hearts. They were made up for a test.',
  )
  await choose(page.getByLabel(words.resultDesign), 'randomised open')
  await choose(page.getByLabel(words.resultCertainty), 'the source rates none')
  await choose(page.getByLabel(words.tier), 'A')
  const groups = [
    ['made-up care', 'Made-up care', 'Comfort', '12'],
    ['ordinary care', 'Ordinary care', 'Medicines', '20'],
  ] as const
  for (const [index, [inside, first, option, events]] of groups.entries()) {
    await type(page, group(index + 1).getByLabel(words.resultInside), inside)
    await type(page, group(index + 1).getByLabel(words.resultFirst), first)
    await choose(group(index + 1).getByLabel(words.resultOption), option)
    await type(page, group(index + 1).getByLabel('People counted'), events)
    await type(page, group(index + 1).getByLabel('People in the group'), '75')
  }
  await choose(page.getByLabel(words.resultComparator), 'Group 2')
  await reach(page, page.getByLabel(words.resultQuestion))
  await page.getByLabel(words.resultQuestion).selectOption('blocked-arteries/hospital')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.askSecond }))
  // Nothing was known there of this option: its sentence at a glance is asked for.
  const glance = page.getByLabel('At a glance', { exact: false })
  await expect(glance).toBeVisible()
  await expectGood(page)
  const time = '{made-up-comfort-care.time}'
  await type(page, glance, `With made-up care, {made-up-comfort-care} were alive by ${time}.`)
  await press(page, page.getByRole('button', { name: words.askSecond }))
  // 12 of 75 against 20 of 75 is no clear difference, and the sentence must say so.
  await expect(page.getByText('does not say that a difference is not clear', { exact: false })).toBeVisible()
  await type(page, glance, `With made-up care, no clear difference in deaths showed by ${time}.`)
  await press(page, page.getByRole('button', { name: words.askSecond }))
  await press(page, page.getByRole('link', { name: new RegExp(`^${words.typeAgain}`) }))
  await expect(page.getByText('Made-up table: ▢ of ▢ against ▢ of ▢', { exact: false })).toBeVisible()
  expect(await page.locator('main form').first().innerText()).not.toMatch(/12|20|75/)
  await expectGood(page)
  const boxes = page.getByRole('group').getByRole('textbox')
  const fillIn = async (counted: string) => {
    for (const box of await boxes.all()) {
      const [arm, column] = ((await box.getAttribute('name')) ?? '').split('.')
      const events = arm === 'made-up-comfort-care' ? counted : '20'
      await type(page, box, { events, total: '75', follow_up_months: '6' }[column ?? ''] ?? '')
    }
    await type(page, name(page), 'B. Example')
    await press(page, page.getByRole('button', { name: words.check }))
  }
  const before = read('content', 'heart-failure', 'numbers.yaml')
  await fillIn('13')
  await expect(page.getByRole('alert')).toContainText(say(words.differ, { columns: 'People counted' }))
  expect(read('content', 'heart-failure', 'numbers.yaml')).toBe(before)
  await fillIn('12')
  await expect(
    page.getByText('made-up care (Invented AB, Made C, 2020): 84 in 100', { exact: false }).first(),
  ).toBeVisible()
  expect(linesOf(before, read('content', 'heart-failure', 'numbers.yaml')).gone).toEqual([])
  const rows = parseCsv(read('golden', 'heart-failure.csv'))
  expect(rows.find(({ estimate }) => estimate === 'made-up-comfort-care')).toMatchObject({
    events: '12',
    total: '75',
  })
  for (const language of ['en', 'es', 'zh'])
    expect(read('content', 'heart-failure', `words.${language}`, 'decisions.yaml')).toContain(
      'comfort-care: With made-up care, no clear',
    )
  expectInOrder()
})

test('a study is retired: every place is shown first, and none names it afterwards', async ({ page }) => {
  const study = 'stich-quality-of-life-2014'
  await page.goto(`${home}study`)
  await type(page, page.getByLabel(words.studyFind), study)
  await press(page, page.getByRole('button', { name: words.studyShow }))
  await expect(page.getByText(say(words.studyPlan, { n: 10 }))).toBeVisible()
  await expectGood(page)
  await press(page, page.getByRole('button', { name: words.retire }))
  await expect(page.getByText(words.faults['still-named'] ?? '')).toHaveCount(3)
  // The sentence stands in each language.
  const sentences = page.getByLabel(words.step.rewrite, { exact: false })
  await expect(sentences).toHaveCount(3)
  for (const sentence of await sentences.all())
    await type(page, sentence, 'Another study asked people how they felt.')
  await chooseFirst(page, page.getByLabel(words.step.cell, { exact: false }))
  await chooseFirst(page, page.getByLabel(words.studyWhy))
  await type(page, page.getByLabel(words.studyBecause), 'its journal withdrew it')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.retire }))
  await expect(page.getByText(`${study} is retired`, { exact: false })).toBeVisible()
  const { sources } = parse(read('content', 'sources.yaml')) as { sources: { id: string; status: string }[] }
  expect(sources.find(({ id }) => id === study)?.status).toBe('retracted')
  for (const file of ['numbers.yaml', 'decisions.yaml', 'options.yaml'])
    expect(read('content', 'heart-failure', file)).not.toContain(study)
  expect(read('golden', 'heart-failure.csv')).not.toContain(study)
  expectInOrder()
})

test('an option is added in five steps, and stands in its fixed place', async ({ page }) => {
  await page.goto(`${home}option`)
  await press(page, page.getByRole('main').getByRole('link', { name: 'Heart failure' }))
  const stands = (n: number) => expect(page.getByText(`Step ${n} of 5`, { exact: false })).toBeVisible()
  const go = () => press(page, page.getByRole('button', { name: words.next }))
  const next = async (n: number) => {
    await go()
    await stands(n)
  }
  await go()
  await expect(page.getByText(words.faults.missing ?? '')).toBeVisible()
  await expectGood(page)
  await type(page, page.getByLabel(words.optionName), 'Made-up care')
  await reach(page, page.getByLabel(words.optionAfter))
  await page.keyboard.type('Cardiac')
  await chooseFirst(page, page.getByLabel(words.optionPurpose))
  await type(page, page.getByLabel(words.optionSources), 'pal-hf-2017')
  await next(2)
  for (const label of [words.optionShort, ...Object.values(words.aspects)])
    await type(page, page.getByLabel(label, { exact: true }), 'Your team can tell you more.')
  await next(3)
  await press(page, page.getByRole('checkbox').first())
  await next(4)
  for (const list of await page.getByRole('combobox').all()) await chooseFirst(page, list)
  await next(5)
  await expectGood(page)
  await press(page, page.getByRole('button', { name: words.addOption }))
  await expect(page.getByText(say(words.optionAdded, { name: 'Made-up care' }))).toBeVisible()
  const { options } = parse(read('content', 'heart-failure', 'options.yaml')) as {
    options: { id: string; order: number }[]
  }
  const ids = options.map(({ id }) => id)
  expect(ids.indexOf('made-up-care')).toBe(ids.indexOf('cardiac-rehab') + 1)
  expect(options.map(({ order }) => order)).toEqual(options.map((_, index) => index + 1))
  expectInOrder()
})

test('a part is signed; a change takes the name off and says why', async ({ page }) => {
  const transplant = 'heart-failure/options/transplant'
  await page.goto(part(transplant))
  await press(page, page.getByRole('link', { name: words.signOpen }))
  await expectGood(page)
  await press(page, page.getByRole('button', { name: words.sign }))
  await expect(page.getByText(words.needRead)).toBeVisible()
  await type(page, name(page), 'Dr C. Invented')
  await type(page, page.getByLabel(words.signRole), 'Cardiologist, a made-up hospital')
  await type(page, page.getByLabel(words.signInterests), 'None')
  await press(page, page.getByLabel(words.signRead))
  await press(page, page.getByRole('button', { name: words.sign }))
  await expect(page.getByText('Dr C. Invented signed', { exact: false })).toBeVisible()
  await expect(page.locator('.note', { hasText: 'signed by Dr C. Invented' })).toBeVisible()
  const box = page.getByLabel(words.labels.short ?? '', { exact: false }).first()
  const text = await box.inputValue()
  await type(page, box, 'A changed sentence for this test.')
  await type(page, name(page), 'A. Sample')
  await press(page, page.getByRole('button', { name: words.save }))
  await expect(
    page.getByText('took off the signature of Dr C. Invented', { exact: false }).first(),
  ).toBeVisible()
  const { reviews } = parse(read('content', 'reviews.yaml')) as {
    reviews: { person: string; interests: string; voided: { by: string; why: string }[] }[]
  }
  expect(reviews).toHaveLength(1)
  expect(reviews[0]?.interests).toBe('None')
  expect(reviews[0]?.voided[0]?.by).toBe('A. Sample')
  expect(reviews[0]?.voided[0]?.why).toContain('A changed sentence for this test.')
  expect(reviews[0]?.voided[0]?.why).toContain(text.slice(0, 40))
  await page.goto(home)
  await expect(
    page.getByText(say(words.voided, { person: 'Dr C. Invented' }), { exact: false }).first(),
  ).toBeVisible()
  expectInOrder()
})
