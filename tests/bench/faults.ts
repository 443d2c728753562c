/**
 * What people notice when something breaks: `npm run bench:faults`. While a browser walks the whole journey (seven
 * steps, answers, the summary as a PDF file, a share), pages are read and shares are made beside it, and one thing
 * after the other fails. Prints one line a fault, and leaves with 1 when an acknowledged share is lost, when a page
 * failed although the web server was there, or when it did not come back by itself.
 *
 * With DATABASE_URL also a slow and an absent PostgreSQL server (databases of its own, removed afterwards); as root on
 * Linux also a full disk (a small tmpfs). LANTERN_BENCH_FAULTS=<part of a name> runs only those.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { stepHref, steps } from '@/lib/journey/steps'
import { root } from '@/lib/server/process/child'
import { readSiteList } from '@/lib/server/build/export-site'
import { CreatedShare } from '@/lib/sharing/schema'
import { openSlowLine } from '@/tests/bench/slow-line'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'
import { writeSiteMap } from '@/tests/e2e/make-site-map'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady, withoutLimits, type Launched } from '@/tests/launcher'
import { makeOwnDatabase } from '@/tests/own-database'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

writeSiteMap() // before the steps, which read it when they are imported
const { siteMap } = await import('@/tests/e2e/site-map')
const { checkMyself, open, press, sayWhatMatters, somethingToSay } = await import('@/tests/e2e/steps')
const { t } = await import('@/tests/e2e/words')

/** What a fault is done to. */
type Server = { url: string; data: string; launched: Launched; start: () => Promise<void> }
type Fault = {
  name: string
  /** Whether the web server itself is away for a while: then pages may fail, too. */
  takesServer?: true
  /** Nothing fails at all: every journey and every file must come whole. */
  isCalm?: true
  /** Makes the fault and waits while it lasts; resolves when nothing is broken from outside any more. */
  happen: (server: Server) => Promise<void>
}
type Seen = {
  pages: [good: number, asked: number]
  journeys: [good: number, begun: number]
  pdfs: [good: number, asked: number]
  shares: [kept: number, acknowledged: number, asked: number]
  /** Seconds from the end of the fault to the first share that was taken; null: never within a minute. */
  backAfter: number | null
  firstTrouble: string
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
const [condition] = siteMap.conditions
if (!condition) throw new Error('there is no condition')
const given = somethingToSay(condition)

/** The journey by hand: every step opened, answers given, the summary with them, a PDF file, a link to share. */
async function walk(url: string, seen: Seen, isOver: () => boolean): Promise<string | null> {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' })
  context.setDefaultTimeout(20_000)
  try {
    const page = await context.newPage()
    const show = async (address: string) => {
      seen.pages[1] += 1
      const status = await open(page, address).catch(() => 0)
      if (status !== 200) throw new Error(`${address}: ${status}`)
      seen.pages[0] += 1
    }
    for (const { id } of steps) {
      await show(stepHref('en', given.condition.id, id))
      if (id === 'matters') await sayWhatMatters(page, given)
      if (id === 'check') await checkMyself(page, given)
    }
    await page.getByText(given.own).first().waitFor()
    seen.pdfs[1] += 1
    const file = await context.request.post('/api/summary/pdf', {
      form: { locale: 'en', condition: given.condition.id, sheet: 'a4', own: given.own },
    })
    const isPdf = file.status() === 200 && (await file.body()).subarray(0, 5).toString() === '%PDF-'
    if (isPdf) seen.pdfs[0] += 1
    else seen.firstTrouble ||= `PDF: ${file.status()}`
    await page.getByRole('link', { name: t('sharing.open') }).click()
    await press(page, t('sharing.sendPlain'))
    // The browser keeps a locked summary that could not be sent: pressed again, it goes when the server is back.
    const link = page.getByLabel(t('sharing.address')).first()
    const again = page.getByRole('button', { name: t('sharing.again') }).first()
    for (const end = Date.now() + 60_000; !(await link.isVisible()); await sleep(250)) {
      if (await again.isVisible()) await again.click()
      if (Date.now() > end) throw new Error('no link to share within a minute')
    }
    return await link.inputValue()
  } catch (error) {
    if (!isOver()) seen.firstTrouble ||= error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return null
  } finally {
    await context.close()
  }
}

async function watch(server: Server, fault: Fault): Promise<Seen> {
  const seen: Seen = {
    pages: [0, 0],
    journeys: [0, 0],
    pdfs: [0, 0],
    shares: [0, 0, 0],
    backAfter: null,
    firstTrouble: '',
  }
  const kept = new Map<string, string>()
  let isOver = false
  const reading = async () => {
    const routes = Object.keys(readSiteList(path.join(root, '.next'))?.pages ?? {})
    for (let at = 0; !isOver; at += 1, await sleep(20)) {
      const route = routes[at % routes.length] ?? '/en'
      seen.pages[1] += 1
      const response = await fetch(`${server.url}${route}`).catch(() => null)
      if (response?.status === 200 && (await response.text().catch(() => '')).includes('</html>'))
        seen.pages[0] += 1
      else seen.firstTrouble ||= `${route}: ${response?.status ?? 'no answer'}`
    }
  }
  /** One share, acknowledged or not; an answer that does not come counts as none after ten seconds. */
  const share = async (): Promise<boolean> => {
    const jwe = await encryptedFile()
    seen.shares[2] += 1
    const body = { jwe, manageHash: newManage().manageHash, days: 1 }
    const sent = postJson(`${server.url}/api/shares`, body).then(async (response) =>
      response.status === 201 ? CreatedShare.parse(await response.json()).id : null,
    )
    const id = await Promise.race([sent, sleep(10_000, null)]).catch(() => null)
    if (id === null) return false
    kept.set(id, jwe)
    seen.shares[1] += 1
    return true
  }
  let endedAt = 0
  const sharing = async () => {
    while (!isOver) {
      const isTaken = await share()
      if (isTaken && endedAt > 0) seen.backAfter ??= (performance.now() - endedAt) / 1000
      await sleep(50)
    }
  }
  const walking = async () => {
    while (!isOver) {
      seen.journeys[1] += 1
      const link = await walk(server.url, seen, () => isOver)
      if (link) seen.journeys[0] += 1
      else await sleep(200)
    }
  }
  const all = Promise.all([reading(), sharing(), walking()])
  await sleep(3_000)
  await fault.happen(server)
  endedAt = performance.now()
  while (seen.backAfter === null && performance.now() - endedAt < 60_000) await sleep(50)
  await sleep(3_000)
  isOver = true
  await all
  for (const [id, jwe] of kept) {
    const text = await fetch(`${server.url}/api/shares/${id}`).then((response) => response.text())
    if (text === jwe) seen.shares[0] += 1
  }
  return seen
}

async function serverOn(env: Record<string, string>, data: string): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const all = { PORT: String(port), HOST: '127.0.0.1', LANTERN_DATA: data, ...withoutLimits, ...env }
  const server: Server = {
    url,
    data,
    launched: launch(all),
    start: async () => {
      server.launched = launch(all)
      await untilReady(server.launched, url, 120_000)
    },
  }
  await untilReady(server.launched, url, 600_000)
  return server
}

const embedded: Fault[] = [
  { name: 'nothing broken', isCalm: true, happen: () => sleep(10_000) },
  {
    name: 'database killed, three times',
    happen: async ({ data }) => {
      for (let round = 0; round < 3; round += 1) {
        if (round > 0) await sleep(6_000)
        const lock = fs.readFileSync(path.join(data, 'lock'), 'utf8')
        process.kill(Number(/\d+/.exec(lock)?.[0]), 'SIGKILL')
      }
    },
  },
  {
    name: 'Lantern killed and started again',
    takesServer: true,
    happen: async (server) => {
      server.launched.child.kill('SIGKILL')
      await server.launched.ended
      // The database process notices within a second that it is alone.
      while (fs.existsSync(path.join(server.data, 'lock'))) await sleep(50)
      await server.start()
    },
  },
  {
    name: 'registers answer 500 to the watch',
    happen: async ({ data }) => {
      let asked = 0
      const register = http.createServer((_, response) => {
        asked += 1
        response.writeHead(500).end()
      })
      const port = await freePort()
      await new Promise<void>((resolve) => register.listen(port, '127.0.0.1', resolve))
      const env = { ...process.env, LANTERN_DATA: data, DATABASE_URL: '' }
      const stub = { ...env, LANTERN_WATCH_STUB: `http://127.0.0.1:${port}` }
      const args = ['--import', 'tsx', 'lib/commands/watch-evidence.ts', '--only', 'crossref,trials-register']
      const child = spawn(process.execPath, args, { cwd: root, env: stub, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('close', resolve))
      await Promise.race([ended, sleep(20_000)]) // past the first rest that the watch gives a failing place
      child.kill('SIGTERM')
      await ended
      register.closeAllConnections()
      register.close()
      if (asked === 0) throw new Error('the watch never asked')
    },
  },
]

/** As root on Linux: the data folder on a disk of 400 MB, filled to the last byte and emptied again. */
const diskFull: Fault = {
  name: 'disk full for 10 s',
  happen: async ({ data }) => {
    const filler = path.join(data, 'filler')
    const file = fs.openSync(filler, 'w')
    const block = Buffer.alloc(65_536)
    for (let size = block.length; size >= 512;) {
      try {
        fs.writeSync(file, block, 0, size)
      } catch {
        size /= 2
      }
    }
    fs.closeSync(file)
    await sleep(10_000)
    fs.rmSync(filler)
  },
}

const rows: { name: string; seen: Seen; isGood: boolean }[] = []
const skipped: string[] = []
const only = process.env.LANTERN_BENCH_FAULTS ?? ''

async function run(server: Server, faults: readonly Fault[]): Promise<void> {
  try {
    for (const fault of faults.filter(({ name }) => name.includes(only))) {
      console.log(`… ${fault.name}`)
      const seen = await watch(server, fault)
      const isGood =
        seen.backAfter !== null &&
        seen.shares[0] === seen.shares[1] &&
        (fault.takesServer === true || seen.pages[0] === seen.pages[1]) &&
        (fault.isCalm !== true || [seen.journeys, seen.pdfs].every(([good, all]) => all > 0 && good === all))
      rows.push({ name: fault.name, seen, isGood })
    }
  } finally {
    server.launched.child.kill('SIGTERM')
    await server.launched.ended
  }
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-faults-'))
const isWanted = (name: string) => name.includes(only)
try {
  if (embedded.some(({ name }) => isWanted(name)))
    await run(await serverOn({ DATABASE_URL: '' }, path.join(work, 'embedded')), embedded)

  if (isWanted(diskFull.name)) {
    const disk = path.join(work, 'disk')
    fs.mkdirSync(disk)
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0
    if (isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]).status === 0) {
      try {
        await run(await serverOn({ DATABASE_URL: '' }, path.join(disk, 'data')), [diskFull])
      } finally {
        spawnSync('umount', [disk])
      }
    } else skipped.push(`${diskFull.name}: needs root and mount`)
  }

  const given = process.env.DATABASE_URL
  if (given) {
    const database = await makeOwnDatabase(given)
    const line = await openSlowLine(database.url)
    const during = (name: string, make: () => void, seconds: number): Fault => ({
      name,
      happen: async () => {
        make()
        await sleep(seconds * 1000)
        line.restore()
      },
    })
    const faults = [
      during('PostgreSQL 300 ms slower for 15 s', () => line.slow(300), 15),
      during('PostgreSQL 5 s slower for 20 s', () => line.slow(5_000), 20),
      during('PostgreSQL silent for 15 s', () => line.slow(Infinity), 15),
      during('PostgreSQL away for 15 s', () => line.cut(), 15),
    ]
    try {
      if (faults.some(({ name }) => isWanted(name)))
        await run(await serverOn({ DATABASE_URL: line.url }, path.join(work, 'server')), faults)
    } finally {
      line.close()
      await database.remove()
    }
  } else skipped.push('slow and absent PostgreSQL: need DATABASE_URL')
} finally {
  await browser.close()
  fs.rmSync(work, { recursive: true, force: true })
}

const cells = (values: readonly (string | number)[]) =>
  values.map((value, at) => (at === 0 ? String(value).padEnd(36) : String(value).padStart(13))).join('')
console.log(
  `\n${cells(['fault', 'pages 200', 'journeys', 'PDF files', 'shares taken', 'lost', 'back after'])}`,
)
for (const { name, seen, isGood } of rows) {
  const of = ([good, all]: readonly number[]) => `${good}/${all}`
  const back = seen.backAfter === null ? 'never' : `${seen.backAfter.toFixed(1)} s`
  const [kept, acknowledged, asked] = seen.shares
  const taken = `${acknowledged}/${asked}`
  const lost = acknowledged - kept
  console.log(
    `${cells([name, of(seen.pages), of(seen.journeys), of(seen.pdfs), taken, lost, back])}${isGood ? '' : '  WRONG'}` +
      (seen.firstTrouble ? `   first: ${seen.firstTrouble}` : ''),
  )
}
for (const why of skipped) console.log(`Skipped: ${why}`)
process.exitCode = rows.every(({ isGood }) => isGood) ? 0 : 1
