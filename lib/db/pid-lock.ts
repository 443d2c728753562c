import fs from 'node:fs'
import { z } from 'zod'

const ownerSchema = z.object({ pid: z.number().int(), start: z.string() })
type Owner = z.infer<typeof ownerSchema>

/** Thrown when a living process holds the lock. */
export class LockedError extends Error {
  constructor(
    readonly pid: number,
    readonly file: string,
  ) {
    super(`process ${pid} holds ${file}`)
  }
}

/** The kernel's start time of a process (Linux), so that a reused pid is not taken for the old owner; else ''. */
function startTime(pid: number): string {
  try {
    // The name in parentheses may hold spaces; the 20th field after it is the start time in clock ticks.
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive({ pid, start }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists but belongs to someone else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return start === '' || startTime(pid) === start
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
 * @throws LockedError when a living process holds it
 */
export function takePidLock(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, start: startTime(process.pid) })
  for (let attempt = 0; attempt < 50; attempt++) {
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, mine)
    try {
      fs.linkSync(draft, file) // atomic, and the file never exists without its content
      return () => {
        if (readOwner(file)?.raw === mine) fs.rmSync(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      fs.rmSync(draft, { force: true })
    }
    const held = readOwner(file)
    if (!held) continue
    if (held.owner && isAlive(held.owner)) throw new LockedError(held.owner.pid, file)
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
