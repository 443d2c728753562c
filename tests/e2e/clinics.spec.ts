import fs from 'node:fs'
import zlib from 'node:zlib'
import type { Page } from '@playwright/test'
import { stepHref } from '@/lib/journey/steps'
import { withSignature, writePacket } from '@/lib/packets/fragment'
import { PrivateClinicKey } from '@/lib/packets/schema'
import { signPacket } from '@/lib/packets/signature'
import { axeViolations } from '@/tests/e2e/axe'
import { siteMap } from '@/tests/e2e/site-map'
import { open, press } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'
import { readPdfFile, withRole } from '@/tests/pdf-file'

/** The clinic of tests/fixtures/clinics: there is no such clinic. global-setup.ts gives it the key of the tests. */
const profile = {
  id: 'made-up',
  name: 'Made-up Test Hospital',
  phone: '0800 000 000',
  address: 'Invented Street, Nowhere',
}
const page1 = `/en/c/${profile.id}`

const condition = siteMap.conditions[0]
const decision = condition?.decisions[0]
if (!condition || !decision) throw new Error('no condition with a decision')
const note = 'Please look at both ways before Thursday. Tel: 0800 000 000.'

function key(): PrivateClinicKey {
  const file = process.env.LANTERN_E2E_CLINIC_KEY
  if (!file)
    throw new Error('Set LANTERN_E2E_CLINIC_KEY: the private key file of a clinic this Lantern knows.')
  return PrivateClinicKey.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
}

async function packetOf(isSigned: boolean): Promise<string> {
  const written = await writePacket(
    {
      locale: 'en',
      condition: condition?.id ?? '',
      situation: null,
      decision: decision?.id ?? '',
      options: (decision?.options ?? []).map(({ id }) => id),
      note,
      made: '2026-11-29',
    },
    (bytes) => new Uint8Array(zlib.deflateRawSync(bytes)),
  )
  if (!written.ok) throw new Error(written.why)
  const { fragment } = written
  return isSigned ? withSignature(fragment, await signPacket(fragment, key(), crypto.subtle)) : fragment
}

/** Opens a packet, starts, and goes on to the summary. */
async function toSummary(page: Page, isSigned: boolean): Promise<void> {
  await open(page, `/p#${await packetOf(isSigned)}`)
  const heading = isSigned ? t('packets.open.signed', { name: key().name }) : t('packets.open.unsigned')
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await press(page, t('packets.open.start'))
  await expect(page).toHaveURL(stepHref('en', condition?.id ?? '', 'condition'))
  await open(page, stepHref('en', condition?.id ?? '', 'summary'))
  await expect(
    page.locator('article.summary').getByText(t('summary.madeOn', { date: '' }).slice(0, 9)),
  ).toBeVisible()
}

/** The PDF that the summary page asks for. */
async function pdfText(page: Page): Promise<{ text: string; sheets: number; logos: (string | null)[] }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('summary.pdf'), exact: true }).click(),
  ])
  const { sheets, tags } = await readPdfFile(new Uint8Array(fs.readFileSync(await download.path())))
  // Before the first part stands nothing else that is a picture.
  const opening = withRole(tags.slice(0, 1), /^(Figure|H\d)$/)
  const end = opening.findIndex(({ role }, at) => at > 0 && role !== 'Figure')
  const logos = opening.slice(1, end < 0 ? undefined : end).map(({ alt }) => alt)
  return { text: sheets.join(' ').replaceAll(/\s+/g, ' '), sheets: sheets.length, logos }
}

/** The clinic's logo, drawn. */
const seesLogo = (page: Page) =>
  expect
    .poll(() =>
      page
        .locator('main .clinic-logo:visible')
        .evaluateAll((images: HTMLImageElement[]) => images.map(({ naturalWidth }) => naturalWidth > 0)),
    )
    .toEqual([true])

test('a signed page names its clinic: when opened, in the summary, on its paper and in its file', async ({
  page,
}, info) => {
  await open(page, `/p#${await packetOf(true)}`)
  const main = page.getByRole('main')
  await expect(main.getByText(t('packets.open.noteFrom', { name: key().name }))).toBeVisible()
  const call = { phone: profile.phone, when: 'Monday to Friday, mornings' }
  await expect(main.getByText(t('packets.open.callWhen', call))).toBeVisible()
  const where = t('clinics.where', { address: profile.address })
  await expect(main.getByText(where)).toBeVisible()
  await expect(page.getByRole('blockquote').getByRole('link')).toHaveCount(0)
  await seesLogo(page)
  expect(await axeViolations(page)).toEqual([])

  await toSummary(page, true)
  const given = t('summary.given', { name: key().name })
  const wrote = t('summary.wrote', { note })
  const sheet = page.locator('article.summary')
  await expect(sheet.getByText(given)).toBeVisible()
  await expect(sheet.getByText(wrote)).toBeVisible()
  await expect(sheet.getByText(where)).toBeVisible()
  await seesLogo(page)
  const file = await pdfText(page)
  expect(file.logos).toEqual([key().name])
  expect(file.text).toContain(given)
  expect(file.text).toContain(wrote)
  expect(file.text).toContain(where)
  expect(file.sheets).toBeLessThanOrEqual(2)
  const paper = await page.pdf({ format: 'A4', path: info.outputPath('summary.pdf') })
  const printed = await readPdfFile(new Uint8Array(paper))
  expect(printed.sheets.length).toBeLessThanOrEqual(2)
  expect(printed.sheets.join(' ').replaceAll(/\s+/g, ' ')).toContain(given)

  // A name that was only posted is not taken: the server looks at the signature itself.
  await page.evaluate(
    (text) => {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="packet"]'))
        field.value = text
    },
    await packetOf(false),
  )
  const unproved = await pdfText(page)
  expect(unproved.text).not.toContain(key().name)
  expect(unproved.logos).toEqual([])
})

test('an unsigned page names nobody, also after a signed one', async ({ page }) => {
  await toSummary(page, true)
  await page.goto('about:blank')
  await toSummary(page, false)
  const sheet = page.locator('article.summary')
  await expect(sheet.locator('img')).toHaveCount(0)
  await expect(sheet.getByText(key().name)).toHaveCount(0)
  await expect(sheet.getByText(note)).toHaveCount(0)
  const { text } = await pdfText(page)
  expect(text).not.toContain(key().name)
  await page.goto('about:blank')
  await open(page, `/p#${await packetOf(false)}`)
  await expect(page.getByRole('heading', { name: t('packets.open.note'), exact: true })).toBeVisible()
  await expect(page.getByRole('main').getByText(profile.phone, { exact: true })).toHaveCount(0)
})

test('what a patient shares of it names the clinic, and the clinician copies it as a note', async ({
  page,
  browser,
  baseURL,
}) => {
  await toSummary(page, true)
  await page.getByRole('link', { name: t('sharing.open') }).click()
  await press(page, t('sharing.sendPlain'))
  const link = await page.getByLabel(t('sharing.address')).first().inputValue()
  const context = await browser.newContext(baseURL ? { baseURL } : {})
  const clinician = await context.newPage()
  await clinician.goto(link)
  await press(clinician, t('sharing.view'))
  const document = clinician.getByRole('article')
  await expect(document).toContainText(t('summary.given', { name: key().name }))
  await expect(document).toContainText(t('clinics.where', { address: profile.address }))
  await expect(document.locator('img'), 'words only: a picture of ours would vouch for them').toHaveCount(0)
  await expect(document).toContainText(t('sharing.made', { date: '' }).trim())
  const copied = await clinician.getByLabel(t('sharing.noteLabel'), { exact: true }).inputValue()
  expect(copied.split('\n')[0]).toBe(t('sharing.noteFirst'))
  expect(copied).toContain(`${t('summary.givenBy')} ${key().name}`)
  expect(copied).toContain(decision?.question)
  expect(await axeViolations(clinician)).toEqual([])
  await context.close()
})

test('a clinic has a page of its own, and sheets with its name', async ({ page, request }) => {
  await open(page, page1)
  await expect(page.getByRole('heading', { level: 1, name: profile.name })).toBeVisible()
  await expect(page.getByRole('link', { name: profile.phone })).toHaveAttribute('href', 'tel:0800000000')
  await expect(page.getByText(t('clinics.elsewhere', { where: 'Invented Transplant Centre' }))).toBeVisible()
  expect(
    await page.locator('.clinic-logo').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
  expect(await axeViolations(page)).toEqual([])
  const files = await page
    .locator(`a[href*="/c/${profile.id}/"][download]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(files.length).toBeGreaterThan(10)
  const answer = await request.get(files[0] ?? '')
  const { sheets } = await readPdfFile(new Uint8Array(await answer.body()))
  expect(sheets.join(' ').replaceAll(/\s+/g, ' ')).toContain(profile.name)
  expect((await request.get('/en/c/nobody')).status()).toBe(404)
  // Its ready-made page opens here, whatever address its link was made with, and is proved like any other.
  await page.getByRole('link', { name: 'Before we talk about blocked arteries' }).click()
  await expect(
    page.getByRole('heading', { name: t('packets.open.signed', { name: key().name }) }),
  ).toBeVisible()
  await expect(page).toHaveURL('/p')
})

for (const [sheet, width] of [
  ['a4', 210],
  ['a3', 297],
] as const)
  test(`the poster prints on one sheet of ${sheet.toUpperCase()}`, async ({ page }) => {
    await open(page, `${page1}/poster/${sheet}`)
    await expect(page.getByRole('heading', { name: t('clinics.poster.ask') })).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
    const file = await page.pdf({ preferCSSPageSize: true })
    const [, points = '0'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(file.toString('latin1')) ?? []
    expect((Number(points) * 25.4) / 72).toBeCloseTo(width, 0)
    expect((await readPdfFile(new Uint8Array(file))).sheets).toHaveLength(1)
  })
