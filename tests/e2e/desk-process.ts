import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder of a desk's own, empty until `fill` copies the content into it. `env` names it to the desk. */
export function makeDeskFolder(name: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `lantern-${name}-`))
  const at = (...names: string[]) => path.join(folder, ...names)
  return {
    folder,
    at,
    env: { LANTERN_CONTENT: at('content'), LANTERN_GOLDEN: at('golden'), LANTERN_DESK: at('desk') },
    fill: () => {
      fs.cpSync('prisma/content', at('content'), { recursive: true })
      fs.cpSync('tests/golden', at('golden'), { recursive: true })
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Starts the desk, with the folders and the port of `env`.
 * @returns the process, and the address that it prints once it is open; rejects when it ends before
 */
export function startDesk(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { desk: ChildProcess; opened: Promise<string> } {
  const desk = spawn(process.execPath, ['--import', 'tsx', 'lib/commands/desk.ts', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const opened = new Promise<string>((resolve, reject) => {
    let printed = ''
    desk.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const address = /http:\/\/\S+/.exec(printed)?.[0]
      if (address) resolve(address)
    })
    desk.once('close', () => reject(new Error(`the desk did not open:\n${printed}`)))
  })
  return { desk, opened }
}

/** Asks the desk to end, and waits until it has. */
export async function stopDesk(desk: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => desk.once('close', resolve))
  desk.kill('SIGTERM')
  await ended
}
