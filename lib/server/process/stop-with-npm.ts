import fs from 'node:fs'

/** The parent of `pid` on Linux; null elsewhere or when it is gone. */
function parentOf(pid: number): number | null {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    return Number(fields?.[1]) || null
  } catch {
    return null
  }
}

/**
 * Calls `onGone` once when the npm that started us was killed outright. Someone who kills `npm start` wants the
 * port back, but npm cannot pass kill -9 on. npm runs us through a shell, so the shell's parent is watched too.
 * Does nothing when started by hand or by a process manager.
 */
export function stopWithNpm(onGone: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const grandparent = parentOf(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return
    clearInterval(timer)
    onGone()
  }, 1_000)
  timer.unref()
}
