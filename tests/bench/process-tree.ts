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

/** Bytes held in memory now. */
export function memoryOf(pid: number): number {
  return sumOver(pid, (folder) => {
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`${folder}/status`, 'utf8'))?.[1]
    return Number(resident ?? 0) * 1024
  })
}

/** /proc counts in hundredths of a second on every Linux there is (USER_HZ, proc(5)). */
const ticksPerSecond = 100

/** Seconds of one core used since the start. */
export function cpuSecondsOf(pid: number): number {
  return sumOver(pid, (folder) => {
    // The second field is a name in brackets that may hold spaces; user and system time are the 14th and 15th.
    const [, rest = ''] = fs.readFileSync(`${folder}/stat`, 'utf8').split(/\) (?!.*\) )/)
    const fields = rest.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  })
}
