import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findAddress } from '@/lib/server/start/database-address'
import { ensureBrowser } from '@/tests/e2e/browser'
import { writeSiteMap } from '@/tests/e2e/make-site-map'
import { freePort } from '@/lib/server/process/free-port'
import { writeRecords } from '@/tests/record-stub'
import { launch, untilReadyOrEnded, withoutLimits } from '@/tests/launcher'

/**
 * Starts the real thing, as a person does with `npm start`, on a free port with a fresh data folder (or on the
 * server of DATABASE_URL). A build that fits the source and the content is used again. LANTERN_E2E_URL names a
 * Lantern that runs already: nothing is started then; give LANTERN_E2E_DATA, its data folder, as well.
 * LANTERN_E2E_RECORDS is the settings file of a made-up record whose stub a test starts itself (tests/record-stub.ts), and
 * LANTERN_E2E_RECORD the address of that stub. LANTERN_E2E_CLINIC_KEY is the private key file of a clinic that this Lantern knows.
 * LANTERN_E2E_DATABASE is the database's address, for tests that look into it; LANTERN_E2E_LOG the file with all that
 * the server printed.
 */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  process.env.LANTERN_BROWSER = ensureBrowser()
  writeSiteMap()
  const given = process.env.LANTERN_E2E_DATA
  if (process.env.LANTERN_E2E_URL) {
    process.env.LANTERN_E2E_DATABASE ??= process.env.DATABASE_URL || (given && findAddress(given)) || ''
    return
  }
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-e2e-'))
  const url = `http://127.0.0.1:${port}`
  const record = `http://127.0.0.1:${await freePort()}`
  const records = await writeRecords(folder, url, record)
  const launched = launch({
    LANTERN_RECORDS: records,
    PORT: String(port),
    HOST: '127.0.0.1',
    LANTERN_DATA: folder,
    LANTERN_CLINIC_KEYS: path.resolve('tests/fixtures/clinic-keys/open.json'),
    ...withoutLimits,
  })
  const logFile = path.join(folder, 'printed.log')
  fs.writeFileSync(logFile, '')
  for (const stream of [launched.child.stdout, launched.child.stderr])
    stream?.on('data', (chunk: Buffer) => fs.appendFileSync(logFile, chunk))
  const stop = await untilReadyOrEnded(launched, url, folder)
  // Workers and their configuration inherit these.
  process.env.LANTERN_E2E_URL = url
  process.env.LANTERN_E2E_DATA = folder
  process.env.LANTERN_E2E_RECORDS = records
  process.env.LANTERN_E2E_RECORD = record
  process.env.LANTERN_E2E_LOG = logFile
  process.env.LANTERN_E2E_CLINIC_KEY = path.resolve('tests/fixtures/clinic-keys/secret.json')
  process.env.LANTERN_E2E_DATABASE = process.env.DATABASE_URL || findAddress(folder) || ''
  return async () => {
    delete process.env.LANTERN_E2E_URL
    delete process.env.LANTERN_E2E_DATA
    delete process.env.LANTERN_E2E_LOG
    delete process.env.LANTERN_E2E_RECORDS
    delete process.env.LANTERN_E2E_RECORD
    delete process.env.LANTERN_E2E_CLINIC_KEY
    delete process.env.LANTERN_E2E_DATABASE
    await stop()
  }
}
