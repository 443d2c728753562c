/** Changes as a patch that a maintainer applies with `git apply`. */

export type ChangedFile = {
  /** From the root of the project, with forward slashes. */
  file: string
  /** null: there was no such file. */
  before: string | null
  after: string
}

type Step = { kind: ' ' | '-' | '+'; line: string }

/** The lines of a text, each with its end. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/**
 * The shortest way from one list of lines to another (Myers 1986, "An O(ND) difference algorithm"). Time and memory grow
 * with the number of changed lines, not with the length of the file alone.
 */
function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const [n, m] = [before.length, after.length]
  const trace: Map<number, number>[] = []
  let furthest = new Map<number, number>([[1, 0]])
  search: for (let d = 0; d <= n + m; d++) {
    trace.push(new Map(furthest))
    const next = new Map(furthest)
    for (let k = -d; k <= d; k += 2) {
      const [left, right] = [next.get(k - 1) ?? -1, next.get(k + 1) ?? -1]
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      let y = x - k
      while (x < n && y < m && before[x] === after[y]) {
        x++
        y++
      }
      next.set(k, x)
      if (x >= n && y >= m) {
        trace.push(next)
        break search
      }
    }
    furthest = next
  }
  const steps: Step[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 2; d >= 0; d--) {
    const held = trace[d] ?? new Map<number, number>()
    const k = x - y
    const [left, right] = [held.get(k - 1) ?? -1, held.get(k + 1) ?? -1]
    const from = k === -d || (k !== d && left < right) ? k + 1 : k - 1
    const [fromX, fromY] = d === 0 ? [0, 0] : [held.get(from) ?? 0, (held.get(from) ?? 0) - from]
    while (x > fromX && y > fromY) {
      steps.push({ kind: ' ', line: before[x - 1] ?? '' })
      x--
      y--
    }
    if (d > 0) {
      if (x === fromX) steps.push({ kind: '+', line: after[y - 1] ?? '' })
      else steps.push({ kind: '-', line: before[x - 1] ?? '' })
      ;[x, y] = [fromX, fromY]
    }
  }
  return steps.reverse()
}

const around = 3

function hunksOf(steps: readonly Step[]): string[] {
  const changed = steps.flatMap((step, at) => (step.kind === ' ' ? [] : [at]))
  const groups: [from: number, to: number][] = []
  for (const at of changed) {
    const last = groups.at(-1)
    if (last && at - last[1] <= 2 * around) last[1] = at
    else groups.push([at, at])
  }
  return groups.map(([first, last]) => {
    const [from, to] = [Math.max(0, first - around), Math.min(steps.length, last + around + 1)]
    const count = (kinds: string, upTo: readonly Step[]) =>
      upTo.filter(({ kind }) => kinds.includes(kind)).length
    const own = steps.slice(from, to)
    const ahead = steps.slice(0, from)
    const [oldCount, newCount] = [count(' -', own), count(' +', own)]
    const oldStart = count(' -', ahead) + (oldCount > 0 ? 1 : 0)
    const newStart = count(' +', ahead) + (newCount > 0 ? 1 : 0)
    const lines = own.map(({ kind, line }) =>
      line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`,
    )
    return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n${lines.join('')}`
  })
}

/** One file's change as a unified diff; '' when nothing differs. */
export function patchOf({ file, before, after }: ChangedFile): string {
  if (before === after) return ''
  const hunks = hunksOf(stepsBetween(linesOf(before ?? ''), linesOf(after)))
  const head =
    before === null
      ? `diff --git a/${file} b/${file}\nnew file mode 100644\n--- /dev/null\n+++ b/${file}\n`
      : `diff --git a/${file} b/${file}\n--- a/${file}\n+++ b/${file}\n`
  return head + hunks.join('')
}

/**
 * A whole patch: who changed what and why, then each file. `git apply` passes over the words.
 * @param words lines for people, without line ends inside
 */
export function wholePatch(words: readonly string[], files: readonly ChangedFile[]): string {
  const told = words.map((line) => line.replace(/\s+/g, ' ')).join('\n')
  return `${told}\n\n${files.map(patchOf).join('')}`
}
