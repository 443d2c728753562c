import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '@/lib/db/embedded'
import { ensureBrowser } from '@/tests/e2e/browser'
import { writeSiteMap } from '@/tests/e2e/make-site-map'
import { freePort } from '@/tests/free-port'
import { launch, untilReady } from '@/tests/launcher'

/**
 * Starts the real thing, as a person does with `npm start`, on a free port with a fresh embedded database (or on the
 * server of DATABASE_URL). The database is ours, so that tests may look into it (LANTERN_E2E_DATABASE); a plain
 * `npm start` that owns its database is what own-server.spec.ts tests. A build that fits the source and the content
 * is used again. LANTERN_E2E_URL names a Lantern that runs already: nothing is started then.
 */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  process.env.LANTERN_BROWSER = ensureBrowser()
  writeSiteMap()
  if (process.env.LANTERN_E2E_URL) return
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-e2e-'))
  const url = `http://127.0.0.1:${port}`
  const given = process.env.DATABASE_URL
  const embedded = given ? null : await startEmbedded({ dataFolder: folder })
  const databaseUrl = given || embedded?.url || ''
  const launched = launch({
    PORT: String(port),
    HOST: '127.0.0.1',
    LANTERN_DATA: folder,
    DATABASE_URL: databaseUrl,
  })
  const stop = async () => {
    launched.child.kill('SIGTERM')
    await launched.ended
    await embedded?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  await untilReady(launched, url, 600_000).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  // Workers and their configuration inherit these.
  process.env.LANTERN_E2E_URL = url
  process.env.LANTERN_E2E_DATABASE = databaseUrl
  return async () => {
    delete process.env.LANTERN_E2E_URL
    delete process.env.LANTERN_E2E_DATABASE
    await stop()
  }
}
