import { fork } from 'node:child_process'
import path from 'node:path'

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../../..')

// Loaded into every child: when the parent is gone (even by kill -9) the child ends too. A timer, because listening
// for `disconnect` would keep every finished child alive.
export const endWithParent =
  'data:text/javascript,const p=process.ppid;setInterval(()=>process.ppid!==p&&process.exit(1),500).unref()'

export type ChildResult = {
  /** Exit code; 1 when it died by a signal. */
  code: number
  /** Everything it printed, both streams in order of arrival. */
  output: string
  /** The last message it sent with `process.send`, unparsed. */
  message: unknown
}

export type ChildOptions = {
  cwd?: string
  env?: Record<string, string | undefined>
  /** Node options, e.g. `--conditions=react-server`. */
  nodeOptions?: string[]
  /** Called with each printed line as it arrives. */
  onLine?: (line: string) => void
}

/** Runs a Node script to its end as a child that cannot outlive this process. Never throws for a failing script. */
export function runNode(script: string, args: string[], options: ChildOptions = {}): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = fork(script, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      execArgv: ['--import', endWithParent, ...(options.nodeOptions ?? [])],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let output = ''
    let pending = ''
    let message: unknown
    const take = (chunk: Buffer) => {
      const text = chunk.toString('utf8')
      output += text
      const lines = (pending + text).split('\n')
      pending = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('message', (value) => (message = value))
    child.on('error', reject)
    child.on('close', (code) => {
      if (pending) options.onLine?.(pending)
      resolve({ code: code ?? 1, output, message })
    })
  })
}

/** Runs a TypeScript script of this project the same way; `react-server` makes `server-only` importable. */
export function runScript(script: string, args: string[], options: ChildOptions = {}): Promise<ChildResult> {
  const nodeOptions = ['--conditions=react-server', '--import', 'tsx', ...(options.nodeOptions ?? [])]
  return runNode(path.join(root, script), args, { ...options, nodeOptions })
}
