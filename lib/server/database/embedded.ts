import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DamagedDatabaseError } from '@/lib/server/database/data-folder'
import {
  faultOf,
  makeUsable,
  UnusableFolderError,
  type FolderFault,
} from '@/lib/server/database/usable-folder'
import { freePort } from '@/lib/server/process/free-port'
import { StopError } from '@/lib/server/process/stop-error'

/** What the database process tells its parent. */
export type EmbeddedMessage =
  | { kind: 'ready' }
  /** `isSure`: that process is Lantern's; else all that is known is that some process has the number. */
  | { kind: 'locked'; pid: number; isSure: boolean }
  | { kind: 'damaged'; what: string }
  | { kind: 'unusable'; fault: FolderFault; code: string }
  | { kind: 'failed'; why: string }

/** Thrown when another process owns the data folder. */
export class DataFolderInUseError extends StopError {
  constructor(
    readonly folder: string,
    readonly pid: number,
    isSure = true,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Two at once would lose data, so this one stops; nothing was changed.\n` +
        `Stop the other one first, or choose another folder: LANTERN_DATA=/some/other/folder` +
        (isSure
          ? ''
          : `\nAfter a crash the number may belong to another program. If process ${pid} is not Lantern, delete ` +
            `${path.join(folder, 'lock')} and start again.`),
    )
  }
}

/** Thrown when the folder for temporary files cannot be used. */
export class TemporaryFolderError extends StopError {
  constructor(folder: string, why: string) {
    super(
      `The folder for temporary files, ${folder}, cannot be used: ${why}.\nChoose another one: TMPDIR=/some/other/folder`,
    )
  }
}

export type EmbeddedOptions = {
  /** Made if missing; holds `db/` (PostgreSQL's files) and `lock`. */
  dataFolder: string
  /** Called when the database died unexpectedly, before it is started again. */
  onLost?: (exitCode: number) => void
  /** Called when it answers again; `attempt` counts the tries it took. */
  onRestarted?: (attempt: number) => void
  /** Called when a try to start it again failed; the next try follows by itself. */
  onRefused?: (attempt: number, why: RestartRefusal) => void
}

/** Why a database that was lost does not come back: its folder, its files, or something else. */
export type RestartRefusal = `folder-${FolderFault}` | 'damaged' | 'in-use' | 'failed'

function refusalOf(error: unknown): RestartRefusal {
  if (error instanceof UnusableFolderError) return `folder-${error.fault}`
  if (error instanceof DamagedDatabaseError) return 'damaged'
  return error instanceof DataFolderInUseError ? 'in-use' : 'failed'
}

export type EmbeddedDatabase = {
  /** A connection string that stays the same across restarts. */
  url: string
  /** The process that holds the data folder now. */
  pid: () => number | undefined
  /** Closes the database cleanly; safe to call twice. */
  stop: () => Promise<void>
}

/** Seconds before each new try; the last one repeats. */
const backoffSeconds = [0.2, 1, 2, 5, 10, 30]

/** A path for a unix socket: the limit is 107 bytes, and PGlite asks no password, hence a folder only we can enter. */
function makeSocketFolder(): string {
  const base = os.tmpdir().length > 60 ? '/tmp' : os.tmpdir()
  try {
    return fs.mkdtempSync(path.join(base, 'lantern-')) // mkdtemp makes it 0700
  } catch (error) {
    const told = faultOf(error)
    throw told ? new TemporaryFolderError(base, told.why) : error
  }
}

function launch(dataFolder: string, address: string, time: 'new' | 'again'): ChildProcess {
  return fork(path.join(import.meta.dirname, 'embedded-server.ts'), [dataFolder, address, time], {
    cwd: path.resolve(import.meta.dirname, '../../..'), // tsx finds tsconfig.json (the @/ paths) from here
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function untilReady(child: ChildProcess, dataFolder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.on('message', (message: EmbeddedMessage) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'locked')
        reject(new DataFolderInUseError(dataFolder, message.pid, message.isSure))
      else if (message.kind === 'damaged')
        reject(new DamagedDatabaseError(path.join(dataFolder, 'db'), message.what))
      else if (message.kind === 'unusable')
        reject(new UnusableFolderError(dataFolder, message.fault, message.code))
      else reject(new StopError(`The embedded database could not start: ${message.why}`))
    })
    child.once('exit', (code) =>
      reject(new Error(`The embedded database ended while starting (exit code ${code})`)),
    )
  })
}

/**
 * Starts PostgreSQL inside a child process (2–4 s for a new folder, under 1 s after that, about 300 MB) and keeps
 * it running until `stop()`: when it dies it is started again on the same address, after 0.2 s, then ever later.
 * The child ends by itself when this process does.
 * @throws UnusableFolderError when the folder cannot be made or written, DataFolderInUseError when another process owns
 *   it, DamagedDatabaseError when its files are not whole, TemporaryFolderError when there is no place for the socket
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataFolder = path.resolve(options.dataFolder)
  makeUsable(dataFolder)
  let address: string
  let url: string
  let socketFolder: string | null = null
  if (process.platform === 'win32') {
    const port = await freePort()
    address = String(port)
    url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  } else {
    socketFolder = makeSocketFolder()
    address = path.join(socketFolder, '.s.PGSQL.5432')
    url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`
  }

  let isStopping = false
  let child = launch(dataFolder, address, 'new')
  // While it starts it cannot see us go: it is one long call.
  const endChild = () => child.kill('SIGKILL')
  process.once('exit', endChild)
  try {
    await untilReady(child, dataFolder)
  } catch (error) {
    if (socketFolder) fs.rmSync(socketFolder, { recursive: true, force: true })
    throw error
  } finally {
    process.off('exit', endChild)
  }

  const restart = async (attempt: number): Promise<void> => {
    const seconds = backoffSeconds[Math.min(attempt, backoffSeconds.length) - 1] ?? 30
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    if (isStopping) return
    if (socketFolder) fs.mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
    child = launch(dataFolder, address, 'again')
    try {
      await untilReady(child, dataFolder)
      watch()
      options.onRestarted?.(attempt)
    } catch (error) {
      if (isStopping) return
      options.onRefused?.(attempt, refusalOf(error))
      await restart(attempt + 1)
    }
  }
  const watch = () => {
    child.removeAllListeners('exit')
    child.once('exit', (code) => {
      if (isStopping) return
      options.onLost?.(code ?? 1)
      void restart(1)
    })
  }
  watch()

  let stopped: Promise<void> | null = null
  const stop = () => {
    isStopping = true
    stopped ??= new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      if (child.connected) child.send('stop')
      setTimeout(() => child.kill('SIGKILL'), 8_000).unref()
    }).then(() => {
      if (socketFolder) fs.rmSync(socketFolder, { recursive: true, force: true })
    })
    return stopped
  }
  return { url, pid: () => child.pid, stop }
}
