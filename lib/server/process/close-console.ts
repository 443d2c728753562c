import { log } from '@/lib/log'

const spoken = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const

/**
 * From now on nothing in this process can write a text with the console: Next, React and the database's driver print
 * what failed together with the address, the statement or the values. That something was said, and how often, still
 * stands in the log. Whoever looks for a fault runs `npm run dev`, where everything is printed.
 */
export function closeConsole(target: Pick<Console, (typeof spoken)[number]> = console): void {
  for (const name of spoken) target[name] = () => log('warn', 'library.said', { code: 'unexpected' })
}
