import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { StopError } from '@/lib/server/process/stop-error'

export type Migration = {
  /** Folder name, `20260101120000_add_sources`: the order of names is the order of application. */
  name: string
  sql: string
  /** SHA-256 of the file, hexadecimal, as Prisma records it. */
  checksum: string
}

/** Prisma's own advisory lock number, so that `prisma migrate deploy` and we wait for each other. */
const migrationLock = 72707369

/** Prisma's own table, to the letter: the stock command line keeps working on a database we migrated. */
const bookkeepingTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** All migrations of a folder in the order they are applied; an absent folder has none. */
export function readMigrations(folder: string): Migration[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing and returns the names applied. Each migration and its record commit together, so an
 * interruption leaves neither. Two starters at once: the second waits, then finds nothing to do (on a server;
 * the embedded database has one owner anyway).
 * @throws when a recorded migration failed, was edited since, or is unknown to this version
 */
export async function migrate(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
  try {
    await client.query(bookkeepingTable)
    const { rows } = await client.query<{
      migration_name: string
      checksum: string
      finished_at: Date | null
    }>('SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL')
    const recorded = new Map(rows.map((row) => [row.migration_name, row]))
    for (const row of rows) {
      if (!row.finished_at)
        throw new StopError(`The migration ${row.migration_name} is recorded as failed; mend it first`)
      const ours = migrations.find((migration) => migration.name === row.migration_name)
      if (!ours) {
        throw new StopError(
          `The database has the migration ${row.migration_name}, which this version does not know: it was used by a newer Lantern`,
        )
      }
      if (ours.checksum !== row.checksum) {
        throw new StopError(
          `The migration ${ours.name} was edited after it was applied; put it back and write a new one`,
        )
      }
    }
    const applied: string[] = []
    for (const migration of migrations) {
      if (recorded.has(migration.name)) continue
      await applyOne(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock])
  }
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('BEGIN')
  try {
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      checksum,
      name,
    ])
    await client.query(sql) // one simple query: many statements, functions with semicolons included
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(
      `The migration ${name} failed and was undone: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    )
  }
}

/**
 * Connects to `url`, trying again for `waitSeconds` while the server refuses, and applies `prisma/migrations`.
 * Returns the names applied.
 */
export async function migrateUrl(url: string, folder: string, waitSeconds = 0): Promise<string[]> {
  const client = await connect(url, waitSeconds)
  try {
    return await migrate(client, readMigrations(folder))
  } finally {
    await client.end()
  }
}

async function connect(url: string, waitSeconds: number): Promise<Client> {
  for (let waited = 0; ; waited++) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (waited >= waitSeconds) {
        throw new StopError(
          `The database does not answer: ${error instanceof Error ? error.message : error}`,
          {
            cause: error,
          },
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
}

// Alone: `DATABASE_URL=… node --import tsx lib/server/database/migrate.ts`, for whoever migrates before switching servers over.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.env.DATABASE_URL)
    throw new StopError('DATABASE_URL is not set; `npm start` migrates the embedded database')
  const applied = await migrateUrl(process.env.DATABASE_URL, path.resolve('prisma/migrations'))
  console.log(applied.length ? `Applied ${applied.join(', ')}` : 'Migrations are up to date')
}
