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
import { root, runScript } from '@/lib/launch/child'
import { findAddress } from '@/lib/launch/database-address'
import { parseSettings } from '@/lib/watch/settings'

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

async function watch(args: string[]): Promise<number> {
  await generateClient(console.log)
  const { url, close } = await openDatabase()
  try {
    await migrateUrl(url, path.join(root, 'prisma/migrations'))
    const { code } = await runScript('lib/launch/run-watch.ts', args, {
      env: { DATABASE_URL: url },
      onLine: console.log,
    })
    return code
  } finally {
    await close()
  }
}

const args = process.argv.slice(2)
const read = parseSettings(args, process.env)
const file = read.ok ? read.settings.retractionWatchFile : null
if (!read.ok || (file && !fs.existsSync(file))) {
  console.error(read.ok ? `There is no file ${file}.` : read.why)
  process.exit(2)
}
watch(args).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
