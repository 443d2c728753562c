import fs from 'node:fs'
import http from 'node:http'
import { expect, test } from '@playwright/test'
import { isRecordPage } from '@/lib/record/addresses'
import { contentPolicy, strictPolicy } from '@/lib/server/front/security-headers'
import { exportedPages as routes, listenTo, nothingHeard } from '@/tests/e2e/heard'
import { siteMap } from '@/tests/e2e/site-map'

/** One page of each kind: the hundreds of source pages are made alike. Those of the map: pages.spec.ts. */
const firstSource = routes.find((route) => route.includes('/sources/'))
const kinds = routes.filter((route) => !route.includes('/sources/') || route === firstSource)

test('the reading pages were exported', () => {
  for (const route of ['/en', '/en/heart-failure', '/en/liver-failure/stem-cells', '/en/about'])
    expect(routes).toContain(route)
})

test('no exported page has a script of the framework, and each says so to the browser', async ({
  request,
}) => {
  test.setTimeout(120_000) // a thousand pages
  for (const route of routes) {
    const response = await request.get(route)
    expect(response.status(), route).toBe(200)
    const record = process.env.LANTERN_E2E_RECORD ? [process.env.LANTERN_E2E_RECORD] : []
    const policy = isRecordPage(route) ? contentPolicy([], { asked: record, framed: record }) : strictPolicy
    expect(response.headers()['content-security-policy'], route).toBe(policy)
    const html = await response.text()
    expect(html, route).not.toContain('/_next/')
    expect(html, route).not.toContain('__next_f')
    for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/g)) {
      if (attributes.startsWith(' type="application/json"')) continue // data, which no browser runs
      expect(attributes, route).toMatch(/^ src="\/assets\/[\w.-]+\.js"/)
    }
    expect(html, route).not.toMatch(/<style|\sstyle="|\son[a-z]+="/)
  }
})

const seenElsewhere = new Set(siteMap.routes.map((route) => route.path))
for (const route of kinds.filter((one) => !seenElsewhere.has(one))) {
  test(`${route}: the browser refuses nothing and complains about nothing`, async ({ page }) => {
    const heard = await listenTo(page)
    await page.goto(route)
    expect(await heard()).toEqual(nothingHeard)
  })
}

test('a page that is not there is ours, without script but our own, under the same policy', async ({
  page,
}) => {
  const response = await page.goto('/en/there-is-no-such-page')
  expect(response?.status()).toBe(404)
  expect(response?.headers()['content-security-policy']).toBe(strictPolicy)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const script of await page.locator('script').all())
    expect(await script.getAttribute('src')).toMatch(/^\/assets\/lantern\.[\w-]+\.js$/)
  await expect(page.getByRole('contentinfo')).toBeVisible() // in the frame of the site
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; bytes: number }

/** A request exactly as written: Playwright's own would tidy it and unpack the answer. */
function ask(url: string, target: string, options: http.RequestOptions = {}, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path: target, ...options }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

test('brotli, gzip or plain, as the browser asks; 304 for what it has; HEAD without a body', async ({
  baseURL,
}) => {
  const url = baseURL ?? ''
  const target = '/en/heart-failure'
  const sizes: number[] = []
  for (const encoding of ['br', 'gzip', 'identity']) {
    const headers = { 'accept-encoding': encoding }
    const got = await ask(url, target, { headers })
    expect(got.headers['content-encoding'] ?? 'identity').toBe(encoding)
    expect(got.headers.vary).toBe('Accept-Encoding')
    sizes.push(got.bytes)
    const again = await ask(url, target, { headers: { ...headers, 'if-none-match': got.headers.etag ?? '' } })
    expect([again.status, again.bytes]).toEqual([304, 0])
    expect(again.headers['content-security-policy']).toBe(strictPolicy)
    const head = await ask(url, target, { method: 'HEAD', headers })
    expect([head.status, head.bytes]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(got.bytes))
  }
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
})

test('odd requests are refused kindly: never 500, never a redirect away, always the headers', async ({
  baseURL,
}) => {
  const url = baseURL ?? ''
  const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']
  const targets = ['/en', '/en/heart-failure/check', '/api/health/live', '/', '/nothing']
  const odd: [string, http.RequestOptions, string?][] = [
    ...methods.flatMap((method) =>
      targets.map((target): [string, http.RequestOptions] => [target, { method }]),
    ),
    ...[
      '/%E0%A4%A',
      '/%00',
      '/en/%2e%2e/%2e%2e/etc/passwd',
      '/en/../../etc/passwd',
      '//example.org/',
      '/\\example.org',
    ].map((target): [string, http.RequestOptions] => [target, {}]),
    ...['bytes=5-2', 'bytes=9999999-', 'bytes=-5', 'bytes=x'].map((range): [string, http.RequestOptions] => [
      '/en/heart-failure',
      { headers: { range } },
    ]),
    ['/en/about', { method: 'POST', headers: { 'next-action': 'x', 'content-type': 'text/plain' } }, '[]'],
    ['/en/about', { headers: { rsc: '1', 'next-router-state-tree': '%5B' } }],
    ['/api/health/live/x', { method: 'POST', headers: { rsc: '1' } }],
    ['/en/changed/x', { headers: { rsc: '1', 'next-router-state-tree': '%5B%22' } }],
    ['/en/changed/x.rsc', {}],
    ['/api/summary/pdf.rsc', { method: 'POST' }],
    ['/_next/image?url=/icon.svg&w=64&q=75', {}],
    ['/_next/data/x/en.json', {}],
    ['/en/heart-failure?_rsc=%', {}],
    [`/en/${'a'.repeat(4000)}`, {}],
    ['/en/heart-failure/check', { headers: { 'accept-encoding': 'br;q=2, gzip;q=-1, *;;' } }],
  ]
  for (const [target, options, body] of odd) {
    const name = `${options.method ?? 'GET'} ${target.slice(0, 60)} ${JSON.stringify(options.headers ?? {})}`
    const { status, headers } = await ask(url, target, options, body)
    expect(status, name).toBeLessThan(500)
    expect(headers['x-content-type-options'], name).toBe('nosniff')
    expect(headers['content-security-policy'], name).toContain("default-src 'none'")
    if (headers.location) expect(new URL(headers.location, url).host, name).toBe(new URL(url).host)
  }
})

test('addresses as people type them from paper or a sentence lead to the page', async ({ request }) => {
  const { version } = (await (await request.get('/api/sources')).json()) as { version: string }
  const changed = `/en/changed/${version}`
  const typed: [string, string][] = [
    ...['.', ')', ',', '%5D', '%22', '%E2%80%9D.', '/', '%20'].map((mark): [string, string] => [
      `/en/heart-failure${mark}`,
      '/en/heart-failure',
    ]),
    ['/EN/heart-failure', '/en/heart-failure'],
    ['/en/Heart-Failure', '/en/heart-failure'],
    ['/heart-failure', '/en/heart-failure'],
    ['/en//heart-failure', '/en/heart-failure'],
    [changed.toUpperCase(), changed],
    [`/en/changed/${version.toUpperCase()}`, changed],
    [`${changed}.`, changed],
    ['/p.', '/p'],
    ['/v)', '/v'],
    ['/V', '/V'],
    ['/P', '/P'],
  ]
  for (const [address, page] of typed) {
    const first = await request.get(address, { maxRedirects: 0 })
    if (first.status() !== 200) {
      expect([first.status(), first.headers().location], address).toEqual([307, page])
      expect(first.headers()['cache-control'], address).toBe('no-store')
    }
    expect((await request.get(address)).status(), address).toBe(200)
  }
})

test('what every browser and phone asks for is there; a contact that nobody gave is not made up', async ({
  request,
}) => {
  for (const [address, type] of [
    ['/favicon.ico', 'image/x-icon'],
    ['/apple-touch-icon.png', 'image/png'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/en.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/icon-192.png', 'image/png'],
    ['/icon-512.png', 'image/png'],
    ['/icon-maskable-512.png', 'image/png'],
  ] as const) {
    const response = await request.get(address)
    const { 'content-type': sent, 'cache-control': kept, etag } = response.headers()
    expect([response.status(), sent, kept], address).toEqual([200, type, 'no-cache'])
    expect(etag, address).toMatch(/^"[\w-]+"$/)
  }
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404)
})

test('addresses that do not exist and mangled links leave no file and no word, and are answered kindly', async ({
  baseURL,
  request,
}) => {
  test.setTimeout(120_000) // 240 requests, on a busy machine
  const filesOfNext = () => fs.readdirSync('.next', { recursive: true }).length
  const logFile = process.env.LANTERN_E2E_LOG
  const before = filesOfNext()
  const key = `k${Date.now().toString(36)}eyJ1cmwiOiJodHRwczovL2xhbnRlcm4`
  for (const page of ['v', 'm', 'p'])
    for (const mark of ['%20%23', '%E2%80%8B%23', '&', '%2523', ';', '%EF%BC%83', '?'])
      for (const payload of [`shlink%3A%2F${key}`, `1.${key}`]) {
        const response = await request.get(`/${page}${mark}${payload}`, { maxRedirects: 0 })
        expect(response.status(), `${page}${mark}`).toBe(200)
        expect(await response.text()).not.toContain(key)
      }
  for (let number = 0; number < 200; number += 1) {
    const response = await ask(baseURL ?? '', `/${key}-${number}`)
    expect(response.status).toBe(404)
  }
  expect(filesOfNext()).toBe(before)
  if (logFile) expect(fs.readFileSync(logFile, 'utf8')).not.toContain(key)
})

test('nothing that a stranger sends along changes the kind of answer or sets a cookie', async ({
  baseURL,
}) => {
  const url = baseURL ?? ''
  const foreign = {
    rsc: '1',
    'next-router-state-tree': '%5B%22',
    'next-router-prefetch': '1',
    'next-url': '/evil',
    purpose: 'prefetch',
    'accept-language': 'xx',
    cookie: '__prerender_bypass=1; __next_preview_data=1',
    'x-middleware-subrequest': 'middleware',
    'x-middleware-prefetch': '1',
    'x-nextjs-data': '1',
    'x-matched-path': '/500',
    'x-invoke-status': '500',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    host: 'evil.example',
  }
  for (const target of [
    '/en',
    '/en/sources',
    '/v',
    '/en/heart-failure/share',
    '/',
    '/nothing',
    '/api/sources',
    '/heart-failure',
  ]) {
    const plain = await ask(url, target)
    const odd = await ask(url, target, { headers: foreign })
    const seen = ({ status, headers, bytes }: Answer) => ({
      status,
      bytes,
      headers: { ...headers, date: '' },
    })
    expect(seen(odd), target).toEqual(seen(plain))
    expect(odd.headers['set-cookie'], target).toBeUndefined()
  }
})

test('a request to upgrade gets its answer, and its line ends', async ({ baseURL }) => {
  const answer = await ask(baseURL ?? '', '/en', { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
  expect([answer.status, answer.headers.connection]).toEqual([200, 'close'])
})
