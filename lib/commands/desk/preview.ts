/**
 * The live page: the project's own `npm run dev` on this content, in a child, and in front of it a door on a port of its
 * own that lets the desk frame it. Another port is another origin: nothing that runs there reaches the desk.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'
import type { PreviewState } from '@/lib/desk/frame-view'
import { endWithParent, root } from '@/lib/server/process/child'
import { freePort } from '@/lib/server/process/free-port'
import type { Folders } from './folders'
import { ownHosts } from './guard'

export type Preview = {
  origin: string
  state: () => PreviewState
  /** Grows with each content that the page shows. */
  version: () => number
  /** The desk has written: until the page has it, it shows what was before. */
  expect: () => void
  stop: () => Promise<void>
}

/** What dev prints when it has stored or refused content: lib/server/start/start.ts. */
const told = {
  open: 'Lantern is open at',
  stored: 'The content was stored',
  refused: 'The content was refused',
}

/** Passes pages on; scripts stay out, and only the desk may frame them. */
export function door(target: number, deskPort: number): http.Server {
  return http.createServer((request, response) => {
    const port = (request.socket.localPort ?? 0) as number
    if (!ownHosts(port).includes(request.headers.host ?? '') || request.method !== 'GET') {
      response.writeHead(421)
      return void response.end()
    }
    const onward = http.request(
      {
        host: '127.0.0.1',
        port: target,
        path: request.url,
        headers: { ...request.headers, host: `127.0.0.1:${target}` },
      },
      (answer) => {
        const headers = { ...answer.headers }
        delete headers['x-frame-options']
        const framers = ownHosts(deskPort).map((host) => `http://${host}`)
        headers['content-security-policy'] = `script-src 'none'; frame-ancestors ${framers.join(' ')}`
        response.writeHead(answer.statusCode ?? 502, headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => {
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
    onward.end()
  })
}

/** @param deskPort the port on which the desk itself listens */
export async function startPreview(folders: Folders, port: number, deskPort: number): Promise<Preview> {
  const inner = await freePort()
  let state: PreviewState = 'starting'
  let version = 0
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', endWithParent, '--import', 'tsx', path.join(root, 'lib/server/start/start.ts'), '--dev'],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(inner),
        HOST: '127.0.0.1',
        LANTERN_CONTENT: folders.content,
        LANTERN_DATA: path.join(folders.desk, 'preview'),
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const read = (chunk: Buffer) => {
    const text = chunk.toString('utf8')
    if (text.includes(told.open)) state = 'ready'
    if (text.includes(told.stored) && state !== 'starting') state = 'ready'
    if (text.includes(told.open) || text.includes(told.stored)) version += 1
    if (text.includes(told.refused)) state = 'refused'
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void ended.then(() => (state = 'off'))
  const server = door(inner, deskPort)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    state: () => state,
    version: () => version,
    expect: () => {
      if (state === 'ready' || state === 'refused') state = 'storing'
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      child.kill('SIGTERM')
      await ended
    },
  }
}
