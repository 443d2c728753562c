/**
 * `npm run sbom [-- <file>]`: writes the list of every package that the lock file names, as CycloneDX JSON made by npm's own
 * `npm sbom` (npm 10 and 11), into test-results/sbom.cdx.json or the given file. Asks no network: all of it stands in
 * package-lock.json. Ends with 1 when the list is not whole.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { mendedSbom, missingFromSbom, Sbom } from '@/lib/commands/sbom'
import { LockFile } from '@/lib/commands/licences'

const file = process.argv[2] ?? 'test-results/sbom.cdx.json'
// Without --package-lock-only only what fits this computer is listed; with --omit dev npm leaves out `prisma`, which runs
// in production (seen with npm 10.9 and 11.19). So all is listed, and npm marks what is for development only.
const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 27,
})
if (made.status !== 0) {
  console.error(`npm sbom did not work:\n${made.stderr || String(made.error ?? '')}`)
  process.exit(1)
}
const lock = LockFile.parse(JSON.parse(fs.readFileSync('package-lock.json', 'utf8')))
const sbom = mendedSbom(Sbom.parse(JSON.parse(made.stdout)), lock)
const missing = missingFromSbom(sbom, lock)
for (const one of missing) console.error(`${one} may be there in production and is not in the list`)
fs.mkdirSync(path.dirname(file), { recursive: true })
fs.writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`)
console.log(
  `${file}: CycloneDX ${sbom.specVersion}, ${sbom.components.length} packages, ${missing.length} missing`,
)
process.exit(missing.length > 0 ? 1 : 0)
