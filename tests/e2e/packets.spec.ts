import fs from 'node:fs'
import zlib from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { daysHref, decisionHref, stepHref } from '@/lib/journey/steps'
import { makeClinicKey } from '@/lib/commands/make-clinic-key'
import { withSignature, writePacket } from '@/lib/packets/fragment'
import { signPacket } from '@/lib/packets/signature'
import { axeViolations } from '@/tests/e2e/axe'
import { countPresses, tellJob } from '@/tests/e2e/presses'
import { siteMap } from '@/tests/e2e/site-map'
import { choose, open, part, press, question, write } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

const condition = siteMap.conditions[0]
const decision = condition?.decisions.find(({ options }) => options.length > 4)
const situation = condition?.situations.find(({ id }) => decision?.situations.includes(id))
if (!condition || !decision || !situation) throw new Error('no condition with a decision of five options')
const always = ['carry-on-as-now', 'comfort-care']
const optional = decision.options.filter(({ id }) => !always.includes(id))
const picked = optional.at(-1)
const left = optional.slice(0, -1)
if (!picked || left.length === 0) throw new Error('nothing to leave out')
const letterOf = (id: string) =>
  String.fromCharCode(65 + decision.options.findIndex((option) => option.id === id))
const note = 'We talk about this on Monday. Bring the amber folder.'

const facts = { locale: 'en', condition: condition.id, situation: situation.id, decision: decision.id }
const packet = { ...facts, options: [picked.id, ...always], note, made: '2026-11-21' }

/** A packet made as the builder makes it, outside the browser. */
async function fragmentOf(over: object = {}): Promise<string> {
  const written = await writePacket(
    { ...packet, ...over },
    (bytes) => new Uint8Array(zlib.deflateRawSync(bytes)),
  )
  if (!written.ok) throw new Error(written.why)
  return written.fragment
}

const keyFile = (): string => {
  const file = process.env.LANTERN_E2E_CLINIC_KEY
  if (!file)
    throw new Error('Set LANTERN_E2E_CLINIC_KEY: the private key file of a clinic this Lantern knows.')
  return file
}
const clinicName = () => (JSON.parse(fs.readFileSync(keyFile(), 'utf8')) as { name: string }).name

const optionTick = (page: Page, name: string) =>
  question(page, t('packets.build.options')).getByRole('checkbox', { name })

async function build(page: Page, withKey = false): Promise<string> {
  await open(page, '/en/clinicians/packet')
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await choose(page, t('packets.build.condition'), condition?.name ?? '')
  await choose(page, t('packets.build.situation'), situation?.name ?? '')
  await choose(page, t('packets.build.decision'), decision?.question ?? '')
  for (const { name } of left) await optionTick(page, name).uncheck()
  const up = page.getByRole('button', { name: t('packets.build.up', { name: picked?.name ?? '' }) })
  for (const _ of decision?.options ?? []) await up.click()
  await write(page, t('packets.build.note'), note)
  if (withKey) {
    await page.getByLabel(t('packets.build.key')).setInputFiles(keyFile())
    await expect(page.getByText(t('packets.build.keyName', { name: clinicName() }))).toBeVisible()
  }
  await press(page, t('packets.build.go'))
  await expect(page.getByRole('heading', { name: t('packets.build.result') })).toBeFocused()
  return page.getByLabel(t('packets.build.link'), { exact: true }).inputValue()
}

/** A second person with a browser of their own: what they asked the server for. */
async function secondPerson(browser: Browser, baseURL = ''): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ baseURL, timezoneId: 'Asia/Kathmandu' })
  const asked: string[] = []
  context.on('request', (request) =>
    asked.push(
      [request.method(), request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join(
        ' ',
      ),
    ),
  )
  return { page: await context.newPage(), asked }
}

const readFirst = (page: Page) => page.locator('[data-p="options"]').getByRole('listitem')
const line = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

test('a clinician builds a page; the patient sees exactly that route, starts, sees all, and reaches the summary', async ({
  page,
  browser,
  baseURL,
  watch,
}) => {
  const link = await build(page)
  expect(link).toMatch(/\/p#1\.[A-Za-z0-9_-]+$/)
  const before = watch.requests.length
  await expect(page.getByRole('img', { name: t('packets.build.codeLabel') }).locator('svg')).toBeVisible()
  expect(watch.requests.length, 'making it asks for nothing').toBe(before)

  const { page: theirs, asked } = await secondPerson(browser, baseURL)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: t('packets.open.unsigned') })).toBeVisible()
  expect(
    new URL(theirs.url()).pathname + new URL(theirs.url()).hash,
    'the packet is out of the address',
  ).toBe('/p')
  const quote = theirs.getByRole('blockquote')
  await expect(quote).toHaveText(note)
  await expect(quote.getByRole('link')).toHaveCount(0)
  const way = part(theirs, t('packets.open.route'))
  await expect(way.getByText(`${condition.name}: ${situation.name}`)).toBeVisible()
  await expect(way.getByText(decision.question)).toBeVisible()
  const names = decision.options.filter(({ id }) => always.includes(id))
  expect(
    (await readFirst(theirs).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim()),
  ).toEqual([picked, ...names].map(({ id, name }) => `${letterOf(id)} ${name}`))
  await theirs.reload()
  await expect(theirs.getByRole('blockquote'), 'a reload keeps it').toHaveText(note)

  await press(theirs, t('packets.open.start'))
  await expect(theirs).toHaveURL(stepHref('en', condition.id, 'condition'))
  for (const path of [
    stepHref('en', condition.id, 'options'),
    decisionHref('en', condition.id, decision.id),
  ]) {
    await theirs.goto(path)
    const hidden = theirs
      .locator('main')
      .getByText(left[0]?.name ?? '', { exact: true })
      .first()
    const shown = theirs.locator('main').getByText(picked.name, { exact: true }).first()
    await expect(line(theirs, t('packets.picked.line'))).toBeVisible()
    await expect(hidden).toBeHidden()
    await expect(shown).toBeVisible()
    for (const { name } of names)
      await expect(theirs.locator('main').getByText(name, { exact: true }).first()).toBeVisible()
    await press(theirs, t('packets.picked.showAll'))
    await expect(hidden).toBeVisible()
    await expect(theirs.locator('main [data-options][hidden]')).toHaveCount(0)
    await press(theirs, t('packets.picked.showPicked'))
    await expect(hidden).toBeHidden()
  }
  await theirs.goto(daysHref('en', condition.id, decision.id))
  const head = (name = '') => theirs.getByRole('columnheader', { name, exact: true })
  await expect(head(picked.name)).toBeVisible()
  await expect(head(left[0]?.name)).toBeHidden()
  await press(theirs, t('packets.picked.showAll'))
  await expect(head(left[0]?.name)).toBeVisible()
  await press(theirs, t('packets.picked.showPicked'))
  const other = condition.decisions.find(({ id }) => id !== decision.id)
  await theirs.goto(decisionHref('en', condition.id, other?.id ?? ''))
  await expect(theirs.locator('main [data-options][hidden]'), 'another decision is whole').toHaveCount(0)

  await theirs.goto(stepHref('en', condition.id, 'summary'))
  await expect(part(theirs, condition.name).getByText(situation.name)).toBeVisible()
  const compared = part(theirs, t('summary.compared'))
  await expect(compared.getByText(decision.question)).toBeVisible()
  for (const { name } of decision.options)
    await expect(compared.getByText(name).first(), 'the summary holds every option').toBeVisible()

  const packed = link.split('#')[1] ?? 'none'
  expect(asked.filter((request) => request.includes(packed.slice(2, 40)))).toEqual([])
  expect(asked.filter((request) => /amber|folder/i.test(request))).toEqual([])
  await theirs.context().close()
})

test('what the person has answered is never overwritten unasked', async ({ page }) => {
  const own = condition.situations.find(({ id }) => id !== situation.id)
  const fragment = await fragmentOf()
  const tabFields = () =>
    page.evaluate(
      (id) => JSON.parse(sessionStorage.getItem(`lantern:${id}`) ?? '[]') as string[][],
      condition.id,
    )
  for (const [button, kept] of [
    [t('packets.open.keepMine'), own?.id],
    [t('packets.open.useThese'), situation.id],
  ] as const) {
    await open(page, stepHref('en', condition.id, 'matters'))
    await choose(page, t('condition.situations'), own?.name ?? '')
    await open(page, `/p#${fragment}`)
    await press(page, t('packets.open.start'))
    await expect(page.getByRole('group', { name: t('packets.open.clash') })).toBeVisible()
    expect(await tabFields()).toContainEqual(['situation', own?.id])
    await press(page, button)
    await expect(page).toHaveURL(stepHref('en', condition.id, 'condition'))
    expect(await tabFields()).toContainEqual(['situation', kept])
  }
})

test('a link to an option that was not picked shows it, and deleting the answers forgets the page', async ({
  page,
}) => {
  await open(page, `/p#${await fragmentOf()}`)
  await press(page, t('packets.open.start'))
  await expect(page).toHaveURL(stepHref('en', condition.id, 'condition'))
  await open(page, `${stepHref('en', condition.id, 'options')}#${left[0]?.id}`)
  await expect(page.locator(`#${left[0]?.id}`)).toBeVisible()
  await expect(line(page, t('packets.picked.lineAll'))).toBeVisible()
  await open(page, stepHref('en', condition.id, 'summary'))
  await press(page, t('summary.delete'))
  await open(page, stepHref('en', condition.id, 'options'))
  await expect(page.locator('[data-picked]')).toBeHidden()
})

/** From the clinicians' page into the form, with the illness chosen; presses are counted from there on. */
async function beginPacket(page: Page, illness: string) {
  const presses = await countPresses(page)
  await open(page, '/en/clinicians')
  const since = performance.now()
  await page.getByRole('link', { name: t('clinicians.tool.packet') }).click()
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await choose(page, t('packets.build.condition'), illness)
  return { presses, since }
}

const copyLink = (page: Page) =>
  page
    .getByRole('button', { name: t('clinicians.copy'), exact: true })
    .first()
    .click()

test('from the clinicians’ page to a signed page with a note, copied: eight presses on a phone', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { presses, since } = await beginPacket(page, condition.name)
  await choose(page, t('packets.build.situation'), situation.name)
  await choose(page, t('packets.build.decision'), decision.question)
  const box = page.getByRole('textbox', { name: t('packets.build.note') })
  await box.click()
  await box.fill(note)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByLabel(t('packets.build.key')).click(),
  ])
  await chooser.setFiles(keyFile())
  await expect(page.getByText(t('packets.build.keyName', { name: clinicName() }))).toBeVisible()
  await press(page, t('packets.build.go'))
  await expect(page.getByRole('heading', { name: t('packets.build.result') })).toBeFocused()
  expect(await page.getByLabel(t('packets.build.link'), { exact: true }).inputValue()).toMatch(/\/p#1\./)
  await expect(page.locator('.slip')).toContainText(clinicName())
  await copyLink(page)
  tellJob(info, 'packet', presses(), since)
  expect(presses()).toBe(8)
})

test('a page without a note, unsigned, for whatever situation: five presses', async ({ page }, info) => {
  const { presses, since } = await beginPacket(page, condition.name)
  await choose(page, t('packets.build.decision'), decision.question)
  await press(page, t('packets.build.go'))
  await expect(page.getByRole('heading', { name: t('packets.build.result') })).toBeFocused()
  await copyLink(page)
  tellJob(info, 'packet, shortest', presses(), since)
  expect(presses()).toBe(5)
})

const hostile = { l: 'en', c: condition.id, s: null, d: decision.id, o: [picked.id], n: '', t: '2026-11-21' }
const pack = (value: unknown) => `1.${zlib.deflateRawSync(JSON.stringify(value)).toString('base64url')}`

test('mangled, oversize and hostile packets are refused kindly, with a way on', async ({ page }) => {
  const whole = await fragmentOf()
  const cases: [string, keyof typeof wrong][] = [
    ['', 'empty'],
    ['#1.@@', 'mangled'],
    [`#${whole.slice(0, -20)}`, 'mangled'],
    ['#9.AAAA', 'newer'],
    [`#1.${'A'.repeat(5000)}`, 'too-large'],
    [`#1.${zlib.deflateRawSync(Buffer.alloc(500_000)).toString('base64url')}`, 'too-large'],
    [`#${pack({ ...hostile, n: 'Pay at cells.example' })}`, 'refused'],
    [`#${pack({ ...hostile, n: '<img src=x onerror=alert(1)>'.repeat(20) })}`, 'refused'],
    [`#${pack({ ...hostile, c: '//cells.example' })}`, 'refused'],
    [`#${pack({ ...hostile, figures: { medicines: 99 } })}`, 'refused'],
    [`#${pack({ ...hostile, d: 'stem-cells' })}`, 'unknown'],
  ]
  for (const [fragment, why] of cases) {
    await page.goto('about:blank')
    await open(page, `/p${fragment}`)
    await expect(page.getByRole('alert').getByText(wrong[why]), fragment.slice(0, 40)).toBeVisible()
    await expect(page.getByRole('button', { name: t('packets.open.start') })).toBeHidden()
    await expect(page.getByRole('main').getByRole('link', { name: condition.name })).toBeVisible()
  }
  // Markup in a note is text; the options that no packet can leave out are there.
  await page.goto('about:blank')
  await open(page, `/p#${pack({ ...hostile, n: 'Hello <b>you</b> <img src=x>' })}`)
  await expect(page.getByRole('blockquote')).toHaveText('Hello <b>you</b> <img src=x>')
  await expect(page.getByRole('blockquote').locator('*')).toHaveCount(0)
  for (const id of always)
    await expect(
      readFirst(page).getByText(decision.options.find((option) => option.id === id)?.name ?? ''),
    ).toBeVisible()
})
const wrong = {
  empty: t('packets.open.wrong.empty'),
  mangled: t('packets.open.wrong.mangled'),
  newer: t('packets.open.wrong.newer'),
  'too-large': t('packets.open.wrong.too-large'),
  refused: t('packets.open.wrong.refused'),
  unknown: t('packets.open.wrong.unknown'),
}

test('a link whose # was escaped on the way still opens, and is taken out of the address', async ({
  page,
}) => {
  await open(page, `/p%23${await fragmentOf()}`)
  await expect(page.getByRole('blockquote')).toHaveText(note)
  await expect(page).toHaveURL('/p')
})

test('signed by a clinic the site knows: named; changed or by another hand: said plainly', async ({
  page,
  browser,
  baseURL,
}) => {
  const link = await build(page, true)
  await expect(page.getByText(t('packets.build.keyNotKnown'))).toBeHidden()
  const logo = page.locator('.slip .clinic-logo')
  await expect(page.locator('.slip')).toContainText(
    t('clinics.where', { address: 'Invented Street, Nowhere' }),
  )
  await expect
    .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth), 'the slip has the logo')
    .toBeGreaterThan(0)
  const { page: theirs } = await secondPerson(browser, baseURL)
  await theirs.goto(link)
  await expect(
    theirs.getByRole('heading', { name: t('packets.open.signed', { name: clinicName() }) }),
  ).toBeVisible()
  await expect(theirs.getByRole('blockquote')).toHaveText(note)

  // The clinic's signature under another note.
  const [, , kid = '', value = ''] = (link.split('#')[1] ?? '').split('.')
  const forged = withSignature(await fragmentOf({ note: 'Bring cash.' }), { kid, value })
  await theirs.goto(`/p#${forged}`)
  await expect(theirs.getByRole('heading', { name: t('packets.open.forged') })).toBeVisible()
  await expect(theirs.getByText('Bring cash.')).toHaveCount(0)
  await expect(theirs.locator('.clinic-logo')).toHaveCount(0)

  // Another key, even under the same name, is not confirmed.
  const { secret } = await makeClinicKey(clinicName())
  const text = await fragmentOf()
  await theirs.goto(`/p#${withSignature(text, await signPacket(text, secret, crypto.subtle))}`)
  await expect(theirs.getByRole('heading', { name: t('packets.open.unsigned') })).toBeVisible()
  await expect(theirs.getByText(clinicName())).toHaveCount(0)
  await theirs.context().close()
})

test('the builder says what is wrong, at its place, and takes no link and no other file as a key', async ({
  page,
}, info) => {
  await open(page, '/en/clinicians/packet')
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await press(page, t('packets.build.go'))
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('link', { name: t('packets.build.fault.condition') })).toBeVisible()
  await expect(alert).toBeFocused()
  await choose(page, t('packets.build.condition'), condition.name)
  await write(page, t('packets.build.note'), 'See cells.example')
  await press(page, t('packets.build.go'))
  await expect(alert.getByRole('listitem').filter({ visible: true })).toHaveText([
    t('packets.build.fault.decision'),
    t('packets.build.fault.link'),
  ])
  const file = info.outputPath('other.json')
  fs.mkdirSync(info.outputDir, { recursive: true })
  fs.writeFileSync(file, '{"kty":"EC"}')
  await page.getByLabel(t('packets.build.key')).setInputFiles(file)
  await expect(alert.getByText(t('packets.build.fault.key'))).toBeVisible()
  await choose(page, t('packets.build.decision'), decision.question)
  for (const id of always) {
    const name = decision.options.find((option) => option.id === id)?.name ?? ''
    await expect(optionTick(page, name), 'cannot be left out').toBeDisabled()
  }
})

test('the slip of a clinic prints on one sheet, with a code of 47 to 51 mm and the address in words', async ({
  page,
}, info) => {
  const link = await build(page, true)
  // For the record: what was picked, the day, and nothing of the patient.
  const recorded = await page.getByRole('textbox', { name: t('clinicians.note') }).inputValue()
  for (const words of [condition.name, decision.question, picked.name, t('clinicians.record.talk')])
    expect(recorded).toContain(words)
  expect(recorded).not.toMatch(/\{\w+\}/)
  expect(recorded).not.toContain(left[0]?.name)
  await page.emulateMedia({ media: 'print' })
  const code = await page.getByRole('img', { name: t('packets.build.codeLabel') }).boundingBox()
  const mm = ((code?.width ?? 0) * 25.4) / 96
  expect(mm).toBeGreaterThanOrEqual(47)
  expect(mm).toBeLessThanOrEqual(51)
  expect(code?.height).toBeCloseTo(code?.width ?? 0, 0)
  const paper = await page.locator('body').innerText()
  for (const words of [note, link, condition.name, decision.question, t('site.notAdvice')])
    expect(paper).toContain(words)
  expect(paper).not.toContain(t('packets.build.go'))
  const bytes = await page.pdf({ format: 'A5', path: info.outputPath('slip.pdf') })
  expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})

test.describe('the builder and the page', () => {
  test.use({ bypassCSP: true }) // axe is an inline script, which our pages refuse

  test('have no axe violation, and fit 320 px', async ({ page }) => {
    const isTooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    await page.setViewportSize({ width: 320, height: 640 })
    await build(page)
    expect(await isTooWide()).toBe(false)
    expect(await axeViolations(page)).toEqual([])
    await open(page, `/p#${await fragmentOf()}`)
    await expect(page.getByRole('blockquote')).toBeVisible()
    expect(await isTooWide()).toBe(false)
    expect(await axeViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeViolations(page), 'dark').toEqual([])
  })
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('the builder and the page say what to do instead, and nothing is hidden on the journey', async ({
    page,
  }) => {
    await open(page, '/en/clinicians/packet')
    await expect(page.getByText(t('packets.build.noJs'))).toBeVisible()
    await open(page, `/p#${await fragmentOf()}`)
    await expect(page.getByText(t('packets.open.noJs'))).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: condition.name })).toBeVisible()
    await open(page, stepHref('en', condition.id, 'options'))
    await expect(page.locator('main [data-options][hidden]')).toHaveCount(0)
    await expect(page.locator('[data-picked]')).toBeHidden()
  })
})
