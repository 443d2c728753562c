/**
 * The embedded database's own process: PGlite (PostgreSQL 18 compiled to WebAssembly) behind a socket.
 * Forked by `embedded.ts` with the arguments `<data folder> <socket file or port> <new or again>`; ends with its parent.
 */
import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { EmbeddedMessage } from '@/lib/server/database/embedded'
import { DamagedDatabaseError, openDataFolder, shortFiles } from '@/lib/server/database/data-folder'
import { holdsPidLock, LockedError, NoLinksError, takePidLock } from '@/lib/server/database/pid-lock'
import {
  askStillThere,
  faultOfFolder,
  UnusableFolderError,
  usingFolder,
} from '@/lib/server/database/usable-folder'

/** The PostgreSQL version whose files the pinned PGlite reads and writes. */
const postgresMajor = '18'

type EmscriptenStream = { nfd?: number | null }
type EmscriptenModule = {
  NODEFS?: { stream_ops: Record<string, unknown> }
  FS: { filesystems?: { NODEFS?: { stream_ops: Record<string, unknown> } } }
}

/**
 * PGlite's file system has no fsync, so a power cut could lose rows that were reported as saved.
 * This adds it; `openDurable` also drops the `-F` (fsync off) that PGlite starts PostgreSQL with.
 */
class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const result = await super.init(pg, options)
    const addSync = (module: EmscriptenModule) => {
      const files = module.NODEFS ?? module.FS.filesystems?.NODEFS
      if (!files) throw new Error('this PGlite has no NODEFS to add fsync to')
      files.stream_ops.fsync = (stream: EmscriptenStream) => {
        if (stream.nfd != null) fs.fdatasyncSync(stream.nfd)
        return 0
      }
    }
    const preRun = (result.emscriptenOpts.preRun ??= [])
    if (!Array.isArray(preRun))
      throw new Error('this PGlite starts in another way: check fsync before using it')
    preRun.unshift(addSync as unknown as (typeof preRun)[number])
    return result
  }
}

function openDurable(folder: string): Promise<PGlite> {
  const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F')
  // Emscripten's fdatasync does nothing, so PostgreSQL must call fsync.
  return PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: [...startParams, '-c', 'wal_sync_method=fsync'],
  })
}

function tell(message: EmbeddedMessage): void {
  process.send?.(message)
}

/** Milliseconds that the database of a Lantern that was killed may take to write its last page and go. */
const leavingMs = 10_000

/** Takes the lock; waits for an owner whose own parent is gone, because it is on its way out. @throws LockedError */
async function takeLock(file: string): Promise<() => void> {
  const end = performance.now() + leavingMs
  for (;;) {
    try {
      return usingFolder(path.dirname(file), () => takePidLock(file, process.ppid))
    } catch (error) {
      if (!(error instanceof LockedError) || !error.isLeaving || performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Opens the files and looks that they are whole. @throws DamagedDatabaseError, or UnusableFolderError for a full disk */
async function openWhole(folder: string): Promise<PGlite> {
  let db: PGlite
  try {
    db = await openDurable(folder)
  } catch (error) {
    const unusable = faultOfFolder(path.dirname(folder))
    if (unusable) throw unusable
    // PGlite aborts on what PostgreSQL cannot read; its words are for its makers.
    throw new DamagedDatabaseError(folder, `it cannot be opened (${firstLine(error)})`)
  }
  const { rows } = await db.query<{ name: string }>(shortFiles)
  if (rows.length === 0) return db
  await db.close()
  throw new DamagedDatabaseError(folder, `files are cut short: ${rows.map(({ name }) => name).join(', ')}`)
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : JSON.stringify(error)).split('\n', 1)[0]?.slice(0, 200) ?? ''

/** Milliseconds between looks at whether the files are still there: as rows go into deleted files without a word. */
const lookMs = 5_000

/** `isAgain`: the folder held this database a moment ago. */
async function serve(dataFolder: string, address: string, isAgain: boolean): Promise<void> {
  if (isAgain) askStillThere(dataFolder)
  const lockFile = path.join(dataFolder, 'lock')
  const unlock = await takeLock(lockFile)
  const hasAnswered = usingFolder(dataFolder, () => openDataFolder(dataFolder))
  const folder = path.join(dataFolder, 'db')
  const versionFile = path.join(folder, 'PG_VERSION')
  const version = fs.existsSync(versionFile) ? fs.readFileSync(versionFile, 'utf8').trim() : postgresMajor
  if (version !== postgresMajor) {
    unlock()
    throw new Error(`${folder} was written by PostgreSQL ${version}; this Lantern reads ${postgresMajor}`)
  }

  const db = await openWhole(folder)
  hasAnswered()
  const isPort = /^\d+$/.test(address)
  if (!isPort) fs.rmSync(address, { force: true }) // left by a predecessor that was killed
  const server = new PGLiteSocketServer(
    isPort
      ? { db, host: '127.0.0.1', port: Number(address), maxConnections: 64 }
      : { db, path: address, maxConnections: 64 },
  )
  await server.start()

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    // Whatever hangs here must not keep a process alive: the write-ahead log has every committed row.
    setTimeout(() => process.exit(1), 5_000).unref()
    await server.stop()
    await db.close()
    if (!isPort) fs.rmSync(path.dirname(address), { recursive: true, force: true })
    unlock()
    process.exit(0)
  }
  process.on('disconnect', () => void stop()) // the parent is gone, by kill -9 too
  process.on('message', (message) => message === 'stop' && void stop())
  if (!process.connected) void stop()
  tell({ kind: 'ready' })
  // As PostgreSQL's own postmaster does. At once, without a last write: it would be written nowhere.
  setInterval(() => {
    if (!isStopping && !holdsPidLock(lockFile)) process.exit(1)
  }, lookMs).unref()
}

// Ctrl-C reaches the whole process group; the parent finishes its requests first and then says stop.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

const [dataFolder, address, time] = process.argv.slice(2)
if (!dataFolder || !address || !process.send) {
  console.error('started by lib/server/database/embedded.ts only')
  process.exit(2)
}
/** The words a person needs: PostgreSQL's own complaint stands above them. */
function giveUp(error: unknown): void {
  if (error instanceof LockedError) tell({ kind: 'locked', pid: error.pid, isSure: error.isSure })
  else if (error instanceof DamagedDatabaseError) tell({ kind: 'damaged', what: error.what })
  else if (error instanceof UnusableFolderError)
    tell({ kind: 'unusable', fault: error.fault, code: error.code })
  else if (error instanceof NoLinksError) tell({ kind: 'unusable', fault: 'links', code: error.code })
  else tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
  process.disconnect?.()
  process.exit(1)
}
serve(dataFolder, address, time === 'again').catch(giveUp)
