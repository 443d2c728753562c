import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findAddress } from '@/lib/server/start/database-address'
import { makeClinicKey } from '@/lib/commands/make-clinic-key'
import { ensureBrowser } from '@/tests/e2e/browser'
import { writeSiteMap } from '@/tests/e2e/make-site-map'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReadyOrEnded, withoutLimits } from '@/tests/launcher'

/** A clinic's key pair in two files, as `npm run clinic:key` makes them, and its profile, which names the key. */
async function leaveClinicKeys(folder: string): Promise<{ open: string; secret: string; clinics: string }> {
  const { open, secret } = await makeClinicKey('The Clinic of the Tests')
  const files = {
    open: path.join(folder, 'clinic-keys.json'),
    secret: path.join(folder, 'clinic-key.json'),
    clinics: path.join(folder, 'clinics'),
  }
  fs.cpSync('tests/fixtures/clinics', files.clinics, { recursive: true })
  fs.appendFileSync(path.join(files.clinics, 'made-up.yaml'), `keys: ['${open.kid}']\n`)
  fs.writeFileSync(files.open, JSON.stringify({ keys: [open] }))
  fs.writeFileSync(files.secret, JSON.stringify(secret))
  return files
}

/**
 * Starts the real thing, as a person does with `npm start`, on a free port with a fresh data folder (or on the
 * server of DATABASE_URL). A build that fits the source and the content is used again. LANTERN_E2E_URL names a
 * Lantern that runs already: nothing is started then; give LANTERN_E2E_DATA, its data folder, as well.
 * LANTERN_E2E_CLINIC_KEY is the private key file of a clinic that this Lantern knows.
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
  const keys = await leaveClinicKeys(folder)
  const launched = launch({
    PORT: String(port),
    HOST: '127.0.0.1',
    LANTERN_DATA: folder,
    LANTERN_CLINIC_KEYS: keys.open,
    LANTERN_CLINICS: keys.clinics,
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
  process.env.LANTERN_E2E_LOG = logFile
  process.env.LANTERN_E2E_CLINIC_KEY = keys.secret
  process.env.LANTERN_E2E_DATABASE = process.env.DATABASE_URL || findAddress(folder) || ''
  return async () => {
    delete process.env.LANTERN_E2E_URL
    delete process.env.LANTERN_E2E_DATA
    delete process.env.LANTERN_E2E_LOG
    delete process.env.LANTERN_E2E_CLINIC_KEY
    delete process.env.LANTERN_E2E_DATABASE
    await stop()
  }
}
