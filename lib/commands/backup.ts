/**
 * `npm run db:backup -- <file>` writes everything in the database to a file, `npm run db:restore -- <file> [--replace]`
 * (`--restore` here) fills an empty database from it. DATABASE_URL's server, else the embedded database of LANTERN_DATA.
 * How-to: docs/operations/backup.md. Exit code 0: done; 1: not done, with the reason.
 */
import fs from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { BackupError, readBackup, writeBackup } from '@/lib/server/database/backup-file'
import { startEmbedded } from '@/lib/server/database/embedded'
import { readMigrations } from '@/lib/server/database/migrate'
import { parseEnv } from '@/lib/env'
import { root } from '@/lib/server/process/child'
import { explainStop } from '@/lib/server/process/stop-error'
import { openDatabase, type OpenDatabase } from '@/lib/server/start/open-database'

/** A restore must be alone: it never uses the database of a running Lantern. */
async function openAlone(): Promise<OpenDatabase> {
  const { DATABASE_URL, LANTERN_DATA } = parseEnv(process.env)
  if (DATABASE_URL) return { url: DATABASE_URL, close: async () => {} }
  const embedded = await startEmbedded({ dataFolder: LANTERN_DATA })
  return { url: embedded.url, close: embedded.stop }
}

async function run(file: string, isRestore: boolean, isReplacing: boolean): Promise<string> {
  if (isRestore && !fs.existsSync(file)) throw new BackupError(`There is no file ${file}`)
  const { url, close } = await (isRestore ? openAlone() : openDatabase())
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' })
  try {
    await client.connect().catch((error: unknown) => {
      throw new BackupError(`The database does not answer: ${error instanceof Error ? error.message : error}`)
    })
    if (!isRestore) return `${await writeBackup(client, file, new Date())} rows were written to ${file}`
    const migrations = readMigrations(path.join(root, 'prisma/migrations'))
    return `${await readBackup(client, file, migrations, isReplacing)} rows were restored from ${file}`
  } finally {
    await client.end().catch(() => {})
    await close()
  }
}

const args = process.argv.slice(2)
const [file] = args.filter((arg) => !arg.startsWith('--'))
const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--restore' && arg !== '--replace')
if (!file || unknown.length > 0) {
  console.error('Name a file: npm run db:backup -- <file>, or npm run db:restore -- <file> [--replace]')
  process.exit(1)
}
run(path.resolve(file), args.includes('--restore'), args.includes('--replace')).then(
  (done) => {
    console.log(done)
    process.exit(0)
  },
  (error: unknown) => {
    console.error(explainStop(error))
    process.exit(1)
  },
)
