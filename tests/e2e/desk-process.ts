import { spawn, type ChildProcess } from 'node:child_process'

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
