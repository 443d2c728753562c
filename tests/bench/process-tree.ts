/** What a process and its children take, from /proc; 0 where there is none (not Linux). */
import fs from 'node:fs'

/** The process and everything it started that is still running. */
function treeOf(pid: number): number[] {
  try {
    const folder = `/proc/${pid}/task`
    const children = fs
      .readdirSync(folder)
      .flatMap((task) => fs.readFileSync(`${folder}/${task}/children`, 'utf8').split(' '))
    return [pid, ...children.flatMap((id) => (id ? treeOf(Number(id)) : []))]
  } catch {
    return [] // ended meanwhile
  }
}

function sumOver(pid: number, read: (folder: string) => number): number {
  return treeOf(pid).reduce((sum, id) => {
    try {
      return sum + read(`/proc/${id}`)
    } catch {
      return sum
    }
  }, 0)
}

function residentIn(folder: string): number {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`${folder}/status`, 'utf8'))?.[1]
  return Number(resident ?? 0) * 1024
}

/** Bytes held in memory now, by the process and everything it started. */
export function memoryOf(pid: number): number {
  return sumOver(pid, residentIn)
}

/** Bytes held in memory now by this process alone. */
export function memoryOfOne(pid: number): number {
  try {
    return residentIn(`/proc/${pid}`)
  } catch {
    return 0
  }
}

/** /proc counts in hundredths of a second on every Linux there is (USER_HZ, proc(5)). */
const ticksPerSecond = 100

/** What follows the name in /proc/<pid>/stat (proc(5)): the name stands in brackets and may hold spaces. */
function statOf(folder: string): string[] {
  const text = fs.readFileSync(`${folder}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

const secondsIn = (fields: string[], from: number) =>
  (Number(fields[from]) + Number(fields[from + 1])) / ticksPerSecond

/** Seconds of one core used so far by a process and its children that are running. */
export function cpuSecondsOf(pid: number): number {
  return sumOver(pid, (folder) => secondsIn(statOf(folder), 11))
}

/** Seconds of one core used by all children of this process that have ended, and by their children. */
export function cpuSecondsOfEnded(): number {
  try {
    return secondsIn(statOf('/proc/self'), 13)
  } catch {
    return 0
  }
}
