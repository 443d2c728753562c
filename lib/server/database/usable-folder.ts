/** Whether a folder can be made and written, and what a person reads who named one that cannot. */
import fs from 'node:fs'
import path from 'node:path'
import { StopError } from '@/lib/server/process/stop-error'

/** Room that a new database takes with all content: some 45 MB, and its log beside it. */
const newDatabaseBytes = 100 * 1024 * 1024
/** What PostgreSQL asks for at once: one file of its log. */
const logFileBytes = 16 * 1024 * 1024

const another = 'Choose another folder: LANTERN_DATA=/some/other/folder'

/** What may be wrong, and how it is mended. */
const faults = {
  file: ['there is a file of that name, or on the way to it', another],
  place: ['no folder can be made there', another],
  denied: [
    'this user may not write there, or in something that lies there',
    `Give all of it to the user who starts Lantern (chown -R), or choose another: LANTERN_DATA=/some/other/folder`,
  ],
  'read-only': ['its disk can only be read', another],
  full: [
    'its disk is full',
    `Make room there (a new database takes about ${newDatabaseBytes / 1024 / 1024} MB) and start again. What is stored stays.`,
  ],
  links: [
    'its disk has no hard links (as FAT, exFAT and some network folders), and a second start could not be kept out',
    another,
  ],
  gone: [
    'it was there when Lantern started, and is gone or empty now',
    'Bring it back (is its disk connected?), or stop Lantern and restore your backup: npm run db:restore -- <backup file>',
  ],
  disk: ['its disk answers with an error', another],
} satisfies Record<string, [why: string, mend: string]>

export type FolderFault = keyof typeof faults

const faultOfCode: Record<string, FolderFault> = {
  EEXIST: 'file',
  ENOTDIR: 'file',
  ENOENT: 'place',
  ENAMETOOLONG: 'place',
  ELOOP: 'place',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'disk',
  ENXIO: 'disk',
  ENODEV: 'disk',
  ESTALE: 'disk',
}

/** Thrown when a folder cannot hold the database. Nothing that was stored in it was changed. */
export class UnusableFolderError extends StopError {
  constructor(
    readonly folder: string,
    readonly fault: FolderFault,
    /** The system's own name for it, for whoever asks for help; '' when it has none. */
    readonly code = '',
  ) {
    const [why, mend] = faults[fault]
    super(
      `The folder ${folder} cannot hold the database: ${why}${code ? ` (${code})` : ''}. Nothing that was stored was changed.\n${mend}`,
    )
  }
}

/** What it means that the system refused to use a file or folder; null for any other error. */
export function faultOf(error: unknown): { fault: FolderFault; code: string; why: string } | null {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
  const fault = faultOfCode[code]
  return fault ? { fault, code, why: `${faults[fault][0]} (${code})` } : null
}

/** Does what needs the folder. @throws UnusableFolderError in place of the system's refusal */
export function usingFolder<Value>(folder: string, use: () => Value): Value {
  try {
    return use()
  } catch (error) {
    const told = faultOf(error)
    throw told ? new UnusableFolderError(folder, told.fault, told.code) : error
  }
}

/**
 * Makes a folder and those above it, readable by their own user only. Not with Node.js's `recursive`: where the parent
 * is there and yet nothing can be made in it (`/proc/x`), that asks again and again without an end.
 */
function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = folder; !fs.lstatSync(at, { throwIfNoEntry: false }); at = path.dirname(at)) missing.push(at)
  for (const at of missing.reverse()) {
    try {
      fs.mkdirSync(at, { mode: 0o700 })
    } catch (error) {
      // Another start may be faster; the two find out about each other at the lock.
      if (!fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) throw error
    }
  }
  fs.readdirSync(folder) // ENOTDIR for a file, ENOENT for a link that leads nowhere
}

/** Writes and takes away a file of one page: the only sure sign that files can be written. */
function tryToWrite(folder: string): void {
  const file = path.join(folder, `probe.${process.pid}`)
  try {
    fs.writeFileSync(file, Buffer.alloc(8192), { flush: true })
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** Bytes that this user may still fill; no end where the system does not tell. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = fs.statfsSync(folder)
    return bavail * bsize
  } catch {
    return Infinity
  }
}

/** @throws the system's refusal, or UnusableFolderError */
function tryToUse(dataFolder: string): void {
  tryToWrite(dataFolder)
  const database = path.join(dataFolder, 'db')
  if (!fs.existsSync(database)) {
    if (roomIn(dataFolder) < newDatabaseBytes) throw new UnusableFolderError(dataFolder, 'full')
    return
  }
  // Each file: one start as another user leaves files that PostgreSQL cannot open, and they would be called damaged.
  for (const entry of fs.readdirSync(database, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    try {
      fs.closeSync(fs.openSync(file, 'r+')) // not `access`: that asks for the user behind `sudo`
    } catch (error) {
      // A database that is in use takes files away meanwhile, or (Windows) lets nobody else open them.
      if (!['ENOENT', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

/**
 * Makes the data folder where there is none, and asks whether it and all that lies in it can be written.
 * @throws UnusableFolderError
 */
export function makeUsable(dataFolder: string): void {
  usingFolder(dataFolder, () => {
    makeFolder(dataFolder)
    tryToUse(dataFolder)
  })
}

/**
 * Before a database that was open is opened again: a folder that went away (a disk that came loose) must not be taken
 * for a new one.
 * @throws UnusableFolderError
 */
export function askStillThere(dataFolder: string): void {
  const database = path.join(dataFolder, 'db')
  if (!fs.existsSync(database) || fs.readdirSync(database).length === 0)
    throw new UnusableFolderError(dataFolder, 'gone')
  usingFolder(dataFolder, () => tryToUse(dataFolder))
}

/** After something failed there: whether the folder is why. Never throws, and makes nothing. */
export function faultOfFolder(dataFolder: string): UnusableFolderError | null {
  try {
    usingFolder(dataFolder, () => tryToUse(dataFolder))
    // PostgreSQL may have given back what it could not fill.
    return roomIn(dataFolder) < logFileBytes ? new UnusableFolderError(dataFolder, 'full') : null
  } catch (error) {
    if (!(error instanceof UnusableFolderError)) return null
    return error.fault === 'place' ? new UnusableFolderError(dataFolder, 'gone', error.code) : error
  }
}
