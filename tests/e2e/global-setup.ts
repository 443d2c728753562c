import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBrowser } from '@/tests/e2e/browser'
import { freePort } from '@/tests/free-port'
import { launch, untilReady } from '@/tests/launcher'

/**
 * Starts the real thing, as a person does with `npm start`, on a free port with a fresh data folder (or on the
 * server of DATABASE_URL). A build that fits the source and the content is used again. LANTERN_E2E_URL names a
 * Lantern that runs already: nothing is started then.
 */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  process.env.LANTERN_BROWSER = ensureBrowser()
  if (process.env.LANTERN_E2E_URL) return
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-e2e-'))
  const url = `http://127.0.0.1:${port}`
  const launched = launch({ PORT: String(port), HOST: '127.0.0.1', LANTERN_DATA: folder })
  const stop = async () => {
    launched.child.kill('SIGTERM')
    await launched.ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  await untilReady(launched, url, 600_000).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  process.env.LANTERN_E2E_URL = url // workers and their configuration inherit it
  return async () => {
    delete process.env.LANTERN_E2E_URL
    await stop()
  }
}
