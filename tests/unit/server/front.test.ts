import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteAway } from '@/lib/db/away'
import { handOver, insertPlace } from '@/lib/page-insert'
import { getPostedFields } from '@/lib/posted-fields'
import { siteAddresses } from '@/lib/server/front/addresses'
import { exportSite, readSiteList } from '@/lib/server/build/export-site'
import { makeFront } from '@/lib/server/front/front-of-site'
import { strictPolicy } from '@/lib/server/front/security-headers'
import { listen } from '@/lib/server/front/serve'
import { loadSite } from '@/lib/server/front/site'
import { translator } from '@/lib/texts/translate'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-site-'))
const nextFolder = path.join(folder, '.next')
const words = 'Proven treatments, compared. '.repeat(40)
const flight = (module: number) =>
  `<script>self.__next_f.push([1,${JSON.stringify(`1:I[${module},["/a.js"],"default"]\n`)}])</script>`
const page = (title: string, module = 1) =>
  `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/a.css"/><title>${title}</title></head>` +
  `<body><p>${words}</p><script src="/lantern.js" type="module"></script>${flight(module)}</body></html>`

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}

/** Stands for Next: an interactive page, an answer to a form, an error, JSON, and 404 for the rest. */
const next = (request: http.IncomingMessage, response: http.ServerResponse) => {
  const say = (status: number, type: string, body: string) => {
    response.writeHead(status, { 'content-type': type })
    response.write(body.slice(0, 5))
    response.end(body.slice(5))
  }
  if (request.url === '/en/fresh') return say(200, 'text/html; charset=utf-8', page('Fresh', 2))
  if (request.url === '/en/heart-failure/check/answered') return say(200, 'text/html', page('Answered'))
  posted = getPostedFields()
  if (request.url === '/en/check-an-article/answered') {
    handOver(Buffer.from(report)) // as the page of a checked article does
    return say(200, 'text/html', page('Checked').replace('<p>', `${insertPlace}<p>`))
  }
  if (request.url === '/es/check-an-article/answered') {
    handOver(Buffer.from(report))
    return say(200, 'text/html', page('No place for it'))
  }
  if (request.url === '/en/away' || request.url === '/en/heart-failure/summary/answered') {
    noteAway() // as lib/db/client.ts does when a statement fails
    return say(500, 'text/html', '<p>stack trace</p>')
  }
  if (request.url?.endsWith('/broken')) return say(500, 'text/html', '<p style="a">stack trace</p>')
  if (request.url === '/api/facts') return say(200, 'application/json', '{"a":1}')
  say(404, 'text/html', page('Next says 404'))
}

/** What the page beside a record may ask and be shown by. */
const hosts = { asked: ['https://fhir.example.org'], framed: ['https://ehr.example.org'] }

/** A finished report in its own marks, which is not Next's. */
const report = `<section><h2>What we found: “cure”</h2>${'<p>&lt;script&gt; é 心</p>'.repeat(20_000)}</section>`

/** The fields that came with the last of them. */
let posted: ReturnType<typeof getPostedFields>
/** Every address that Next was asked for. */
const reached: string[] = []

let server: http.Server
let port = 0
/** The same pages, while a new release is made. */
let updatingServer: http.Server

beforeAll(async () => {
  const fixed = { initialRevalidateSeconds: false, compute: 'static' }
  write(
    '.next/prerender-manifest.json',
    JSON.stringify({
      routes: {
        '/en': fixed,
        '/en/live': fixed,
        '/en/record': fixed,
        '/en/fresh': { initialRevalidateSeconds: 60 },
        '/en/kit': fixed,
        '/es/missing': fixed,
        '/es/failed': fixed,
        '/_not-found': { ...fixed, initialStatus: 404 },
        '/_global-error': fixed,
      },
    }),
  )
  write(
    '.next/server/app/page_client-reference-manifest.js',
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/page"] = ${JSON.stringify(
      {
        clientModules: {
          '[project]/node_modules/next/dist/esm/client/components/layout-router.js': { id: 1 },
          '[project]/components/a.tsx': { id: 2 },
        },
      },
    )};\n`,
  )
  write('.next/server/app/en.html', page('Home'))
  write('.next/server/app/en/live.html', page('Live', 2))
  write('.next/server/app/en/record.html', page('Beside the record'))
  write('.next/server/app/en/fresh.html', page('Fresh'))
  write('.next/server/app/en/kit.body', JSON.stringify({ words }))
  write(
    '.next/server/app/en/kit.meta',
    JSON.stringify({ status: 200, headers: { 'content-type': 'application/json' } }),
  )
  write('.next/server/app/es/missing.html', page('No encontrada'))
  write('.next/server/app/es/failed.html', page('Algo falló'))
  write('.next/server/app/_not-found.html', page('Not found'))
  write('.next/server/app/_global-error.html', page('Error'))
  write('.next/static/a.css', `@font-face{src:url(/fonts/a.woff2)}${'p{margin:0}'.repeat(50)}`)
  write('public/lantern.js', `/* ${words} */`)
  write('public/a-worker.js', `/* ${words} */`)
  write('public/fonts/a.woff2', 'not really a font')
  write('public/api/evidence/v1/index.json', JSON.stringify({ words }))
  write('public/api/evidence/v1/findings.csv', `\ufeff${words}`)
  const report = await exportSite(nextFolder, path.join(folder, 'public'))
  expect(report.pages).toBe(5)
  expect(report.live).toEqual([{ route: '/en/live', why: 'it runs [project]/components/a.tsx' }])
  expect(report.left).toEqual([{ route: '/en/fresh', why: 'it changes' }])
  // A web server over the folder, with one policy for all pages, must not find a page that needs another.
  expect(fs.existsSync(path.join(nextFolder, 'lantern-site/en/live.html'))).toBe(false)
  const modules = new Map([
    ['1', '[project]/node_modules/next/dist/esm/client/components/layout-router.js'],
    ['2', '[project]/components/a.tsx'],
  ])
  const site = loadSite(nextFolder, true, hosts)
  const addresses = siteAddresses(
    [
      '/en',
      '/en/live',
      '/en/record',
      '/en/fresh',
      '/en/broken',
      '/en/away',
      '/es/broken',
      '/en/check-an-article',
      '/es/check-an-article',
      '/en/heart-failure/check',
      '/en/heart-failure/summary',
    ],
    ['/api/facts', '/api/gone'],
    Object.keys(readSiteList(nextFolder)?.assets ?? {}),
  )
  const updating = makeFront({ site, addresses, next: null, modules: null, trustsProxy: true })
  updatingServer = http.createServer(updating).listen(0, '127.0.0.1')
  server = http.createServer(
    makeFront({
      site,
      addresses,
      hosts,
      next: (request, response) => {
        reached.push(request.url ?? '')
        next(request, response)
      },
      modules,
      trustsProxy: true,
      contact: 'mailto:security@example.org',
    }),
  )
  // From here on everything comes from memory.
  fs.rmSync(nextFolder, { recursive: true, force: true })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  updatingServer.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

function ask(target: string, options: http.RequestOptions = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: target, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const unpack = ({ headers, body }: Answer) =>
  (headers['content-encoding'] === 'br'
    ? zlib.brotliDecompressSync(body)
    : headers['content-encoding'] === 'gzip'
      ? zlib.gunzipSync(body)
      : body
  ).toString('utf8')

const strict = "script-src 'self'; style-src 'self'"

describe('the front', () => {
  test.each(['br', 'gzip', 'identity'])(
    'a finished page comes as %s, the same words in each',
    async (encoding) => {
      const answer = await ask('/en', { headers: { 'accept-encoding': encoding } })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
      expect(answer.headers.vary).toBe('Accept-Encoding')
      expect(answer.headers['cache-control']).toBe('no-cache')
      const html = unpack(answer)
      expect(html).toContain(words)
      expect(html).not.toContain('__next_f')
      expect(html).toMatch(/src="\/assets\/lantern\.[\w-]+\.js"/)
    },
  )

  test('hashed files may be kept for a year, and the fonts in the styles are among them', async () => {
    const html = unpack(await ask('/en'))
    const css = /href="(\/assets\/a\.[\w-]+\.css)"/.exec(html)?.[1] ?? ''
    const answer = await ask(css)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const font = /url\((\/assets\/a\.[\w-]+\.woff2)\)/.exec(unpack(answer))?.[1] ?? ''
    expect((await ask(font)).headers['content-type']).toBe('font/woff2')
    expect((await ask('/lantern.js')).headers['cache-control']).toBe('no-cache')
  })

  test('a copy the browser has is answered with 304, and each encoding has its own tag', async () => {
    const first = await ask('/en', { headers: { 'accept-encoding': 'br' } })
    const etag = first.headers.etag ?? ''
    const again = await ask('/en', { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    const other = await ask('/en', { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } })
    expect(other.status).toBe(200)
  })

  test('HEAD has the headers of GET and no body; a range is answered with the whole', async () => {
    const get = await ask('/en', { headers: { 'accept-encoding': 'br' } })
    const head = await ask('/en', { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.body.length).toBe(0)
    for (const range of ['bytes=5-2', 'bytes=0-1', 'bytes=-1', 'x'])
      expect((await ask('/en', { headers: { range } })).status).toBe(200)
  })

  test('a query changes nothing, a name with .html or .br is no address', async () => {
    expect((await ask('/en?a=b')).status).toBe(200)
    for (const name of ['/en.html', '/en.html.br', '/lantern-site.json', '/../package.json'])
      expect((await ask(name)).status).toBe(404)
  })

  test.each(['/en/live', '/en/fresh'])(
    'an interactive page keeps the framework, and its policy names its scripts by hash: %s',
    async (address) => {
      const answer = await ask(address, { headers: { 'accept-encoding': 'br' } })
      expect(unpack(answer)).toContain('__next_f')
      expect(answer.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
      expect(answer.headers['content-security-policy']).not.toContain('unsafe')
      const head = await ask(address, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
      expect(head.headers['content-length']).toBe(answer.headers['content-length'])
    },
  )

  test('what the build made whole is never asked of Next: a page that keeps the framework, the reply of a handler', async () => {
    reached.length = 0
    const [live, kit] = await Promise.all([ask('/en/live?a=b'), ask('/en/kit')])
    expect([live.status, live.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect([kit.status, kit.headers['content-type'], JSON.parse(unpack(kit))]).toEqual([
      200,
      'application/json',
      { words },
    ])
    expect(reached).toEqual([])
  })

  test('a page asked for as it is by two hundred at once is unpacked, whole for each', async () => {
    const bodies = await Promise.all(Array.from({ length: 200 }, () => ask('/en/live')))
    expect(new Set(bodies.map(unpack)).size).toBe(1)
    expect(unpack(bodies[0] as Answer)).toMatch(/^<!DOCTYPE html>[^]*<\/html>$/)
  })

  test("a form's answer loses the framework and is asked for anew each time", async () => {
    const answer = await ask(
      '/en/heart-failure/check',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'a=b',
    )
    expect(answer.status).toBe(200)
    expect(unpack(answer)).not.toContain('__next_f')
    expect(answer.headers['cache-control']).toBe('private, no-cache')
    expect(answer.headers['content-security-policy']).toContain(strict)
  })

  test('the 404 page is ours, an error says nothing of its cause', async () => {
    for (const address of ['/en/nothing', '/api/nothing', '/_next/static/nothing.js']) {
      const answer = await ask(address)
      expect(answer.status).toBe(404)
      expect(unpack(answer)).toContain('<title>Not found</title>')
      expect(answer.headers['content-security-policy']).toContain(strict)
    }
    const broken = await ask('/en/broken')
    expect(broken.status).toBe(500)
    expect(unpack(broken)).not.toContain('stack trace')
    expect(unpack(broken)).toContain('Something went wrong on our side')
  })

  test('errors speak the language of the address, with the look of the site; their own addresses are no pages', async () => {
    const missing = await ask('/es/nothing')
    expect([missing.status, /<title>(.*?)</.exec(unpack(missing))?.[1]]).toEqual([404, 'No encontrada'])
    const broken = await ask('/es/broken')
    expect([broken.status, /<title>(.*?)</.exec(unpack(broken))?.[1]]).toEqual([500, 'Algo falló'])
    expect(unpack(broken)).toContain('rel="stylesheet"')
    expect(broken.headers['content-security-policy']).toContain(strict)
    for (const address of ['/es/missing', '/es/failed']) expect((await ask(address)).status).toBe(404)
  })

  test('what is not on the list never reaches Next, and is answered kindly and alike', async () => {
    reached.length = 0
    const unknown = ['/nothing', '/xx', '/500', '/_error', '/_next/image?url=/icon.svg&w=64&q=75', '/_next/data/x/en.json', '/en/heart-failure/check/answered', '/api/nothing', '/%E2%80%8B', '/v-nothing'] // prettier-ignore
    const bodies = await Promise.all(unknown.map(async (address) => unpack(await ask(address))))
    expect(new Set(bodies).size).toBe(2) // the page for 404, and where nothing but an unseen letter was asked for
    for (const address of ['/v%20%23shlink%3A%2FeyJ', '/m%E2%80%8B%231.a.b', '/p&1.abc']) await ask(address)
    const refused = await ask(
      '/en/nothing-here/check',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'a=b',
    )
    expect(refused.status).toBe(404)
    expect(reached).toEqual([])
  })

  test.each([
    ['/', '/en'],
    ['/en/', '/en'],
    ['/EN/Live).', '/en/live'],
    ['/live', '/en/live'],
    ['//en//live?z=1', '/en/live'],
    ['/en/changed/2026-11-21.DE7A76', '/en/changed/2026-11-21.de7a76'],
  ])('%s leads to %s, kept by nobody', async (address, to) => {
    const { status, headers } = await ask(address)
    expect([status, headers.location, headers['cache-control']]).toEqual([307, to, 'no-store'])
  })

  test('what stands behind the ? reaches no page', async () => {
    reached.length = 0
    await ask('/en/fresh?_rsc=1&next=//evil.example')
    await ask('/api/facts?a=b')
    expect(reached).toEqual(['/en/fresh', '/api/facts'])
  })

  test('while the database is away: 503 and when to come back, and a form that says what was written is kept', async () => {
    const page = await ask('/en/away')
    expect([page.status, page.headers['retry-after']]).toEqual([503, '30'])
    expect(unpack(page)).not.toContain('stack trace')
    const form = await ask(
      '/en/heart-failure/summary',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'own=x',
    )
    expect([form.status, form.headers['retry-after'], form.headers['cache-control']]).toEqual([
      503,
      '30',
      'no-store',
    ])
    expect(unpack(form)).toContain('what you wrote is still there')
    expect(form.headers['content-security-policy']).toContain(strict)
  })

  const article = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }

  test('what is shared to an installed Lantern goes to the page of the check as one field, and to no address', async () => {
    reached.length = 0
    const answer = await ask('/en/check-an-article/shared', article, 'title=A+cure%3F&text=Cells&url=')
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    expect(reached).toEqual(['/en/check-an-article/answered'])
    expect(posted).toEqual([['shared', 'A cure?\n\nCells']])
    // From a page of another site nothing is taken, and of a language that is not here nothing is known.
    const foreign = { ...article, headers: { ...article.headers, 'sec-fetch-site': 'cross-site' } }
    expect((await ask('/en/check-an-article/shared', foreign, 'text=a')).status).toBe(403)
    expect((await ask('/xx/check-an-article/shared', article, 'text=a')).status).toBe(404)
    expect(await ask('/en/check-an-article/shared')).toMatchObject({
      status: 307,
      headers: { location: '/en/check-an-article' },
    })
  })

  test.each(['br', 'gzip', 'identity'])(
    'a report that was made in a thread stands whole in the page of Next, as %s',
    async (encoding) => {
      const headers = { ...article.headers, 'accept-encoding': encoding }
      for (let turn = 0; turn < 2; turn += 1) {
        const answer = await ask('/en/check-an-article', { ...article, headers }, 'text=cure')
        expect(answer.status).toBe(200)
        expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
        expect(answer.headers['content-security-policy']).toContain(strict)
        const html = unpack(answer)
        expect(html.split(report)).toHaveLength(2)
        expect(html).toContain(`<div data-insert="">${report}</div>`)
        expect(html).toContain(words)
        expect(html).not.toContain('__next_f')
      }
    },
  )

  test('a page without a place for the report is no answer: the line ends, and nothing is shown as if it were whole', async () => {
    await expect(ask('/es/check-an-article', article, 'text=cure')).rejects.toThrow()
  })

  test('whom to tell about a weakness stands where RFC 9116 wants it', async () => {
    const text = unpack(await ask('/.well-known/security.txt'))
    expect(text).toMatch(/^Contact: mailto:security@example\.org\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z\n/)
  })

  test('data passes through untouched', async () => {
    expect(unpack(await ask('/api/facts'))).toBe('{"a":1}')
  })

  test('what the client router of Next would ask for is asked by nobody, and never reaches Next', async () => {
    const asked = { headers: { rsc: '1', 'next-router-state-tree': '%5B%22' } }
    expect(unpack(await ask('/en', asked))).toBe(unpack(await ask('/en')))
    expect((await ask('/en/nothing', asked)).status).toBe(404)
    for (const address of ['/en/live.rsc', '/api/facts.rsc', '/en/live%2Ersc'])
      expect((await ask(address)).status, address).toBe(404)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'POST'])(
    '%s on a page is refused with 405',
    async (method) => {
      const answer = await ask('/en', { method })
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
    },
  )

  test("a form sent to a page that takes none is answered in the page's language, never with a white page", async () => {
    for (const [address, words] of [
      ['/en/nothing', translator('en')('refused.404')],
      ['/es/nothing', translator('es')('refused.404')],
    ] as const) {
      const answer = await ask(address, { method: 'POST' }, 'a=b')
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
      expect(unpack(answer)).toContain(words)
    }
  })

  test('open data may be read from any site, in every encoding, with a strong tag and 304; nothing else may', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding, origin: 'https://elsewhere.example' }
      const answer = await ask('/api/evidence/v1', { headers })
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ])
      expect(JSON.parse(unpack(answer))).toEqual({ words })
      expect(answer.headers.etag).toMatch(/^"[\w-]+"$/)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-expose-headers']).toBe('ETag')
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      const again = await ask('/api/evidence/v1', {
        headers: { ...headers, 'if-none-match': answer.headers.etag ?? '' },
      })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect(again.headers['access-control-allow-origin']).toBe('*')
    }
    const csv = await ask('/api/evidence/v1/findings.csv')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect([...csv.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    for (const target of ['/en', '/api/facts', '/api/nothing', '/lantern.js', '/api/evidences'])
      expect((await ask(target)).headers['access-control-allow-origin'], target).toBeUndefined()
  })

  test('only the page beside a record may be framed and ask others, and only by the list', async () => {
    const [own, other] = [await ask('/en/record'), await ask('/en')]
    const policy = String(own.headers['content-security-policy'])
    expect(policy).toContain("connect-src 'self' https://fhir.example.org;")
    expect(policy).toContain('frame-ancestors https://ehr.example.org;')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(own.headers['x-frame-options'], 'it knows no list').toBeUndefined()
    // What a record hands over stands behind the `?`, and goes no further.
    const launched = await ask('/en/record?iss=https%3A%2F%2Ffhir.example.org&launch=secret-handle')
    expect(unpack(launched)).toBe(unpack(own))
    expect(reached.filter((address) => address.includes('secret-handle'))).toEqual([])
    expect(other.headers['content-security-policy']).toBe(strictPolicy)
    expect(other.headers['x-frame-options']).toBe('DENY')
    for (const address of ['/en/record/x', '/en/no-record', '/en/records']) {
      const { status, headers } = await ask(address)
      expect([status, headers['content-security-policy']], address).toEqual([404, strictPolicy])
    }
  })

  test('below the open data a wrong name or method gets JSON that leads to the index, and Next is not asked', async () => {
    reached.length = 0
    const wrong = [
      '/api/evidence/v2',
      '/api/evidence/v1/no?x=1',
      '/api/evidence/v1/..%2f..%2fx',
      '/api/evidence/%',
    ]
    for (const target of wrong) {
      const answer = await ask(target)
      expect(answer.headers['access-control-allow-origin'], target).toBe('*')
      expect([answer.status, JSON.parse(unpack(answer))], target).toEqual([
        404,
        {
          code: 'not-found',
          message: 'There is no such file. The index lists all there are.',
          index: '/api/evidence/v1',
          openapi: '/api/evidence/v1/openapi.json',
        },
      ])
    }
    const moved = await ask('/API/evidence/v1/')
    expect([moved.status, moved.headers.location]).toEqual([307, '/api/evidence/v1'])
    const posted = await ask('/api/evidence/v1', { method: 'POST' }, 'a=b')
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(JSON.parse(unpack(posted))).toMatchObject({ code: 'method-not-allowed' })
    const before = await ask('/api/evidence/v1/no', { method: 'OPTIONS' })
    expect([before.status, before.headers['access-control-allow-headers']]).toEqual([204, 'If-None-Match'])
    expect(reached).toEqual([])
  })

  test('an address that cannot be read is refused with 400', async () => {
    for (const address of ['/%E0%A4%A', '/%', '/en%00', 'http://example.org/en', '*'])
      expect((await ask(address)).status, address).toBe(400)
  })

  test('every answer carries the headers; HSTS only when the person came over TLS', async () => {
    const targets = ['/en', '/en/live', '/en/nothing', '/en/broken', '/api/nothing', '/%', '/a-worker.js']
    for (const target of targets) {
      const { headers } = await ask(target)
      expect(headers['x-content-type-options'], target).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['strict-transport-security']).toBeUndefined()
      const behind = await ask(target, { headers: { 'x-forwarded-proto': 'https' } })
      expect(behind.headers['strict-transport-security'], target).toBe('max-age=63072000')
    }
  })

  test('a style, a font, a script that is no worker or a reply with data carries what governs it and no more', async () => {
    for (const target of ['/fonts/a.woff2', '/lantern.js', '/api/facts']) {
      const { headers } = await ask(target)
      expect(headers['x-content-type-options'], target).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers['permissions-policy']).toBeUndefined()
    }
    const behind = await ask('/api/facts', { headers: { 'x-forwarded-proto': 'https' } })
    expect(behind.headers['strict-transport-security']).toBe('max-age=63072000')
  })
})

describe('while a new release is made', () => {
  const askThen = (target: string, options: http.RequestOptions = {}, body = '') =>
    ask(target, { ...options, port: (updatingServer.address() as AddressInfo).port }, body)

  test('finished pages, addresses as people type them and the page for wrong ones stay', async () => {
    expect((await askThen('/en')).status).toBe(200)
    expect((await askThen('/EN.')).headers.location).toBe('/en')
    expect((await askThen('/')).headers.location).toBe('/en')
    expect((await askThen('/en/no-such')).status).toBe(404)
  })

  test('whoever asks for more is told when to come back: people with a page, programs with JSON', async () => {
    const before = reached.length
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const word = 'saltmarsh'
    for (const answer of [
      await askThen('/en/fresh'),
      await askThen('/en/heart-failure/summary', form, `own=${word}`),
      await askThen('/en/check-an-article', form, `text=${word}`),
    ]) {
      expect(answer.status).toBe(503)
      expect(answer.headers['retry-after']).toBe('30')
      expect(answer.headers['content-type']).toMatch(/^text\/html/)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.body.toString()).toContain('being brought up to date')
      expect(answer.body.toString()).toContain('it is still there')
      expect(answer.body.toString()).not.toContain(word)
    }
    const data = await askThen('/api/facts')
    expect([data.status, JSON.parse(data.body.toString())]).toEqual([
      503,
      { status: 'not ready', why: 'updating' },
    ])
    expect(reached.length).toBe(before)
  })
})

test('before the first pages are made a browser gets a page, and whoever asks if it lives gets yes', async () => {
  const first = await listen('127.0.0.1', 0)
  const on = { port: (first.server.address() as AddressInfo).port }
  const page = await ask('/en/heart-failure', on)
  expect(page.status).toBe(503)
  expect(page.headers['content-type']).toMatch(/^text\/html/)
  expect(page.body.toString()).toContain('Lantern is getting ready')
  expect((await ask('/api/health/ready', on)).body.toString()).toBe('{"status":"not ready","why":"starting"}')
  expect((await ask('/api/health/live', on)).status).toBe(200)
  await first.close(100)
})
