import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { z } from 'zod'

/** `start`: see {@link startTime}. `parent`: the Lantern that the owner serves and ends with. */
const ownerSchema = z.object({
  pid: z.number().int(),
  start: z.string(),
  parent: z.number().int().optional(),
})
type Owner = z.infer<typeof ownerSchema>

/** Thrown when a living process holds the lock. */
export class LockedError extends Error {
  constructor(
    readonly pid: number,
    readonly file: string,
    /** That process is the one that took the lock; else only its number is the same, as far as we can see. */
    readonly isSure: boolean,
    /** Its parent is gone, so that it is about to end. */
    readonly isLeaving: boolean,
  ) {
    super(`process ${pid} holds ${file}`)
  }
}

/** Thrown where the disk has no hard links, and so no lock can be made. */
export class NoLinksError extends Error {
  constructor(readonly code: string) {
    super(`no hard links here (${code})`)
  }
}
/** How systems say so, for a folder in which a file could be written the moment before. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR']

/** What a short command prints; '' when it cannot be run. */
function printed(command: string, args: string[]): string {
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 10_000 })
  return (stdout ?? '').trim()
}

/**
 * When the system started a process, in its own way of saying it, so that a reused number is not taken for the old
 * owner: clock ticks since the boot on Linux, `ps -o lstart` on macOS and BSD, ticks of .NET on Windows. '' when it
 * cannot be told.
 */
function startTime(pid: number): string {
  if (process.platform === 'win32')
    return printed('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
  if (process.platform !== 'linux') return printed('ps', ['-o', 'lstart=', '-p', String(pid)])
  try {
    // The name in parentheses may hold spaces; the 20th field after it is the start time in clock ticks.
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function hasProcess(pid: number): boolean {
  if (pid <= 0) return false // no process: to `kill` they mean groups
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists but belongs to someone else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** The words a process was started with; '' when they cannot be told. */
function commandOf(pid: number): string {
  if (process.platform === 'win32')
    return printed('powershell', [
      '-NoProfile',
      '-Command',
      `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
    ])
  if (process.platform !== 'linux') return printed('ps', ['-o', 'command=', '-p', String(pid)])
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/**
 * Whether the owner lives: `unsure` when a process has its number and nothing tells whether it is the same one. Locks
 * that name no start were written where it could not be told: then a program that is no Node.js is not the owner.
 */
function lifeOf({ pid, start }: Owner): 'dead' | 'alive' | 'unsure' {
  if (!hasProcess(pid)) return 'dead'
  const now = startTime(pid)
  if (start !== '' && now !== '') return now === start ? 'alive' : 'dead'
  const command = commandOf(pid)
  return command !== '' && !/\bnode\b|embedded-server/i.test(command) ? 'dead' : 'unsure'
}

function readOwner(file: string): { raw: string; owner: Owner | null } | null {
  let raw: string
  try {
    raw = fs.readFileSync(file, 'utf8')
  } catch {
    return null // just released
  }
  try {
    return { raw, owner: ownerSchema.parse(JSON.parse(raw)) }
  } catch {
    return { raw, owner: null } // not written by us, or cut short by a full disk: nobody can hold it
  }
}

/**
 * Takes the lock `file` for this process and returns the function that gives it back.
 *
 * Two processes on one PGlite folder lose rows silently, and PGlite has no lock of its own. A lock by time-out
 * would rob a live owner whose event loop is busy, so the file names the owner's pid and start time instead:
 * free at once after `kill -9`, never taken from the living. It does not hold between two containers that share
 * a volume (pids are not comparable there).
 * @param parent the process that this one ends with, if there is one
 * @throws LockedError when a living process holds it; NoLinksError; the system's refusal to write there
 */
export function takePidLock(file: string, parent?: number): () => void {
  const mine = JSON.stringify({ pid: process.pid, start: startTime(process.pid), parent } satisfies Owner)
  for (let attempt = 0; attempt < 50; attempt++) {
    const draft = `${file}.${process.pid}`
    try {
      fs.writeFileSync(draft, mine)
      fs.linkSync(draft, file) // atomic, and the file never exists without its content
      return () => {
        if (readOwner(file)?.raw === mine) fs.rmSync(file)
      }
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException
      if (syscall === 'link' && code && noLinks.includes(code)) throw new NoLinksError(code)
      if (code !== 'EEXIST') throw error
    } finally {
      fs.rmSync(draft, { force: true })
    }
    const held = readOwner(file)
    if (!held) continue
    const life = held.owner ? lifeOf(held.owner) : 'dead'
    if (held.owner && life !== 'dead') {
      const { pid, parent: its } = held.owner
      throw new LockedError(pid, file, life === 'alive', its !== undefined && !hasProcess(its))
    }
    // Dead owner: move its file away, then look at what was moved, because another starter may have been faster.
    const grave = `${file}.dead.${process.pid}.${attempt}`
    try {
      fs.renameSync(file, grave)
    } catch {
      continue
    }
    if (fs.readFileSync(grave, 'utf8') !== held.raw) {
      try {
        fs.linkSync(grave, file) // it was a newer owner's: put it back
      } catch {
        // a third starter holds it by now
      }
    }
    fs.rmSync(grave, { force: true })
  }
  throw new Error(`could not take the lock ${file}`)
}

/** Whether this process still holds the lock: not when its folder was deleted, or its disk came loose. */
export function holdsPidLock(file: string): boolean {
  return readOwner(file)?.owner?.pid === process.pid
}
