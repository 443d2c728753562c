/**
 * What a reading page costs over the line: `npm run bench:transfer`. A headless Chromium counts bytes as they come
 * (headers included) and requests, for a first visit with an empty cache and for the page as the next one after the
 * start page, beside the same build under plain `next start`.
 * Leaves with 1 when a reading page is over 60 KiB on the first visit or 15 KiB as the next page, or loads framework
 * script. LANTERN_BENCH_ALL=1 measures every source page too.
 */
import path from 'node:path'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { startLantern, startPlainNext, type Running } from '@/tests/bench/running'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'
import { readSiteList } from '@/lib/launch/export-site'

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
    `${'page'.padEnd(48)} ${'first'.padStart(11)} ${'next'.padStart(11)} ${'framework'.padStart(10)}   next start: first (of which script)  ratio`,
  )
  const over: string[] = []
  let worst = 0
  for (const route of measured) {
    const ours = await measure(browser, lantern.url, route)
    const theirs = await costOf(await browser.newContext(), `${plain.url}${route}`)
    const { first, next } = ours
    const framework = first.frameworkBytes + next.frameworkBytes
    const isOver = first.bytes > FIRST_KIB * 1024 || next.bytes > NEXT_KIB * 1024 || framework > 0
    if (isOver) over.push(route)
    worst = Math.max(worst, first.bytes)
    console.log(
      `${route.slice(0, 48).padEnd(48)} ` +
        `${`${kib(first.bytes)} (${first.requests})`.padStart(11)} ${`${kib(next.bytes)} (${next.requests})`.padStart(11)} ` +
        `${kib(framework).padStart(10)}   ${`${kib(theirs.bytes)} (${kib(theirs.frameworkBytes)})`.padStart(22)} ` +
        `${(first.bytes / theirs.bytes).toFixed(2).padStart(18)}${isOver ? '  over' : ''}`,
    )
  }
  console.log(`${measured.length} pages; the heaviest first visit is ${kib(worst)} KiB`)
  if (over.length > 0) {
    console.log(`Over ${FIRST_KIB} KiB first or ${NEXT_KIB} KiB next: ${over.length} pages`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  for (const { stop } of running) await stop()
}
