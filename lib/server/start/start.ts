/**
 * `npm start`: database → migrations → content → pages → web server, in one process that cleans up after itself.
 * `--dev` serves with hot reload instead of built pages; `--build-only` and `--seed-only` stop after that step.
 * The web server is this process and the database its child: killing this one leaves nothing behind.
 */
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { startEmbedded, type EmbeddedDatabase } from '@/lib/server/database/embedded'
import { faultOfFolder, makeUsable } from '@/lib/server/database/usable-folder'
import { within } from '@/lib/db/within'
import { generateClient } from '@/lib/server/database/generate'
import { migrateUrl } from '@/lib/server/database/migrate'
import { parseEnv, type Env } from '@/lib/env'
import {
  buildPages,
  exportPages,
  findBuild,
  hashSources,
  hasExport,
  readModules,
  readStamp,
  reasonToBuild,
  type BuildStamp,
} from '@/lib/server/build/build'
import { root } from '@/lib/server/process/child'
import { explainStop, StopError } from '@/lib/server/process/stop-error'
import { leaveAddress, removeAddress } from '@/lib/server/start/database-address'
import { stopWithNpm } from '@/lib/server/process/stop-with-npm'
import { readAddresses } from '@/lib/server/front/addresses'
import { closeConsole } from '@/lib/server/process/close-console'
import { readSiteList } from '@/lib/server/build/export-site'
import { withFormPosts } from '@/lib/server/front/form-posts'
import { makeFront } from '@/lib/server/front/front-of-site'
import { hashProgram } from '@/lib/server/build/made-files'
import { makeEvidence } from '@/lib/server/build/make-evidence'
import { makeHandouts } from '@/lib/server/build/make-handouts'
import { makeLimits } from '@/lib/server/front/limits'
import { makeAssets } from '@/lib/server/build/make-assets'
import { makeMetrics } from '@/lib/server/front/metrics'
import { missingContact } from '@/lib/server/front/security-text'
import { openPool } from '@/lib/server/start/pool'
import { runSeed } from '@/lib/server/start/seed-in-child'
import { addressOf, listen, type FrontServer, type Handler } from '@/lib/server/front/serve'
import { loadSite } from '@/lib/server/front/site'
import { startSweep } from '@/lib/server/front/sweep'
import { warm } from '@/lib/server/front/warm'
import { log } from '@/lib/log'
import { readClinicKeys } from '@/lib/packets/clinic-keys'
import { hostsOf } from '@/lib/record/read-records'
import { recordsAtStart } from '@/lib/server/start/check-records'
import {
  checkOptions,
  clinicsAtStart,
  writeLogos,
  type ClinicsAtStart,
} from '@/lib/server/start/check-clinics'

const isDev = process.argv.includes('--dev')
const isBuildOnly = process.argv.includes('--build-only')
const isSeedOnly = process.argv.includes('--seed-only')

const startedAt = performance.now()
// As they are now: the console is closed before strangers are served.
const [print, complain] = [console.log, console.error]
const say = (line: string) =>
  print(`[${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`)
const detail = (line: string) => say(`      ${line}`)

const steps = isSeedOnly ? 3 : isDev || isBuildOnly ? 4 : 5
let step = 0
const nextStep = (what: string) => say(`${(step += 1)}/${steps} ${what}`)

let front: FrontServer | null = null
let embedded: EmbeddedDatabase | null = null
let dataFolder: string | null = null
let closeNext: (() => Promise<void>) | null = null
let closePool: (() => Promise<void>) | null = null
let isStopping = false

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  // Five seconds in all. What is cut was not answered, and so not promised; the database survives being cut, too.
  setTimeout(() => process.exit(exitCode), 4_500).unref()
  // A thread of its own: a page or a file under way may hold this one, and with it every timer.
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5_000)`, {
    eval: true,
    execArgv: [],
  }).unref()
  await front?.close(3_000)
  await within(300, Promise.all([closeNext?.(), closePool?.()])).catch(() => {})
  if (dataFolder) removeAddress(dataFolder)
  await embedded?.stop()
  process.exit(exitCode)
}

async function openDatabase(env: Env): Promise<string> {
  if (env.DATABASE_URL) {
    nextStep('Using the PostgreSQL server of DATABASE_URL')
    return env.DATABASE_URL
  }
  const isNew = !fs.existsSync(path.join(env.LANTERN_DATA, 'db'))
  nextStep(
    isNew
      ? `Making a database in ${env.LANTERN_DATA} (a few seconds, the first time only)`
      : `Opening the database in ${env.LANTERN_DATA}`,
  )
  embedded = await startEmbedded({
    dataFolder: env.LANTERN_DATA,
    onLost: (exitCode) => log('error', 'database.lost', { exitCode }),
    onRestarted: (attempt) => log('info', 'database.restarted', { attempt }),
    onRefused: (attempt, why) => log('error', 'database.not-restarted', { attempt, why }),
  })
  dataFolder = env.LANTERN_DATA
  leaveAddress(dataFolder, embedded.url)
  return embedded.url
}

/** Stores the content and returns its hash; null when it was refused but older content can still be served. */
async function storeContent(databaseUrl: string): Promise<string | null> {
  const report = await runSeed(databaseUrl, detail)
  if (report.ok) {
    detail(report.changed ? 'The content was stored' : 'The content has not changed')
    return report.hash
  }
  const unusable = dataFolder && faultOfFolder(path.resolve(dataFolder))
  if (unusable) {
    complain(`\nThe content could not be stored.\n${report.why}\n`)
    throw unusable
  }
  complain(`\nThe content was refused; nothing of it was stored.\n${report.why}\n`)
  const canServeOld = report.keptHash !== null && (isDev || readStamp() !== null)
  if (!canServeOld)
    throw new StopError('There is no earlier content to show instead. Mend the content and start again.')
  say('Keeping the earlier content. Mend the content and start again to show the new one.')
  return null
}

async function makePages(
  contentHash: string,
  databaseUrl: string,
  env: Env,
  { clinics, hash }: ClinicsAtStart,
): Promise<void> {
  const publicUrl = env.LANTERN_PUBLIC_URL
  const program = hashProgram()
  writeLogos(clinics) // the sheets have them, too
  await makeHandouts(contentHash, program, publicUrl, hash, databaseUrl, detail)
  await makeEvidence(contentHash, program, databaseUrl, detail)
  const wanted: BuildStamp = {
    contentHash,
    sourceHash: hashSources(),
    ...(publicUrl ? { publicUrl } : {}),
    ...(hash ? { clinicsHash: hash } : {}),
  }
  const why = reasonToBuild(wanted, readStamp())
  if (!why && hasExport()) return detail('They are built already')
  if (why) {
    detail(`Building them, about a minute: ${why}`)
    await buildPages(wanted, databaseUrl, detail)
  }
  await exportPages(detail)
}

/**
 * Makes what is served. When that fails, the finished pages of the release before are served on, where there are any: a
 * reader is better off with them than with nothing.
 * @throws when there are none, or nobody is served
 */
async function preparePages(
  contentHash: string | null,
  databaseUrl: string,
  env: Env,
  read: ClinicsAtStart,
): Promise<void> {
  if (contentHash === null) return // refused content: the pages that are there stay as they are
  try {
    await makePages(contentHash, databaseUrl, env, read)
  } catch (error) {
    if (isBuildOnly || isStopping || !findBuild() || !hasExport()) throw error
    complain(`\n${explainStop(error)}\n`)
    say('The new pages could not be made. Keeping those of the release before: mend it and start again.')
    log('error', 'pages.not-made', {})
  }
}

/** In development a saved content file is stored at once; a refused one is reported and changes nothing. */
function watchContent(folder: string, databaseUrl: string): void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  fs.watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(async () => {
        const report = await runSeed(databaseUrl, detail)
        if (!report.ok) complain(`\nThe content was refused; the earlier one stays.\n${report.why}\n`)
        else if (report.changed) say('The content was stored: reload the page')
      })
    }, 200)
  })
}

const nextFolder = path.join(root, '.next')
/** What exists in the finished build. @throws when its records cannot be read */
const readBuiltAddresses = () =>
  readAddresses(nextFolder, Object.keys(readSiteList(nextFolder)?.assets ?? {}))

/** From memory and so from now on, while database, content and pages of this release are made ready. */
function serveEarlierPages(server: FrontServer, trustsProxy: boolean): void {
  try {
    const site = findBuild() && loadSite(nextFolder, trustsProxy)
    if (!site) return
    server.use(makeFront({ site, addresses: readBuiltAddresses(), next: null, modules: null, trustsProxy }))
    detail('The pages of the last start can be read meanwhile')
  } catch {
    detail('The pages of the last start cannot be read; they are made anew')
  }
}

async function serve(env: Env, databaseUrl: string, server: FrontServer): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: isDev ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  const { default: next } = await import('next')
  // Next listens for `upgrade` on the server that it is given, and then lets such lines stay open: only in development.
  const httpServer = isDev ? server.server : http.createServer()
  const app = next({ dev: isDev, dir: root, hostname: env.HOST, port: env.PORT, httpServer })
  await app.prepare()
  closeNext = () => app.close()
  const handle = app.getRequestHandler()
  const fromNext: Handler = (request, response) => void handle(request, response)
  const trustsProxy = env.LANTERN_TRUST_PROXY
  const pool = openPool(databaseUrl)
  const metrics = env.LANTERN_METRICS === 'off' ? undefined : makeMetrics(env.LANTERN_METRICS)
  const limits = makeLimits(pool, env, metrics?.countRefused)
  const stopSweep = startSweep(pool, metrics?.countSwept)
  closePool = () => {
    stopSweep()
    return pool.end()
  }
  if (isDev) {
    server.use(withFormPosts(fromNext))
    return watchContent(env.LANTERN_CONTENT, databaseUrl)
  }
  const addresses = readBuiltAddresses()
  const hosts = hostsOf(recordsAtStart(env))
  const site = loadSite(nextFolder, trustsProxy, hosts)
  const modules = readModules()
  closeConsole()
  const contact = env.LANTERN_CONTACT
  const parts = { site, addresses, next: fromNext, modules, trustsProxy, contact, hosts }
  await warm(makeFront(parts), addresses)
  server.use(makeFront({ ...parts, limits, metrics, later: server.later }))
}

/** A wrong file stops the start: better now, at the terminal, than when a patient asks who made a page. */
function checkClinicKeys(file: string | undefined): void {
  if (!file) return
  const text = fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(file, 'utf8') : null
  const read = text === null ? { ok: false as const, why: 'there is no such file' } : readClinicKeys(text)
  if (!read.ok) throw new StopError(`LANTERN_CLINIC_KEYS names ${file}, which is not usable: ${read.why}.`)
  detail(`Packets may be signed for: ${read.keys.map(({ name }) => name).join(', ') || 'nobody yet'}`)
}

async function start(): Promise<void> {
  const env = parseEnv(process.env)
  checkClinicKeys(env.LANTERN_CLINIC_KEYS)
  const read = clinicsAtStart(env)
  const { systems } = recordsAtStart(env, read.clinics)
  if (systems.length > 0)
    detail(`Records that may open Lantern: ${systems.map(({ name }) => name).join(', ')}`)
  if (read.clinics.length > 0)
    detail(`Clinics with a page: ${read.clinics.map(({ name }) => name).join(', ')}`)
  const needsServer = !isBuildOnly && !isSeedOnly
  const server = needsServer ? await listen(env.HOST, env.PORT) : null
  front = server
  // Asked again where it is opened; here so that it is said in the first second.
  if (!env.DATABASE_URL) makeUsable(path.resolve(env.LANTERN_DATA))
  if (server && !isDev) serveEarlierPages(server, env.LANTERN_TRUST_PROXY)

  await generateClient(say)
  await makeAssets(say)
  const databaseUrl = await openDatabase(env)
  nextStep('Bringing the tables up to date')
  const applied = await migrateUrl(databaseUrl, path.join(root, 'prisma/migrations'), 30)
  if (applied.length > 0) detail(`Applied ${applied.join(', ')}`)
  nextStep('Checking and storing the content')
  const contentHash = await storeContent(databaseUrl)
  // Refused content names no options that a profile could be held against: the earlier pages stay, as they are.
  if (contentHash !== null) checkOptions(read.clinics, env.LANTERN_CONTENT)
  if (isDev) writeLogos(read.clinics)
  if (!isSeedOnly && !isDev) {
    nextStep('Preparing the pages')
    await preparePages(contentHash, databaseUrl, env, read)
  }
  if (!server) return stop(contentHash === null ? 1 : 0)
  nextStep('Starting the web server')
  await serve(env, databaseUrl, server)
  if (isStopping) return
  const unheard = isDev ? null : missingContact(env.LANTERN_CONTACT)
  if (unheard) say(unheard)
  say(`Lantern is open at ${addressOf(env.HOST, env.PORT)}  (Ctrl-C stops it)`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1) // asked twice: at once
    say('Stopping')
    void stop(0)
  })
}

stopWithNpm(() => void stop(1))

start().catch((error: unknown) => {
  // A folder that filled up or went away is behind whatever failed since.
  const cause = (dataFolder !== null && faultOfFolder(path.resolve(dataFolder))) || error
  complain(`\nLantern cannot start.\n${explainStop(cause)}`)
  void stop(1)
})
