/** Servers that a bench compares, each on a free port of this computer, ended with the bench. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReadyOrEnded, withoutLimits, type Launched } from '@/tests/launcher'

export type Running = { name: string; url: string; stop: () => Promise<void> }

/**
 * Lantern as `npm start` runs it, with a data folder of its own and without limits unless `settings` name some; builds
 * the pages first when that is needed.
 */
export async function startLantern(
  settings: Record<string, string> = withoutLimits,
): Promise<Running & Pick<Launched, 'ended' | 'output'> & { pid: number }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-bench-'))
  const launched = launch({ PORT: String(port), HOST: '127.0.0.1', LANTERN_DATA: folder, ...settings })
  const stop = await untilReadyOrEnded(launched, url, folder)
  const { ended, output } = launched
  return { name: 'Lantern (npm start)', url, pid: launched.child.pid ?? 0, stop, ended, output }
}

async function untilAnswering(url: string, child: ChildProcess, name: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${name} did not answer at ${url}`)
}

function stopper(child: ChildProcess, folder?: string): () => Promise<void> {
  return async () => {
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await ended
    if (folder) fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The same build under plain `next start`. Call it when Lantern runs: the pages are built then. */
export async function startPlainNext(page: string): Promise<Running> {
  const port = await freePort()
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1']
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, args, { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}`
  await untilAnswering(`${url}${page}`, child, 'next start')
  return { name: 'next start', url, stop: stopper(child) }
}

/** The program at the path in `variable`, else the one of that name on the PATH, else null. */
export function findProgram(variable: string, name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [
    process.env[variable],
    ...[...folders, '/usr/sbin'].map((folder) => path.join(folder, name)),
  ]
  return candidates.find((file) => file && fs.existsSync(file)) ?? null
}

/** nginx with one worker over the exported folder, as docs/how-to/put-behind-a-proxy.md sets it up; null without nginx. */
export async function startNginx(page: string): Promise<Running | null> {
  const program = findProgram('NGINX', 'nginx')
  if (!program) return null
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-nginx-'))
  const site = path.resolve('.next/lantern-site')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ')
  fs.writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  ${temporary}
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; gzip_static on;
  types { text/html html; text/css css; text/javascript js; font/woff2 woff2; image/svg+xml svg; }
  server { listen 127.0.0.1:${port}; root ${site}; location / { try_files $uri.html $uri =404; } }
}
`,
  )
  const child = spawn(
    program,
    ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')],
    {
      stdio: 'ignore',
    },
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswering(`${url}${page}`, child, 'nginx')
  return { name: 'nginx (1 worker, exported folder)', url, stop: stopper(child, folder) }
}
