import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { stepHref, steps } from '@/lib/journey/steps'
import { makeRelease, serveReleases, type ReleaseServer } from '@/tests/e2e/release'
import { siteMap } from '@/tests/e2e/site-map'
import {
  checkMyself,
  expectSummaryOf,
  follow,
  part,
  press,
  sayWhatMatters,
  somethingToSay,
} from '@/tests/e2e/steps'
import { t } from '@/tests/e2e/words'

test.describe.configure({ mode: 'default', timeout: 120_000 }) // one worker: the two releases are made once
// Everywhere else the worker is kept out, so that those tests see every request of the page itself.
test.use({ serviceWorkers: 'allow' })

const [first, second] = siteMap.conditions
if (!first || !second) throw new Error('this needs two conditions')
const start = stepHref('en', first.id, 'condition')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-offline-'))
const older = path.join(folder, 'older')
const newer = path.join(folder, 'newer')
let server: ReleaseServer

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(120_000)
  const belongs = (route: string) =>
    route.startsWith(start) || /^\/en(\/(numbers|glossary|privacy|about|offline|leave))?$/.test(route)
  await makeRelease(older, belongs)
  await makeRelease(newer, belongs, (html) =>
    html.replace('</h1>', ' (second release)</h1>').replaceAll('class="masthead"', 'class="masthead again"'),
  )
  server = await serveReleases(baseURL ?? '')
})
test.beforeEach(() => {
  server.serve(older)
  server.asked.length = 0
})
test.afterAll(async () => {
  await server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** No connection: the browser is told so, and the server cuts the lines that a prefetch still opens (Chromium). */
async function disconnect(context: BrowserContext): Promise<void> {
  server.serve('gone')
  await context.setOffline(true)
}

const untilSaved = (page: Page, state = 'saved') =>
  expect(page.locator('html')).toHaveAttribute('data-pages', state, { timeout: 60_000 })
const copyNotice = (page: Page) => page.getByRole('status').filter({ hasText: 'saved on this device' })

/** Addresses in every cache of ours, and the text of everything in them. */
function cached(page: Page): Promise<{ keys: string[]; addresses: string[]; text: string }> {
  return page.evaluate(async () => {
    const keys = await caches.keys()
    const addresses: string[] = []
    let text = ''
    for (const key of keys) {
      const cache = await caches.open(key)
      for (const request of await cache.keys()) {
        addresses.push(new URL(request.url).pathname)
        text += await (await cache.match(request))?.text()
      }
    }
    return { keys, addresses, text }
  })
}

async function visitUntilSaved(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}${start}`)
  await untilSaved(page)
  return page
}

test('after one visit all seven steps are read, answered and printed without a connection', async ({
  context,
}) => {
  const given = somethingToSay(first)
  const page = await visitUntilSaved(context)
  await expect(page.getByText(t('saved.ready'))).toBeVisible()
  await disconnect(context)
  const before = server.asked.length
  for (const { id } of steps.slice(1, 5)) {
    await follow(page, t('steps.next', { name: t(`steps.${id}`) }))
    expect(new URL(page.url()).pathname).toBe(stepHref('en', first.id, id))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(copyNotice(page)).toBeVisible()
  }
  await sayWhatMatters(page, given)
  await press(page, t('matters.see'))
  await expect(part(page, t('matters.result'))).toBeVisible()
  await follow(page, t('steps.next', { name: t('steps.check') }))
  await checkMyself(page, given)
  await follow(page, t('steps.next', { name: t('steps.summary') }))
  await expectSummaryOf(page, given)
  // What a withdrawn source would say comes from the copy of the status, which is all that the API leaves here.
  await expect(page.locator('html')).toHaveAttribute('data-live-status', 'shown')
  const style = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'error').length
  })
  expect(style).toBe(0)
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(0)
  // Every page of one thing inside a step was saved with them.
  const inside = siteMap.routes.filter(
    ({ kind, conditionId }) => conditionId === first.id && (kind === 'decision' || kind === 'part'),
  )
  expect(inside.length).toBeGreaterThan(first.decisions.length + first.options.length)
  for (const { path: address } of inside) {
    await page.goto(`${server.url}${address}`)
    await expect(copyNotice(page)).toBeVisible()
  }
  expect(server.asked.slice(before)).toEqual([])
  const { addresses, text } = await cached(page)
  expect(text).not.toContain('quietharbour')
  expect(addresses.filter((address) => address.startsWith('/api/'))).toEqual(['/api/sources/status'])
})

test('a page that was not saved says so kindly, and leads to those that were', async ({ context }) => {
  const page = await visitUntilSaved(context)
  await disconnect(context)
  await page.goto(`${server.url}/en/sources`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('saved.title'))
  await follow(page, first.name)
  await expect(page).toHaveURL(`${server.url}${start}`)
})

test('a new release takes the place of the old one whole, and an open tab goes on', async ({ context }) => {
  const old = await visitUntilSaved(context)
  const before = await cached(old)
  server.serve(newer)
  const page = await visitUntilSaved(context)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('second release')
  const after = await cached(page)
  expect(after.addresses.length).toBeGreaterThan(20)
  expect(after.text).not.toContain('class="masthead"')
  expect(before.text).not.toContain('second release')
  await disconnect(context)
  await expect(old.getByRole('heading', { level: 1 })).not.toContainText('second release')
  await follow(old, t('steps.next', { name: t('steps.options') }))
  await expect(old.getByRole('heading', { level: 1 })).toContainText('second release')
  await expect(old.locator('html')).toHaveCSS('font-family', /Atkinson/)
  // Every cache holds one release and nothing of another.
  const lists = await old.evaluate(async () => {
    const found: string[] = []
    for (const key of await caches.keys())
      for (const request of await (await caches.open(key)).keys())
        if (request.url.endsWith('/summary')) found.push(key)
    return found
  })
  expect(lists).toHaveLength(1)
})

test('a copy says when the server has a newer one', async ({ context }) => {
  const page = await visitUntilSaved(context)
  await disconnect(context)
  await page.reload()
  await expect(copyNotice(page)).toBeVisible()
  await expect(copyNotice(page).getByRole('link')).toHaveCount(0)
  server.serve(newer)
  await context.setOffline(false)
  await copyNotice(page)
    .getByRole('link', { name: t('saved.newer') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('second release')
  await expect(copyNotice(page)).toHaveCount(0)
})

test('a server that answers with an error is no connection either', async ({ context }) => {
  const page = await visitUntilSaved(context)
  server.serve('broken')
  await follow(page, t('steps.next', { name: t('steps.options') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('options.title', { name: first.name.toLowerCase() }),
  )
  await expect(copyNotice(page)).toBeVisible()
})

test('a file that is not what the list says leaves the saved pages as they were', async ({ context }) => {
  const page = await visitUntilSaved(context)
  const before = await cached(page)
  // A release half of which is another one, as behind two servers that do not agree yet.
  const mixed = path.join(folder, 'mixed')
  fs.cpSync(newer, mixed, { recursive: true })
  const options = path.join(mixed, 'lantern-site', `${stepHref('en', first.id, 'options').slice(1)}.html`)
  for (const end of ['.br', '.gz']) fs.copyFileSync(options.replace(mixed, older) + end, options + end)
  server.serve(mixed)
  await page.reload()
  await untilSaved(page, 'not-saved')
  expect(await cached(page)).toEqual(before)
})

test('addresses of shares and packets never reach the worker, and nothing posted is kept', async ({
  context,
}) => {
  const page = await visitUntilSaved(context)
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort(),
  )
  expect(scopes).toEqual(['/en', '/handouts/'])
  for (const address of ['/v', '/m', '/p', '/v/x', '/'])
    expect(
      scopes.some((scope) => address.startsWith(scope)),
      address,
    ).toBe(false)
  // The share page of a condition lies inside; the worker lets it pass, and its calls too.
  const share = `${start}/share`
  await page.goto(`${server.url}${share}`).catch(() => {})
  const sent = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(() => fetch('/api/shares', { method: 'POST', body: 'jwe' }).catch(() => {}))
  expect((await sent).fromServiceWorker()).toBe(false)
  const got = page.waitForResponse((response) => response.url().includes('/api/shares/x'))
  await page.evaluate(() => fetch('/api/shares/x?recipient=me').catch(() => {}))
  expect((await got).fromServiceWorker()).toBe(false)
  expect((await cached(page)).addresses.filter((address) => /share|\/[vmp]$/.test(address))).toEqual([])
  await disconnect(context)
  for (const address of [share, '/v', '/m', '/p'])
    await expect(page.goto(`${server.url}${address}`), address).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})

test('deleting on the summary page, and leaving quickly, remove the saved pages', async ({ context }) => {
  for (const act of ['delete', 'leave']) {
    const page = await visitUntilSaved(context)
    await page.goto(`${server.url}${stepHref('en', first.id, 'summary')}`)
    if (act === 'delete') {
      await press(page, t('summary.delete'))
      await expect(page.getByText(t('summary.deleted'))).toBeVisible()
    } else {
      await follow(page, t('leave.link'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('leave.title'))
    }
    const left = () =>
      page.evaluate(async () => [
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ])
    await expect.poll(left).toEqual([])
    // Nor are they saved again from this tab.
    await page.goto(`${server.url}${start}`, { waitUntil: 'load' })
    await page.waitForTimeout(2_500)
    expect(await left()).toEqual([])
    await page.close()
  }
})

test('who saves data, has no room or no storage reads on as before', async ({ context, browser }) => {
  const saves = await browser.newContext({ serviceWorkers: 'allow' })
  await saves.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  )
  const thrifty = await saves.newPage()
  await thrifty.goto(`${server.url}${start}`, { waitUntil: 'load' })
  await thrifty.waitForTimeout(2_500)
  expect(await thrifty.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
    0,
  )
  await saves.close()

  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 200_000 })
  await page.goto(`${server.url}${start}`)
  await untilSaved(page, 'not-saved')
  expect((await cached(page)).keys).toEqual([])
  await follow(page, t('steps.next', { name: t('steps.options') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('options.title', { name: first.name.toLowerCase() }),
  )
  expect(errors).toEqual([])
})
