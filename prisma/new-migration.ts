/**
 * `npm run db:new-migration <name>` writes the SQL that turns the recorded migrations into prisma/schema.prisma.
 * `npm run db:check` (`--check`) writes nothing and fails when the two disagree.
 * Prisma's schema engine runs as WebAssembly against an in-memory PostgreSQL: no download, no server.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { readMigrations } from '@/lib/server/database/migrate'

const schemaFile = 'prisma/schema.prisma'
const migrationsFolder = 'prisma/migrations'
const lockFile = 'migration_lock.toml'
/** Models that are views, written by hand in a migration: the engine knows tables only. */
const views = ['LivingShare', 'Clock']

/** Loads the engine. Once per process: a second copy crashes. */
async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        console.error(message)
      },
    },
  })
  const instance = new WebAssembly.Instance(wasm, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }
  __wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return engine
}

/** Adapters over in-memory databases. The packaged adapter does not await scripts, so errors would be lost. */
function memoryFactory(): SqlMigrationAwareDriverAdapterFactory {
  const open = async () => {
    const memory = await PGlite.create()
    const adapter = await new PrismaPGlite(memory).connect()
    return Object.assign(adapter, {
      executeScript: async (script: string) => void (await memory.exec(script)),
      dispose: async () => await memory.close(),
    })
  }
  return { provider: 'postgres', adapterName: 'lantern-memory', connect: open, connectToShadowDb: open }
}

/** The SQL from the recorded migrations to the schema, or null when they agree. */
async function diffSchema(): Promise<string | null> {
  const schema = { files: [{ path: schemaFile, content: fs.readFileSync(schemaFile, 'utf8') }] }
  const lockPath = path.join(migrationsFolder, lockFile)
  const migrations = {
    baseDir: path.resolve(migrationsFolder),
    lockfile: { path: lockFile, content: fs.existsSync(lockPath) ? fs.readFileSync(lockPath, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(migrationsFolder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  const { SchemaEngine } = await loadEngine()
  const engine = await SchemaEngine.new(
    { datamodels: schema.files.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(memoryFactory()),
  )
  const { exitCode, stdout } = await engine.diff({
    // The first migration starts from nothing; the engine wants a lock file before it reads a folder.
    from: migrations.lockfile.content === null ? { tag: 'empty' } : { tag: 'migrations', ...migrations },
    to: { tag: 'schemaDatamodel', ...schema },
    script: true,
    exitCode: true,
    filters: { externalTables: views.map((name) => `public.${name}`), externalEnums: [] },
  })
  return exitCode === 0 ? null : (stdout ?? '')
}

const [argument] = process.argv.slice(2)
const isCheck = argument === '--check'
if (!isCheck && !/^[a-z][a-z0-9_]*$/.test(argument ?? '')) {
  console.error('Say what changes, in small letters: npm run db:new-migration add_sources')
  process.exit(2)
}
const sql = await diffSchema()
if (sql === null) {
  console.log('prisma/schema.prisma and prisma/migrations agree')
} else if (isCheck) {
  console.error(
    `prisma/schema.prisma has changes without a migration (npm run db:new-migration <name>):\n${sql}`,
  )
  process.exit(1)
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsFolder, `${stamp}_${argument}`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
  fs.writeFileSync(path.join(migrationsFolder, lockFile), 'provider = "postgresql"\n')
  console.log(`Wrote ${folder}/migration.sql: read it before you commit it`)
}
process.exit(0) // the engine keeps its database open
