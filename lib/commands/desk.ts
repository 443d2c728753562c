/**
 * `npm run desk`: the page on this computer where a nurse edits the content and a clinician signs it. It listens on
 * 127.0.0.1 only, prints its address with a key that is new at each start, and is no part of the web server.
 * `--no-preview`: without the live page, which takes a minute to start and a gigabyte of memory.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv } from '@/lib/env'
import { root } from '@/lib/server/process/child'
import { freePort } from '@/lib/server/process/free-port'
import { Desk } from './desk/desk'
import type { Folders } from './desk/folders'
import { startPreview, type Preview } from './desk/preview'
import { deskServer } from './desk/serve-desk'

/** The browser's part, made when the desk starts: it never lies among the files of the site. */
async function scriptOf(): Promise<string> {
  const { build } = await import('esbuild')
  const made = await build({
    entryPoints: [path.join(root, 'lib/browser/desk.ts')],
    bundle: true,
    format: 'iife',
    target: ['chrome87', 'safari14.1', 'firefox78'],
    write: false,
    logLevel: 'silent',
  })
  return made.outputFiles[0]?.text ?? ''
}

async function start(): Promise<void> {
  const env = parseEnv(process.env)
  const folders: Folders = {
    content: path.resolve(env.LANTERN_CONTENT),
    golden: path.resolve(env.LANTERN_GOLDEN),
    desk: path.resolve(env.LANTERN_DESK),
  }
  if (!fs.existsSync(folders.content))
    throw new Error(`There is no content in ${folders.content}. Set LANTERN_CONTENT, or leave it unset.`)
  const key = randomBytes(24).toString('base64url')
  let preview: Preview | null = null
  const style = ['app/styles/tokens.css', 'lib/desk/desk.css']
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const desk = new Desk(
    folders,
    `/${key}`,
    () => preview,
    () => new Date(),
  )
  const files = { style, script: await scriptOf() }
  const server = deskServer(
    desk,
    files,
    key,
    () => env.LANTERN_DESK_PORT,
    () => preview?.origin ?? null,
    (why) => console.error(why),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.LANTERN_DESK_PORT, '127.0.0.1', resolve)
  })
  console.log(`The desk is open at http://127.0.0.1:${env.LANTERN_DESK_PORT}/${key}/  (Ctrl-C closes it)`)
  console.log(`Patches for a maintainer: ${path.join(folders.desk, 'patches')}`)
  const stop = () => {
    server.close()
    server.closeAllConnections()
    void (preview?.stop() ?? Promise.resolve()).then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  if (!process.argv.includes('--no-preview'))
    preview = await startPreview(folders, await freePort(), env.LANTERN_DESK_PORT)
}

start().catch((error: unknown) => {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  const why = error instanceof Error ? error.message : String(error)
  console.error(
    isTaken
      ? 'The desk cannot open: its port is in use, perhaps by a desk that is open already. Choose another with LANTERN_DESK_PORT.'
      : `The desk cannot open.\n${why}`,
  )
  process.exit(1)
})
