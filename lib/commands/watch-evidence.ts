/**
 * `npm run evidence:watch -- --live`: asks Crossref, PubMed and ClinicalTrials.gov whether a source was withdrawn,
 * warned about or corrected and how far the trials are, stores the answers and prints a report. How-to:
 * docs/how-to/watch-the-evidence.md. Exit code 0: every question was answered; 1: some failed; 2: not started.
 */
import fs from 'node:fs'
import path from 'node:path'
import { generateClient } from '@/lib/server/database/generate'
import { migrateUrl } from '@/lib/server/database/migrate'
import { root, runScript } from '@/lib/server/process/child'
import { openDatabase } from '@/lib/server/start/open-database'
import { parseSettings, usage } from '@/lib/watch/settings'

async function watch(args: string[]): Promise<number> {
  await generateClient(console.log)
  const { url, close } = await openDatabase()
  try {
    await migrateUrl(url, path.join(root, 'prisma/migrations'))
    const { code } = await runScript('lib/commands/run-evidence-watch.ts', args, {
      env: { DATABASE_URL: url },
      onLine: console.log,
    })
    return code
  } finally {
    await close()
  }
}

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(usage)
  process.exit(0)
}
const read = parseSettings(args, process.env)
const file = read.ok ? read.settings.retractionWatchFile : null
if (!read.ok || (file && !fs.statSync(file, { throwIfNoEntry: false })?.isFile())) {
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
