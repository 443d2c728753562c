import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { importJWK, SignJWT, type JWK } from 'jose'
import { Client } from 'pg'
import { stepHref } from '@/lib/journey/steps'
import { hookAddress } from '@/lib/record/addresses'
import { axeViolations } from '@/tests/e2e/axe'
import { countPresses, tellJob } from '@/tests/e2e/presses'
import { siteMap } from '@/tests/e2e/site-map'
import { choose, fieldsOf, open, press, somethingToSay } from '@/tests/e2e/steps'
import { t } from '@/tests/e2e/words'
import { readPdfFile } from '@/tests/pdf-file'
import { hookIssuer, madeUp, startRecordStub, type Mood, type RecordStub } from '@/tests/record-stub'

/** A clinician comes from a record and writes back to it; the record is a stub, strict by itself, that can misbehave. */
test.describe.configure({ mode: 'default', timeout: 90_000 })

const condition = siteMap.conditions.find(({ id }) => id === 'heart-failure')
const decision = condition?.decisions[0]
if (!condition || !decision) throw new Error('no condition with a decision')
const clinic = 'Made-up Test Hospital'

let record: RecordStub
test.beforeAll(async () => {
  const origin = process.env.LANTERN_E2E_RECORD
  if (!origin)
    throw new Error('Set LANTERN_E2E_RECORD: the address that the records file of this Lantern names.')
  record = await startRecordStub(Number(new URL(origin).port))
})
test.afterAll(() => record.close())
test.beforeEach(() => {
  record.mood = 'well'
})

const launchAddress = (iss = `${record.origin}/fhir`) =>
  `/en/record?iss=${encodeURIComponent(iss)}&launch=${madeUp.launch}`

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const opened = (page: Page) => heading(page, t('record.for', { name: madeUp.name }))
const tab = (page: Page, name: 'give' | 'talk' | 'note') =>
  page.getByRole('navigation', { name: t('record.parts') }).getByRole('button', { name: t(`record.${name}`) })

async function launch(page: Page): Promise<void> {
  await page.goto(launchAddress())
  await expect(opened(page)).toBeVisible({ timeout: 20_000 })
}

/** What the tab keeps of a record. */
const keptOf = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('lantern-record')))

async function phone(browser: Browser, baseURL = ''): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })
  return context.newPage()
}

const keyFile = () => process.env.LANTERN_E2E_CLINIC_KEY ?? ''
const signer = () => (JSON.parse(fs.readFileSync(keyFile(), 'utf8')) as { name: string }).name

test('two people: opened from the record, given, answered on a phone, shared, read, copied and written back', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const presses = await countPresses(page)
  const since = performance.now()
  // The clinician opens the record's app and makes a page.
  await launch(page)
  await expect(page.getByRole('main')).toContainText(clinic)
  await expect(page.getByText(t('record.fits', { problems: madeUp.problem }))).toBeVisible()
  await expect(page.getByRole('radio', { name: condition.name, exact: true })).toBeChecked()
  await choose(page, t('packets.build.decision'), decision.question)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByLabel(t('packets.build.key')).click(),
  ])
  await chooser.setFiles(keyFile())
  await press(page, t('packets.build.go'))
  await expect(heading(page, t('packets.build.result'))).toBeFocused()
  tellJob(info, 'launch and packet', presses(), since)
  expect(presses(), 'the choice, the key, make').toBe(3)
  const link = await page.getByLabel(t('packets.build.link'), { exact: true }).inputValue()
  await expect(page.locator('.slip')).toContainText(signer())

  // The patient answers on a phone and shares.
  const theirs = await phone(browser, baseURL)
  await theirs.goto(link)
  await expect(heading(theirs, t('packets.open.signed', { name: signer() }))).toBeVisible()
  await press(theirs, t('packets.open.start'))
  await expect(theirs).toHaveURL(stepHref('en', condition.id, 'condition'))
  const given = somethingToSay(condition, decision.id)
  await theirs.evaluate(([key, fields]) => sessionStorage.setItem(key, JSON.stringify(fields)), [
    `lantern:${condition.id}`,
    fieldsOf(given),
  ] as const)
  await open(theirs, stepHref('en', condition.id, 'summary'))
  await expect(theirs.locator('article.summary')).toContainText(t('summary.given', { name: signer() }))
  await theirs.getByRole('link', { name: t('sharing.open') }).click()
  await press(theirs, t('sharing.sendPlain'))
  const box = theirs.getByLabel(t('sharing.address'))
  await expect(box).toBeVisible({ timeout: 20_000 })
  const shared = await box.inputValue()

  // The clinician opens it beside the record, reads, copies, and writes back.
  const reading = performance.now()
  await tab(page, 'talk').click()
  await page.getByLabel(t('record.link')).click()
  await page.getByLabel(t('record.link')).fill(shared)
  await press(page, t('record.open'))
  await expect(heading(page, t('record.said'))).toBeFocused({ timeout: 20_000 })
  tellJob(info, 'read', presses(), reading)
  expect(presses(), 'the tab, the box, open').toBe(6)
  const said = page.locator('[data-r="said"]')
  for (const words of [signer(), given.own, given.lean.name, given.unsure])
    await expect(said).toContainText(words)
  await tab(page, 'note').click()
  const note = page.getByRole('textbox', { name: t('record.noteLabel') })
  await expect(note).toHaveValue(new RegExp(decision.question.replaceAll(/[?.]/g, '.')))
  await expect(note).toHaveValue(new RegExp(given.own))
  await expect(note).toHaveValue(new RegExp(signer()))
  await page.getByRole('button', { name: t('record.copy') }).click()
  await expect(
    page.getByText(new RegExp(`${t('clinicians.copied')}|${t('clinicians.copyByHand')}`)).last(),
  ).toBeVisible()
  expect(record.written, 'nothing was written before the press').toEqual([])
  await note.press('End')
  await note.pressSequentially(' Changed by hand.')
  const writing = performance.now()
  await press(page, t('record.write'))
  await expect(heading(page, t('record.written'))).toBeFocused({ timeout: 30_000 })
  tellJob(info, 'write back', presses(), writing)
  expect(presses(), 'the tab, copy, write').toBe(9)

  expect(record.written.map(({ resourceType }) => resourceType)).toEqual([
    'DocumentReference',
    'DocumentReference',
    'QuestionnaireResponse',
  ])
  for (const { id } of record.written) await expect(page.locator('[data-r="written"]')).toContainText(id)
  for (const resource of record.written) {
    expect(resource.subject).toEqual({ reference: `Patient/${madeUp.patient}` })
    expect(JSON.stringify(resource)).toContain(`Encounter/${madeUp.encounter}`)
    expect(JSON.stringify(resource)).toContain('Practitioner/made-up-doctor')
  }
  type Attached = { content: { attachment: { contentType: string; data: string } }[] }
  const [wroteNote, summary, answers] = record.written as unknown as [Attached, Attached, { item: object[] }]
  const textOf = ({ content }: Attached, at: number) =>
    Buffer.from(content[at]?.attachment.data ?? '', 'base64').toString('utf8')
  expect(textOf(wroteNote, 0)).toContain('Changed by hand.')
  expect(summary.content.map(({ attachment }) => attachment.contentType)).toEqual([
    'application/pdf',
    'text/plain; charset=utf-8',
  ])
  const pdf = await readPdfFile(
    new Uint8Array(Buffer.from(summary.content[0]?.attachment.data ?? '', 'base64')),
  )
  const paper = pdf.sheets.join(' ').replaceAll(/\s+/g, ' ')
  for (const words of [t('summary.given', { name: signer() }), given.own, given.lean.name])
    for (const form of [paper, textOf(summary, 1).replaceAll(/\s+/g, ' ')]) expect(form).toContain(words)
  expect(JSON.stringify(answers.item)).toContain(`"code":"option.${given.lean.id}"`)
  expect(JSON.stringify(answers)).toContain(`/api/fhir/Questionnaire/${condition.id}-summary-en|`)

  // A second press writes nothing again.
  await press(page, t('record.write'))
  await expect(page.getByText(t('record.nothing'))).toBeVisible()
  expect(record.written.length).toBe(3)
  await theirs.context().close()
})

test('started by hand it asks for less; a frame is for the hosts of the list only', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, '/en/record')
  await press(page, t('record.start', { name: 'Made-up record' }))
  await expect(opened(page)).toBeVisible({ timeout: 20_000 })
  expect(record.scopes.at(-1)).toBe(
    'launch/patient openid fhirUser patient/Patient.r patient/Condition.rs patient/DocumentReference.c patient/QuestionnaireResponse.c',
  )
  expect(new URL(page.url()).search, 'the code is out of the address').toBe('')
  await page.reload()
  await expect(heading(page, t('record.choose')), 'a reload forgets whose record it was').toBeVisible()
  await expect(page.getByText(madeUp.name)).toHaveCount(0)

  const target = `${baseURL}${launchAddress()}`
  const ehr = await browser.newPage()
  await ehr.goto(`${record.origin}/ehr?show=${encodeURIComponent(target)}`)
  const inside = ehr.frameLocator('iframe')
  await expect(inside.getByRole('heading', { name: madeUp.name })).toBeVisible({ timeout: 20_000 })
  // The same page from a host that is not on the list, and another page of ours from one that is.
  for (const [host, shown] of [
    [record.origin.replace('127.0.0.1', 'localhost'), target],
    [record.origin, `${baseURL}/en/clinicians`],
  ] as const) {
    await ehr.goto(`${host}/ehr?show=${encodeURIComponent(shown)}`)
    await expect
      .poll(() => ehr.frames().map((frame) => frame.url()))
      .toContain('chrome-error://chromewebdata/')
  }
  await ehr.close()
})

test('a record that misbehaves: each time a sentence, and nothing stays', async ({ page }) => {
  const moods: [Mood, Parameters<typeof t>[0]][] = [
    ['denies', 'record.wrong.refused'],
    ['wrong-state', 'record.wrong.state'],
    ['expired-code', 'record.wrong.code'],
    ['wrong-nonce', 'record.wrong.not-for-us'],
    ['no-s256', 'record.wrong.not-safe'],
    ['elsewhere', 'record.wrong.elsewhere'],
    ['no-patient', 'record.wrong.no-patient'],
    ['fails', 'record.wrong.no-answer'],
  ]
  for (const [mood, sentence] of moods) {
    record.mood = mood
    await page.goto(launchAddress())
    await expect(page.getByText(t(sentence)), mood).toBeVisible({ timeout: 20_000 })
    expect(new URL(page.url()).search, mood).toBe('')
    await expect(page.getByText(madeUp.name), mood).toHaveCount(0)
    // A wrong state uses nothing up: whoever made it up must not end the real way.
    if (mood !== 'wrong-state' && mood !== 'no-s256' && mood !== 'elsewhere' && mood !== 'fails')
      expect(await keptOf(page), mood).toEqual([])
  }
  record.mood = 'well'
  await page.goto(launchAddress('https://ehr.example.org/other'))
  await expect(page.getByText(t('record.wrong.unknown-record'))).toBeVisible()
  // An answer that nobody asked for.
  await page.goto('/en/record?code=made-up&state=made-up')
  await expect(page.getByText(t('record.wrong.state'))).toBeVisible()
  // A record that never answers: after a quarter of a minute.
  record.mood = 'slow'
  await page.clock.install()
  await page.goto(launchAddress())
  await expect(page.getByText(t('record.working'))).toBeVisible()
  // More than once: the page may not have asked the record yet when the clock runs.
  await expect(async () => {
    await page.clock.runFor(16_000)
    await expect(page.getByText(t('record.wrong.no-answer'))).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('a record with too much, or that allows little, opens all the same and says so; writing that fails says what to do', async ({
  page,
}) => {
  record.mood = 'huge'
  await launch(page)
  await expect(page.getByText(t('record.fitsUnread'))).toBeVisible()
  record.mood = 'few-scopes'
  await page.goto(launchAddress())
  await expect(heading(page, t('record.noName'))).toBeVisible({ timeout: 20_000 })
  await page.getByText(t('record.what'), { exact: true }).click()
  await expect(page.getByText(t('record.whatNameNot'))).toBeVisible()
  await expect(page.getByText(t('record.whatProblemsNot'))).toBeVisible()
  await tab(page, 'note').click()
  await expect(page.getByText(t('record.notAllowed'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('record.write'), exact: true })).toBeHidden()

  record.mood = 'well'
  await launch(page)
  await tab(page, 'note').click()
  const before = record.written.length
  await press(page, t('record.write'))
  await expect(page.getByText(t('record.nothing'))).toBeVisible()
  await page.getByRole('textbox', { name: t('record.noteLabel') }).fill('A talk was held.')
  for (const [mood, sentence] of [
    ['token-over', 'record.writeWrong.over'],
    ['refuses-writing', 'record.writeWrong.refused'],
    ['fails-writing', 'record.writeWrong.unsure'],
  ] as const) {
    record.mood = mood
    await press(page, t('record.write'))
    await expect(page.getByText(t(sentence)).filter({ visible: true }), mood).toHaveCount(1)
    await expect(
      page.getByRole('textbox', { name: t('record.noteLabel') }),
      'what was typed stays',
    ).toHaveValue('A talk was held.')
  }
  record.mood = 'well'
  await press(page, t('record.write'))
  await expect(heading(page, t('record.written'))).toBeVisible()
  expect(record.written.length).toBe(before + 1)
})

test('nothing of the patient reaches our server: not by page, not by hook, not in the log, the database or the browser', async ({
  page,
  baseURL,
}) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin === baseURL)
      sent.push(
        [request.method(), request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join(
          ' ',
        ),
      )
  })
  await launch(page)
  await tab(page, 'note').click()
  await page.getByRole('textbox', { name: t('record.noteLabel') }).fill('A talk about saltmarsh was held.')
  await press(page, t('record.write'))
  await expect(heading(page, t('record.written'))).toBeVisible()

  // A hook with a list of problems: only a known caller is answered, and each token once.
  const service = hookAddress(baseURL ?? '', 'lantern-patient-view')
  const folder = path.dirname(process.env.LANTERN_E2E_RECORDS ?? '')
  const secret = JSON.parse(fs.readFileSync(path.join(folder, 'hook-secret.json'), 'utf8')) as JWK
  const key = await importJWK(secret, 'ES384')
  const token = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: secret.kid ?? '' })
    .setIssuer(hookIssuer)
    .setAudience(service)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)
  const call = (authorization: string) =>
    fetch(service, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({
        hook: 'patient-view',
        hookInstance: crypto.randomUUID(),
        context: { userId: 'Practitioner/1', patientId: madeUp.patient },
        prefetch: {
          conditions: {
            resourceType: 'Bundle',
            entry: [
              {
                resource: {
                  resourceType: 'Condition',
                  code: {
                    coding: [{ system: 'http://snomed.info/sct', code: '84114007' }],
                    text: 'Saltmarsh failure',
                  },
                },
              },
            ],
          },
        },
      }),
    })
  expect((await call('')).status).toBe(401)
  const answered = await call(`Bearer ${token}`)
  expect(answered.status).toBe(200)
  const { cards } = (await answered.json()) as { cards: { summary: string; links: { url: string }[] }[] }
  expect(cards.map(({ summary }) => summary)).toEqual([t('record.hooks.card', { names: condition.name })])
  expect((await call(`Bearer ${token}`)).status, 'the same token again').toBe(401)
  await page.goto(cards[0]?.links[1]?.url ?? '')
  await expect(page.getByRole('radio', { name: condition.name, exact: true })).toBeChecked()

  const words = [
    madeUp.name,
    'Featherstonehaugh',
    madeUp.problem,
    'saltmarsh',
    'Saltmarsh',
    token,
    ...record.secrets,
  ]
  // The browser itself asks for the page that a code comes with; the page takes it out, and asks for nothing with it.
  const back = /^GET \S+\/en\/record\?(?:code|iss)=/
  const found = sent.filter((line) => words.some((word) => line.includes(word)) && !back.test(line))
  expect(found).toEqual([])
  expect(
    sent.some((line) => back.test(line)),
    'the recording did see what was there to see',
  ).toBe(true)
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
  )
  const printed = fs.readFileSync(process.env.LANTERN_E2E_LOG ?? '', 'utf8')
  for (const word of words) {
    expect(kept.includes(word), word).toBe(false)
    expect(printed.includes(word), word).toBe(false)
  }
  const client = new Client({ connectionString: process.env.LANTERN_E2E_DATABASE })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  expect(tables.rows.length).toBeGreaterThan(15)
  for (const { name } of tables.rows)
    for (const word of words) {
      const rows = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE '%' || $1 || '%'`, [
        word,
      ])
      expect({ name, word, rows: rows.rowCount }).toEqual({ name, word, rows: 0 })
    }
  await client.end()
})

test.describe('looked over', () => {
  // Our own pages refuse inline script; axe is one.
  test.use({ bypassCSP: true })

  test('the page has no axe violation in any of its parts, and fits a panel of 480 and a phone of 320 px', async ({
    page,
  }) => {
    const look = async (name: string) => {
      for (const width of [480, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
          width,
        )
      }
      expect(await axeViolations(page), name).toEqual([])
    }
    await page.goto(launchAddress('https://ehr.example.org/other'))
    await expect(page.getByText(t('record.wrong.unknown-record'))).toBeVisible()
    await look('refused')
    await launch(page)
    for (const name of ['give', 'talk', 'note'] as const) {
      await tab(page, name).click()
      await look(name)
    }
  })
})
