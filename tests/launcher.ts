import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const clinics = path.join(root, 'tests/fixtures/clinics')

/** For servers that one computer asks more than any clinic does. The limits have tests of their own. */
export const withoutLimits = {
  LANTERN_LIMIT_SHARES_PER_HOUR: '0',
  LANTERN_LIMIT_SHARES_PER_DAY: '0',
  LANTERN_LIMIT_OPENS_PER_MINUTE: '0',
  LANTERN_LIMIT_POSTS_PER_MINUTE: '0',
  LANTERN_LIMIT_ARTICLE_CHARACTERS_PER_MINUTE: '0',
}

export type Launched = {
  child: ChildProcess
  /** All it printed so far, both streams. */
  output: () => string
  /** Resolves with the exit code, or 1 when it died by a signal. */
  ended: Promise<number>
}

/**
 * Runs what `npm start` runs, without npm, so that signals reach it directly; `cwd`: a copy of the project. With the
 * invented clinic of the tests, always the same: another profile would build the whole site anew, under other tests' feet.
 */
export function launch(env: Record<string, string>, args: string[] = [], cwd = root): Launched {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/server/start/start.ts', ...args], {
    cwd,
    env: { ...process.env, LANTERN_LANGUAGES: 'en', LANTERN_CLINICS: clinics, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  return { child, output: () => output, ended }
}

/** Waits until `/api/health/ready` answers 200; throws with what was printed when it ends or takes too long. */
export async function untilReady(launched: Launched, url: string, withinMs: number): Promise<void> {
  let exitCode: number | null = null
  void launched.ended.then((code) => (exitCode = code))
  const end = performance.now() + withinMs
  while (performance.now() < end) {
    if (exitCode !== null) throw new Error(`npm start ended with ${exitCode}:\n${launched.output()}`)
    const response = await fetch(`${url}/api/health/ready`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`npm start was not ready after ${withinMs / 1000} s:\n${launched.output()}`)
}

/**
 * Waits until a launched Lantern answers, ending it when it does not.
 * @param folder its data folder, removed with it
 * @returns what ends it
 */
export async function untilReadyOrEnded(
  launched: Launched,
  url: string,
  folder: string,
): Promise<() => Promise<void>> {
  const stop = async () => {
    launched.child.kill('SIGTERM')
    await launched.ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  await untilReady(launched, url, 600_000).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return stop
}
