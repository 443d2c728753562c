/**
 * `npm run clinic:key -- "Name of clinic"`: makes a key pair for signing packets. The private key goes into a file that
 * the clinician keeps; the public line is printed, for the file that LANTERN_CLINIC_KEYS names.
 */
import fs from 'node:fs'
import path from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { ClinicKey, PrivateClinicKey } from '@/lib/packets/schema'

/** A pair as the two files hold it. @throws when the name is not plain text of at most 80 characters */
export async function makeClinicKey(name: string): Promise<{ secret: PrivateClinicKey; open: ClinicKey }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { x, y, d } = await exportJWK(privateKey)
  const kty = 'EC'
  const crv = 'P-256'
  const kid = (await calculateJwkThumbprint({ kty, crv, x: x ?? '', y: y ?? '' })).slice(0, 11)
  const open = ClinicKey.parse({ kid, name, kty, crv, alg: 'ES256', use: 'sig', x, y })
  return { open, secret: PrivateClinicKey.parse({ ...open, d }) }
}

async function main(): Promise<void> {
  const name = process.argv.slice(2).join(' ').trim()
  if (name.startsWith('-') || !ClinicKey.shape.name.safeParse(name).success) {
    console.error(
      'Give the name that patients will read, at most 80 characters in one line: npm run clinic:key -- "Name of clinic"',
    )
    process.exitCode = 1
    return
  }
  const { secret, open } = await makeClinicKey(name)
  const file = path.resolve(`clinic-key-${open.kid}.json`)
  // Readable by its owner only, and never over another key.
  fs.writeFileSync(file, `${JSON.stringify(secret, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  console.log(
    [
      `The private key is in ${file}`,
      'Give that file to the clinician and keep no copy. Whoever has it can sign as this clinic.',
      '',
      'Put this line into the list "keys" of the file that LANTERN_CLINIC_KEYS names, {"keys": [ … ]}:',
      '',
      JSON.stringify(open),
    ].join('\n'),
  )
}

if (process.argv[1]?.endsWith('make-clinic-key.ts')) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}
