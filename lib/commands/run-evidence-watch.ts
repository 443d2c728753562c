/**
 * The evidence watch against the database at DATABASE_URL, as a child of watch-evidence.ts (`server-only` modules need
 * Node's react-server condition and read DATABASE_URL when they are first imported). Exit codes as there.
 */
import fs from 'node:fs'
import path from 'node:path'
import { db } from '@/lib/db/client'
import { listWatched, readLastGood, saveChecks } from '@/lib/watch/data'
import { Gateway, goodManners, type Machine } from '@/lib/watch/gateway'
import { planQuestions, retractionWatchSubjects, type Subject, type Watched } from '@/lib/watch/questions'
import { writeReport } from '@/lib/watch/report'
import { retractionWatchReader } from '@/lib/watch/retraction-watch'
import { askAll, toCheck, type WatchParts } from '@/lib/watch/run-watch'
import type { SourceCheck } from '@/lib/watch/schema'
import { parseSettings, type Place, type WatchSettings } from '@/lib/watch/settings'
import { failed, type Finding } from '@/lib/watch/finding'

const machine: Machine = {
  fetch,
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** The whole file is some 70 MB in 2026; far above that it is something else. */
const maxFileBytes = 1_000_000_000

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
  return checks.some(({ result }) => result === 'failed') ? 1 : 0
}

const read = parseSettings(process.argv.slice(2), process.env)
if (!read.ok) throw new Error(read.why)
process.exitCode = await watch(read.settings).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})
await db.$disconnect()
