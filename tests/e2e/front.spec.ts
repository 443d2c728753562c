import http from 'node:http'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readSiteList } from '@/lib/launch/export-site'
import { strictPolicy } from '@/lib/launch/security-headers'

const list = readSiteList(path.join(process.cwd(), '.next'))
const routes = Object.keys(list?.pages ?? {})
/** One page of each kind: the hundreds of source pages are made alike. */
const firstSource = routes.find((route) => route.includes('/sources/'))
const kinds = routes.filter((route) => !route.includes('/sources/') || route === firstSource)

test('the reading pages were exported', () => {
  for (const route of ['/en', '/en/heart-failure', '/en/liver-failure/stem-cells', '/en/about'])
    expect(routes).toContain(route)
})

test('no exported page has a script of the framework, and each says so to the browser', async ({
  request,
}) => {
  for (const route of routes) {
    const response = await request.get(route)
    expect(response.status(), route).toBe(200)
    expect(response.headers()['content-security-policy'], route).toBe(strictPolicy)
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

for (const route of kinds) {
  test(`${route}: the browser refuses nothing and complains about nothing`, async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (failed) => complaints.push(`${failed.url()} failed`))
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused ${event.violatedDirective} ${event.blockedURI}`),
      ),
    )
    const scripts: string[] = []
    page.on(
      'request',
      (sent) => sent.resourceType() === 'script' && scripts.push(new URL(sent.url()).pathname),
    )
    await page.goto(route, { waitUntil: 'networkidle' })
    expect(complaints).toEqual([])
    // A worker is asked for by its plain address: our own module starts it, and it is no part of the page.
    const ours = (script: string) => script.startsWith('/assets/') || script === '/check-article-worker.js'
    expect(scripts.filter((script) => !ours(script))).toEqual([])
    await expect(page.locator('html.js')).toBeAttached() // our own module ran
    await page.evaluate(() => document.fonts.ready)
    expect(
      await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'error').length),
    ).toBe(0)
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
