/**
 * `npm run evidence:watch -- --live`: asks Crossref, PubMed and ClinicalTrials.gov whether a source was withdrawn,
 * warned about or corrected and how far the trials are, stores the answers and prints a report. How-to:
 * docs/how-to/watch-the-evidence.md. Exit code 0: every question was answered; 1: some failed; 2: not started.
 */
import fs from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/db/embedded'
import { generateClient } from '@/lib/db/generate'
import { migrateUrl } from '@/lib/db/migrate'
import { parseEnv } from '@/lib/env'
import { root } from '@/lib/launch/child'
import { findAddress } from '@/lib/launch/database-address'
import { Gateway, goodManners, type Machine } from '@/lib/watch/gateway'
import { planQuestions, retractionWatchSubjects, type Subject, type Watched } from '@/lib/watch/questions'
import { writeReport } from '@/lib/watch/report'
import { retractionWatchReader } from '@/lib/watch/retraction-watch'
import { askAll, toCheck, type WatchParts } from '@/lib/watch/run-watch'
import type { SourceCheck } from '@/lib/watch/schema'
import { parseSettings, type Place, type WatchSettings } from '@/lib/watch/settings'
import { failed, type Finding } from '@/lib/watch/status'

const machine: Machine = {
  fetch,
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** The whole file is some 70 MB in 2026; far above that it is something else. */
const maxFileBytes = 1_000_000_000

async function isAnswering(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** The database of DATABASE_URL, else the one a running Lantern owns, else the embedded one, started for this. */
async function openDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const env = parseEnv(process.env)
  const stayOpen = async () => {}
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, close: stayOpen }
  const left = findAddress(env.LANTERN_DATA)
  if (left && (await isAnswering(left))) return { url: left, close: stayOpen }
  const embedded = await startEmbedded({ dataFolder: env.LANTERN_DATA })
  return { url: embedded.url, close: embedded.stop }
}

async function readFile(file: string, subjects: readonly Subject[]): Promise<(about: string) => Finding> {
  const reader = retractionWatchReader(subjects.map(({ about }) => about))
  if (fs.statSync(file).size > maxFileBytes) return () => failed('too-large')
  try {
    for await (const chunk of fs.createReadStream(file, { encoding: 'utf8' })) reader.push(String(chunk))
  } catch (error) {
    if (error instanceof RangeError) return () => failed('wrong-format')
    throw error
  }
  const findings = reader.finish()
  console.log(`${path.basename(file)}: ${reader.rows()} rows`)
  return (about) => findings.get(about) ?? failed('wrong-shape')
}

async function askPlaces(
  settings: WatchSettings,
  watched: readonly Watched[],
  parts: WatchParts,
): Promise<SourceCheck[]> {
  const questions = planQuestions(watched).filter(({ askedAt }) => settings.only.includes(askedAt))
  if (questions.length) console.log(`${questions.length} questions, one a second to each place`)
  const places = [...new Set(questions.map(({ askedAt }) => askedAt))]
  const askPlace = (place: Place) => {
    const gateway = new Gateway(settings.bases[place], machine, goodManners, {
      'user-agent': settings.userAgent,
    })
    const own = questions.filter(({ askedAt }) => askedAt === place)
    return askAll(own, (question, etag) => gateway.ask(question.path, question.format, etag), parts)
  }
  return (await Promise.all(places.map(askPlace))).flat() // side by side: each place has its own pace
}

async function watch(settings: WatchSettings): Promise<number> {
  await generateClient(console.log)
  const { url, close } = await openDatabase()
  try {
    await migrateUrl(url, path.join(root, 'prisma/migrations'))
    process.env.DATABASE_URL = url // read when the client is first imported
    const { db } = await import('@/lib/db/client')
    const { listWatched, readLastGood, saveChecks } = await import('@/lib/watch/data')
    const { watched, contentStatus, contentTrialState } = await listWatched()
    if (!watched.length) {
      console.error('There is no content in the database yet. Run `npm start` or `npm run db:seed` first.')
      return 2
    }
    const lastGood = await readLastGood()
    const parts: WatchParts = {
      lastGood,
      contentStatus,
      contentTrialState,
      now: () => new Date(),
      save: saveChecks,
    }
    const checks = await askPlaces(settings, watched, parts)
    if (settings.retractionWatchFile && settings.only.includes('retraction-watch')) {
      const subjects = retractionWatchSubjects(watched)
      const findingFor = await readFile(settings.retractionWatchFile, subjects)
      const own = subjects.map((subject) =>
        toCheck('retraction-watch', subject, findingFor(subject.about), null, parts),
      )
      await saveChecks(own)
      checks.push(...own)
    }
    console.log(`\n${writeReport(checks, lastGood)}`)
    await db.$disconnect()
    return checks.some(({ result }) => result === 'failed') ? 1 : 0
  } finally {
    await close()
  }
}

const read = parseSettings(process.argv.slice(2), process.env)
if (!read.ok) {
  console.error(read.why)
  process.exit(2)
}
const file = read.settings.retractionWatchFile
if (file && !fs.existsSync(file)) {
  console.error(`There is no file ${file}.`)
  process.exit(2)
}
watch(read.settings).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
