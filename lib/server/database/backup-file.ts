/**
 * A backup is one gzip file of JSON lines: a head, then every row of every table as PostgreSQL itself writes it, then
 * an end with the number of rows. It is the same for the embedded database and for a server, and goes from one to the
 * other; docs/decisions/0011-one-backup-for-both-databases.md says why.
 */
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import type { Client } from 'pg'
import { z } from 'zod'
import { migrate, type Migration } from '@/lib/server/database/migrate'
import { faultOf } from '@/lib/server/database/usable-folder'
import { StopError } from '@/lib/server/process/stop-error'

const head = z.object({
  format: z.literal('lantern-backup-1'),
  madeAt: z.string(),
  migrations: z.array(z.string()),
})
const part = z.object({ table: z.string(), columns: z.array(z.string()) })
const end = z.object({ rows: z.number().int() })

/** Why a backup was not written or not restored. */
export class BackupError extends StopError {}

const bookkeeping = '_prisma_migrations'
/** Kept for a day so that nobody can say who was counted: a backup would keep them for good. */
const neverKept = new Set(['rate_limit', 'rate_salt'])
/** Rows read, and stored, at once. */
const rowsAtOnce = 1_000

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1',
  )
  return rows.map(({ name }) => name).filter((name) => name !== bookkeeping)
}

async function hasBookkeeping(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1',
    [bookkeeping],
  )
  return (rowCount ?? 0) > 0
}

async function listColumns(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Tables so that each comes after those it points at; the second list names those that point at themselves. */
async function orderTables(
  client: Client,
  tables: string[],
): Promise<{ ordered: string[]; selfish: Set<string> }> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT a.relname AS "from", b.relname AS "to" FROM pg_constraint c
     JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
     WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`,
  )
  const selfish = new Set(rows.filter(({ from, to }) => from === to).map(({ from }) => from))
  const ordered: string[] = []
  let left = tables
  while (left.length > 0) {
    const free = left.filter(
      (table) => !rows.some((row) => row.from === table && row.to !== table && left.includes(row.to)),
    )
    if (free.length === 0) throw new BackupError(`These tables point at each other: ${left.join(', ')}`)
    ordered.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return { ordered, selfish }
}

async function* writeLines(client: Client, at: Date): AsyncGenerator<string> {
  // One moment for all tables, however long it takes and whoever writes meanwhile.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  try {
    const { rows: migrations } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM ${bookkeeping} WHERE rolled_back_at IS NULL ORDER BY 1`,
    )
    const names = migrations.map(({ name }) => name)
    yield JSON.stringify({ format: 'lantern-backup-1', madeAt: at.toISOString(), migrations: names })
    let count = 0
    const { ordered } = await orderTables(client, await listTables(client))
    for (const table of ordered.filter((name) => !neverKept.has(name))) {
      yield JSON.stringify({ table, columns: await listColumns(client, table) })
      await client.query(`DECLARE backup CURSOR FOR SELECT to_json(t)::text AS row FROM ${quoted(table)} t`)
      for (;;) {
        const { rows } = await client.query<{ row: string }>(`FETCH ${rowsAtOnce} FROM backup`)
        if (rows.length === 0) break
        count += rows.length
        // As text all the way: a number is never rounded by this program. A row has no raw line break in JSON.
        yield rows.map(({ row }) => row).join('\n')
      }
      await client.query('CLOSE backup')
    }
    yield JSON.stringify({ rows: count })
  } finally {
    await client.query('ROLLBACK')
  }
}

/**
 * Writes everything in the database to `file` and returns the number of rows. The file appears whole or not at all,
 * readable by its own user only. The database may be in use.
 * @throws BackupError when the file is there already or cannot be written, or the database holds no Lantern
 */
export async function writeBackup(client: Client, file: string, at: Date): Promise<number> {
  if (fs.existsSync(file)) throw new BackupError(`${file} is there already; choose another name`)
  const folder = path.dirname(path.resolve(file))
  if (!fs.existsSync(folder))
    throw new BackupError(`There is no folder ${folder}; make it, or choose another`)
  if (!(await hasBookkeeping(client))) throw new BackupError('There is no Lantern in this database')
  const partial = `${file}.part`
  let last = ''
  async function* lines() {
    for await (const line of writeLines(client, at)) {
      last = line
      yield `${line}\n`
    }
  }
  try {
    await pipeline(
      Readable.from(lines()),
      zlib.createGzip(),
      fs.createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    fs.renameSync(partial, file)
  } catch (error) {
    const told = faultOf(error)
    if (fs.existsSync(partial)) fs.rmSync(partial)
    throw told ? new BackupError(`${file} cannot be written: ${told.why}`, { cause: error }) : error
  }
  return end.parse(JSON.parse(last)).rows
}

/** Empties the place for a restore. @throws BackupError when something is there that must not go */
async function makeRoom(client: Client, isReplacing: boolean): Promise<void> {
  const tables = await listTables(client)
  const isOurs = await hasBookkeeping(client)
  if (!isOurs && tables.length > 0)
    throw new BackupError('The database holds tables that are not Lantern’s; restore into one of its own')
  for (const table of tables) {
    if (neverKept.has(table)) continue
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
    if (rowCount && !isReplacing)
      throw new BackupError('The database is not empty. To throw away what it holds, add --replace')
  }
  for (const table of [...tables, ...(isOurs ? [bookkeeping] : [])])
    await client.query(`DROP TABLE ${quoted(table)} CASCADE`)
}

async function insertRows(
  client: Client,
  { table, columns }: z.infer<typeof part>,
  rows: string[],
): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(quoted).join(', ')
  await client.query(
    `INSERT INTO ${quoted(table)} (${names})
     SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

/** Counters go on after the highest number that was restored. */
async function moveCounters(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT table_name AS "table", column_name AS "column",
       pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`,
  )
  for (const { table, column, sequence } of rows)
    await client.query(
      `SELECT setval($1, GREATEST((SELECT max(${quoted(column)}) FROM ${quoted(table)}), 1),
         EXISTS (SELECT 1 FROM ${quoted(table)}))`,
      [sequence],
    )
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = zlib.createGunzip()
  unzipped.on('error', () => {}) // told by `reading`
  const reading = pipeline(fs.createReadStream(file), unzipped)
  reading.catch(() => {}) // it ends the lines, too
  try {
    yield* readline.createInterface({ input: unzipped, crlfDelay: Infinity })
    await reading
  } finally {
    unzipped.destroy() // also when only the first line was wanted
  }
}

type Piece = { kind: 'table'; part: z.infer<typeof part> } | { kind: 'row'; row: string }

/** The head of a backup and, as they come, its tables and rows. @throws BackupError when it is cut short or damaged */
async function* readPieces(file: string): AsyncGenerator<Piece> {
  let count = 0
  let isEnded = false
  let isFirst = true
  for await (const line of readLines(file)) {
    if (isFirst) isFirst = false
    else if (line.startsWith('{"table":')) yield { kind: 'table', part: part.parse(JSON.parse(line)) }
    else if (line.startsWith('{"rows":')) isEnded = end.parse(JSON.parse(line)).rows === count
    else {
      count += 1
      yield { kind: 'row', row: line }
    }
  }
  if (!isEnded) throw new BackupError(`${file} is cut short or damaged`)
}

/** Reads the whole file once before anything is changed. */
async function check(
  file: string,
  migrations: readonly Migration[],
): Promise<{ names: string[]; rows: number }> {
  if (!fs.existsSync(file)) throw new BackupError(`There is no file ${file}`)
  try {
    let first = ''
    for await (const line of readLines(file)) {
      first = line
      break
    }
    const { migrations: names } = head.parse(JSON.parse(first))
    const unknown = names.filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0)
      throw new BackupError(
        `The backup was made by a newer Lantern (${unknown.join(', ')}); restore it with that one`,
      )
    let rows = 0
    for await (const piece of readPieces(file)) if (piece.kind === 'row') rows += 1
    return { names, rows }
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(`${file} is cut short, damaged, or no backup of Lantern`, { cause: error })
  }
}

async function store(client: Client, file: string): Promise<void> {
  const { selfish } = await orderTables(client, await listTables(client))
  let current: z.infer<typeof part> | null = null
  let rows: string[] = []
  const flush = async () => {
    if (current) await insertRows(client, current, rows)
    rows = []
  }
  for await (const piece of readPieces(file)) {
    if (piece.kind === 'table') {
      await flush()
      current = piece.part
    } else {
      rows.push(piece.row)
      // A table that points at itself goes in as one statement: its rows may name later ones.
      if (rows.length >= rowsAtOnce && current && !selfish.has(current.table)) await flush()
    }
  }
  await flush()
  await moveCounters(client)
}

/**
 * Fills the database from a backup and brings it to the newest migration; returns the number of rows. The file is read
 * whole before anything is changed, and its rows go in together or not at all.
 * @param isReplacing throws away what the database holds
 * @throws BackupError for a database that is not empty, a backup of a newer Lantern, a file that is cut short
 */
export async function readBackup(
  client: Client,
  file: string,
  migrations: Migration[],
  isReplacing: boolean,
): Promise<number> {
  const { names, rows } = await check(file, migrations)
  await makeRoom(client, isReplacing)
  await migrate(
    client,
    migrations.filter(({ name }) => names.includes(name)),
  )
  await client.query('BEGIN')
  try {
    await store(client, file)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
  await migrate(client, migrations)
  return rows
}
