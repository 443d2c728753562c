import fs from 'node:fs'
import path from 'node:path'
import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { Client } from 'pg'
import { onePerLook } from '@/tests/e2e/site-map'

/** The database of the Lantern under test; null when it is somebody else's. */
function databaseUrl(): string | null {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const file = path.join(process.env.LANTERN_E2E_DATA ?? '', 'database-address')
  return process.env.LANTERN_E2E_DATA && fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null
}

const withdrawn = 'This study has been withdrawn.'

type Used = { sourceId: string; doi: string; figures: string[] }

async function inDatabase<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl() ?? '' })
  await client.connect()
  return act(client).finally(() => client.end())
}

/** A source with a DOI whose figures stand in a comparison and in sentences, and every figure that rests on it. */
async function chooseSource(): Promise<Used> {
  return inDatabase(async (client) => {
    const { rows } = await client.query<{ id: string; doi: string }>(`
      SELECT s.id, s.doi FROM "Source" s JOIN "Result" r ON r."sourceId" = s.id JOIN "Arm" a ON a."resultId" = r.id
      WHERE s.doi IS NOT NULL AND s.status = 'current'
        AND EXISTS (SELECT 1 FROM "Cell" c WHERE a.id = ANY (c."estimateIds"))
        AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."sourceId" = s.id)
      GROUP BY s.id, s.doi HAVING count(DISTINCT a.id) >= 2 ORDER BY count(DISTINCT a.id), s.id LIMIT 1`)
    const [source] = rows
    if (!source) throw new Error('no source fits this test')
    const figures = await client.query<{ key: string }>(
      `SELECT 'estimate:' || a.id AS key FROM "Arm" a JOIN "Result" r ON r.id = a."resultId"
       WHERE r."sourceId" = $1
       UNION SELECT 'fact:' || id FROM "Fact" WHERE "sourceId" = $1`,
      [source.id],
    )
    return { sourceId: source.id, doi: source.doi, figures: figures.rows.map(({ key }) => key) }
  })
}

const addCheck = (used: Used, status: string) =>
  inDatabase((client) =>
    client.query(
      `INSERT INTO "SourceCheck" ("sourceId", "askedAt", about, at, result, status, detail)
       VALUES ($1, 'crossref', $2, now(), 'changed', $3, $4)`,
      [used.sourceId, used.doi, status, status === 'retracted' ? 'retraction' : 'nothing-found'],
    ),
  )
const removeChecks = (used: Used) =>
  inDatabase((client) => client.query(`DELETE FROM "SourceCheck" WHERE "sourceId" = $1`, [used.sourceId]))

/** Every page that a link leads to, as it was built; of the single sources' pages only `keep` and the first few. */
async function listPages(request: APIRequestContext, keep: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const queue = ['/en', `/en/sources/${keep}`]
  let others = 0
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (pages.has(at)) continue
    const response = await request.get(at)
    if (!response.ok() || !response.headers()['content-type']?.includes('text/html')) continue
    const html = await response.text()
    pages.set(at, html)
    for (const [, href = ''] of html.matchAll(/href="(\/en[^"#?]*)[^"]*"/g)) {
      if (pages.has(href) || queue.includes(href)) continue
      const isOther = /^\/en\/sources\/[^/]+$/.test(href) && href !== `/en/sources/${keep}`
      if (isOther && (others += 1) > 4) continue
      queue.push(href)
    }
  }
  return pages
}

/** What the page as built says about where it uses the source. */
function isUsedIn(html: string, used: Used): boolean {
  return (
    html.includes(`data-source="${used.sourceId}"`) ||
    html.includes(`data-status-of="${used.sourceId}"`) ||
    used.figures.some((key) => html.includes(`data-figure="${key}"`))
  )
}

async function open(page: Page, at: string) {
  await page.goto(at)
  await expect(page.locator('html'), at).toHaveAttribute('data-live-status', 'shown', { timeout: 15_000 })
}

/** Marks on the page: how many in all, how many beside the source's own figures, and how many of those lack one. */
function countMarks(page: Page, used: Used) {
  return page.evaluate(
    ({ sourceId, figures, withdrawn }) => {
      const says = (element: Element | null) => Boolean(element?.textContent?.includes(withdrawn))
      const own = figures.flatMap((key) => [...document.querySelectorAll(`[data-figure="${key}"]`)])
      const flags = [...document.querySelectorAll<HTMLElement>(`[data-status-of="${sourceId}"]`)]
      const named = [...document.querySelectorAll(`[data-source="${sourceId}"]`)]
      return {
        all: document.querySelectorAll('[data-live]').length,
        own: own.length + flags.length + named.length,
        visible: [...document.querySelectorAll('[data-live]')].filter((mark) => mark.checkVisibility())
          .length,
        missing: [
          ...own.filter((figure) => !says(figure.nextElementSibling)),
          ...flags.filter((flag) => flag.hidden || !says(flag)),
          ...named.filter(
            (place) => !says(place) && !says(place.parentElement) && !says(place.closest('.study')),
          ),
        ].map((element) => element.outerHTML.slice(0, 200)),
      }
    },
    { ...used, withdrawn },
  )
}

test.describe('a source is withdrawn while Lantern runs', () => {
  test.skip(() => databaseUrl() === null, 'needs the database of the Lantern under test')
  let used: Used
  test.beforeAll(async () => {
    used = await chooseSource()
    await removeChecks(used)
  })
  test.afterAll(() => removeChecks(used))

  test('every page and print that used it says so within a minute, nothing else does', async ({
    page,
    request,
  }) => {
    test.setTimeout(300_000)
    const all = await listPages(request, used.sourceId)
    // A mark goes where the page as built names the source: of the pages that do not, one of each kind.
    const pages = new Map(
      [...all].filter(([at, html]) => isUsedIn(html, used) || onePerLook.some(({ path }) => path === at)),
    )
    expect(all.size, 'pages that links lead to').toBeGreaterThan(100)
    const before = new Map<string, number>()
    for (const at of pages.keys()) {
      await open(page, at)
      before.set(at, (await countMarks(page, used)).all)
    }
    const flippedAt = Date.now()
    await addCheck(used, 'retracted')
    await expect
      .poll(async () => (await (await request.get('/api/sources/status')).json()).sources[used.sourceId])
      .toBe('retracted')
    expect(Date.now() - flippedAt).toBeLessThan(60_000)

    let using = 0
    for (const [at, html] of pages) {
      await open(page, at)
      const marks = await countMarks(page, used)
      if (!isUsedIn(html, used)) {
        expect(marks.all, `${at} does not use the source`).toBe(before.get(at))
        continue
      }
      using += 1
      expect(marks.missing, `${at}: places without the mark`).toEqual([])
      expect(marks.all, at).toBeGreaterThan(before.get(at) ?? 0)
      await page.emulateMedia({ media: 'print' })
      expect((await countMarks(page, used)).missing, `${at} in print`).toEqual([])
      await page.emulateMedia({ media: 'screen' })
    }
    console.log(
      `${pages.size} of ${all.size} pages looked at, ${using} use ${used.sourceId}, ${used.figures.length} figures`,
    )
    expect(using).toBeGreaterThan(1)
    expect(pages.size - using, 'pages that do not use it').toBeGreaterThan(15)

    // And back: a later good answer of the same place takes it away again.
    await addCheck(used, 'current')
    const [first = ''] = [...pages].find(([, html]) => isUsedIn(html, used)) ?? []
    await expect
      .poll(async () => (await (await request.get('/api/sources/status')).json()).sources[used.sourceId])
      .toBeUndefined()
    await open(page, first)
    expect((await countMarks(page, used)).all).toBe(before.get(first))
  })
})

test('the status is always asked for anew and says when nothing changed', async ({ request }) => {
  const first = await request.get('/api/sources/status')
  expect(first.status()).toBe(200)
  expect(first.headers()['cache-control']).toBe('no-cache')
  const again = await request.get('/api/sources/status', {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
})

for (const [what, body] of [
  ['is away', null],
  ['talks nonsense', '{"sources": 5}'],
  ['sends a page', '<h1>Welcome</h1>'],
] as const)
  test(`the page stays as it was built when the status ${what}`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.route('**/api/sources/status', (route) =>
      route.fulfill(body === null ? { status: 503, json: { code: 'database-unavailable' } } : { body }),
    )
    await page.goto('/en/heart-failure/compare')
    await page.waitForLoadState('networkidle')
    await expect(page.locator('[data-live]')).toHaveCount(0)
    expect(errors).toEqual([])
  })

test('a mark waits until the framework has taken the list of sources over, on a slow phone too', async ({
  page,
  request,
}) => {
  const [id = ''] = /data-source="[^"]+"/.exec(await (await request.get('/en/sources')).text()) ?? []
  const source = id.slice('data-source="'.length, -1)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.route('**/api/sources/status', (route) =>
    route.fulfill({
      json: { checkedAt: null, sources: { [source]: 'retracted' }, figures: {}, trials: {}, overdue: [] },
    }),
  )
  // The framework does its work in pieces, and asks for each by a message to itself: so it comes late, as on a busy phone.
  await page.addInitScript(() => {
    const send = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (...all: unknown[]) {
      setTimeout(() => Reflect.apply(send, this, all), 1_500)
    }
  })
  await open(page, '/en/sources')
  await page.waitForTimeout(3_000) // whatever the framework still has to say
  await expect(page.locator(`[data-all-sources] [data-source="${source}"]`).first()).toContainText(withdrawn)
  await expect(page.locator('[role=search], search, form').first()).toBeVisible()
  expect(errors).toEqual([])
})
