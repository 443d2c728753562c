/**
 * What a reading page costs over the line: `npm run bench:transfer`. A headless Chromium counts bytes as they come
 * (headers included) and requests, for a first visit with an empty cache and for the page as the next one after the
 * start page, beside the same build under plain `next start`.
 * `saved` is the same page after the condition's first page has been read and its pages were saved for offline
 * reading, which costs once what is printed at the end.
 * Leaves with 1 when a reading page is over 60 KiB on the first visit or 15 KiB as the next page, or loads framework
 * script. LANTERN_BENCH_ALL=1 measures every source page too.
 */
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { startLantern, startPlainNext, type Running } from '@/tests/bench/running'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'
import { asSavedList } from '@/lib/journey/saved-pages'
import { readSiteList } from '@/lib/server/build/export-site'
import { byCondition } from '@/lib/server/build/saved-lists'

const FIRST_KIB = 60
const NEXT_KIB = 15
const START_PAGE = '/en'

type Cost = { bytes: number; requests: number; frameworkBytes: number }

/** Loads a page in a context and counts what came over the line until it was quiet. */
async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const cost: Cost = { bytes: 0, requests: 0, frameworkBytes: 0 }
  const frameworkIds = new Set<string>()
  const cached = new Set<string>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type === 'Script' && new URL(request.url).pathname.startsWith('/_next/')) frameworkIds.add(requestId)
  })
  devtools.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) cached.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId) || encodedDataLength === 0) return
    cost.requests += 1
    cost.bytes += encodedDataLength
    if (frameworkIds.has(requestId)) cost.frameworkBytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await page.close()
  return cost
}

/** Bytes of every file that a list for offline reading names, packed as the browser gets them. */
function bytesSaved(folder: string, listFile: string): number {
  const list = asSavedList(JSON.parse(fs.readFileSync(path.join(folder, listFile), 'utf8')))
  const files = readSiteList(path.resolve('.next'))
  if (!list || !files) return 0
  return [...Object.keys(list.pages), ...Object.keys(list.files)].reduce((sum, address) => {
    const file = files.pages[address] ?? files.assets[address]
    if (!file) return sum
    return sum + fs.statSync(path.join(folder, file.isCompressed ? `${file.file}.br` : file.file)).size
  }, 0)
}

type Line = { url: string; bytes: () => number; close: () => void }

/** A line to Lantern that counts what comes over it: what a service worker asks for is hidden from the page's tools. */
async function countedLine(url: string): Promise<Line> {
  let bytes = 0
  const server = net.createServer((near) => {
    const far = net.connect(Number(new URL(url).port), '127.0.0.1')
    far.on('data', (chunk: Buffer) => (bytes += chunk.length))
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => [near, far].forEach((other) => other.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    close: () => server.close(),
  }
}

/** Bytes over the line for one page of someone who has it saved. */
async function bytesOfSaved(context: BrowserContext, line: Line, route: string): Promise<number> {
  const before = line.bytes()
  const page = await context.newPage()
  await page.goto(`${line.url}${route}`, { waitUntil: 'networkidle' })
  await page.close()
  return line.bytes() - before
}

/** The context of someone who has read a condition's first page and stayed until its pages were saved. */
async function readerOf(browser: Browser, base: string, condition: string): Promise<BrowserContext> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${base}/${condition}`)
  await page.locator('html[data-pages]').waitFor({ state: 'attached', timeout: 120_000 })
  await page.close()
  return context
}

async function measure(browser: Browser, base: string, route: string): Promise<{ first: Cost; next: Cost }> {
  const fresh = await browser.newContext()
  const first = await costOf(fresh, `${base}${route}`)
  await fresh.close()
  const used = await browser.newContext()
  await costOf(used, `${base}${route === START_PAGE ? `${START_PAGE}/about` : START_PAGE}`)
  const next = await costOf(used, `${base}${route}`)
  await used.close()
  return { first, next }
}

const kib = (bytes: number) => (bytes / 1024).toFixed(1)
const running: Running[] = []
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
try {
  const lantern = await startLantern()
  running.push(lantern)
  const plain = await startPlainNext(START_PAGE)
  running.push(plain)
  const routes = Object.keys(readSiteList(path.resolve('.next'))?.pages ?? {})
  const firstSource = routes.find((route) => route.includes('/sources/'))
  const measured = routes.filter(
    (route) => process.env.LANTERN_BENCH_ALL || !route.includes('/sources/') || route === firstSource,
  )

  console.log(
    'KiB over the line (requests), headers included; brotli; next = with the start page visited before',
  )
  console.log(
    `${'page'.padEnd(48)} ${'first'.padStart(11)} ${'next'.padStart(11)} ${'saved'.padStart(7)} ${'framework'.padStart(10)}   next start: first (of which script)  ratio`,
  )
  const line = await countedLine(lantern.url)
  const readers = new Map<string, BrowserContext>()
  for (const condition of byCondition(routes).own.keys())
    readers.set(condition, await readerOf(browser, line.url, condition))
  const over: string[] = []
  let worst = 0
  for (const route of measured) {
    const ours = await measure(browser, lantern.url, route)
    const theirs = await costOf(await browser.newContext(), `${plain.url}${route}`)
    const { first, next } = ours
    const [, condition] = /^\/([^/]+\/[^/]+)/.exec(route) ?? []
    const reader = readers.get(condition ?? '')
    const saved = reader && (await bytesOfSaved(reader, line, route))
    const framework = first.frameworkBytes + next.frameworkBytes
    const isOver = first.bytes > FIRST_KIB * 1024 || next.bytes > NEXT_KIB * 1024 || framework > 0
    if (isOver) over.push(route)
    worst = Math.max(worst, first.bytes)
    console.log(
      `${route.slice(0, 48).padEnd(48)} ` +
        `${`${kib(first.bytes)} (${first.requests})`.padStart(11)} ${`${kib(next.bytes)} (${next.requests})`.padStart(11)} ` +
        `${(saved === undefined ? '' : kib(saved)).padStart(7)} ` +
        `${kib(framework).padStart(10)}   ${`${kib(theirs.bytes)} (${kib(theirs.frameworkBytes)})`.padStart(22)} ` +
        `${(first.bytes / theirs.bytes).toFixed(2).padStart(18)}${isOver ? '  over' : ''}`,
    )
  }
  console.log(`${measured.length} pages; the heaviest first visit is ${kib(worst)} KiB`)
  line.close()
  const site = path.resolve('.next/lantern-site')
  for (const file of fs
    .readdirSync(path.join(site, 'assets'))
    .filter((name) => /^saved-.*\.json$/.test(name)))
    console.log(
      `saved once for offline reading, in the background: ${kib(bytesSaved(site, `assets/${file}`))} KiB (${file})`,
    )
  if (over.length > 0) {
    console.log(`Over ${FIRST_KIB} KiB first or ${NEXT_KIB} KiB next: ${over.length} pages`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  for (const { stop } of running) await stop()
}
