/**
 * What must be true of the embedded database's files before and after they are opened. PGlite makes a new, empty
 * database wherever it finds no PG_VERSION, and PostgreSQL takes a table file of zero length for an empty table: both
 * would go on over the ruins of what people saved.
 */
import fs from 'node:fs'
import path from 'node:path'
import { StopError } from '@/lib/server/process/stop-error'

/** Files without which no cluster was ever whole, and which are never empty. */
const vital = ['PG_VERSION', 'global/pg_control', 'global/pg_filenode.map', 'global/1262']

/** Stands in the data folder from before a database is made until it has answered once. */
const makingFile = 'making'

/** Thrown when the files are not those of a whole database. Nothing of them was changed by whoever throws it. */
export class DamagedDatabaseError extends StopError {
  constructor(
    readonly folder: string,
    readonly what: string,
  ) {
    super(
      `The database in ${folder} is damaged: ${what}. Nothing was written over it.\n` +
        `Stop here, keep a copy of that folder, move it away, and restore your backup:\n` +
        `  npm run db:restore -- <backup file>\n` +
        `Without a backup the shared links are lost; the next start makes a new database with all pages.`,
    )
  }
}

/** What is wrong with the files of a database folder, in words; null when nothing is, or there is none yet. */
function faultIn(folder: string): string | null {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  if (names.length === 0) return null
  for (const name of vital) {
    const file = path.join(folder, name)
    if (!fs.existsSync(file)) return `the file ${name} is missing`
    if (fs.statSync(file).size === 0) return `the file ${name} is empty`
  }
  return null
}

/**
 * Looks at the folder before PGlite does and marks one that is about to be made.
 * @returns what to call once the database has answered
 * @throws DamagedDatabaseError when the folder holds something that is no whole database
 */
export function openDataFolder(dataFolder: string): () => void {
  const folder = path.join(dataFolder, 'db')
  const making = path.join(dataFolder, makingFile)
  // A first start that was killed: this database has never answered, so nobody has saved anything in it.
  if (fs.existsSync(making)) fs.rmSync(folder, { recursive: true, force: true })
  const fault = faultIn(folder)
  if (fault) throw new DamagedDatabaseError(folder, fault)
  if (!fs.existsSync(folder) || fs.readdirSync(folder).length === 0) fs.writeFileSync(making, '')
  return () => fs.rmSync(making, { force: true })
}

/** PostgreSQL's size of a page. */
const pageBytes = 8192

/**
 * Names tables and indexes whose files are shorter than the catalogue knows them to be: `relpages` is written by VACUUM
 * and ANALYZE, which shorten it with the file, and an index has its first page from the beginning. Rows added since the
 * last VACUUM are not seen by this.
 */
export const shortFiles = `SELECT c.relname AS name FROM pg_class c
  WHERE c.relkind IN ('r', 'i', 't', 'm') AND c.relpersistence = 'p'
    AND pg_relation_size(c.oid) < GREATEST(c.relpages::bigint * ${pageBytes}, CASE c.relkind WHEN 'i' THEN 1 ELSE 0 END)
  ORDER BY 1`
