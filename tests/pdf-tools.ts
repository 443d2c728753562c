/**
 * The handouts read by two foreign programs: qpdf looks at the syntax of each file and unpacks every stream, poppler reads
 * its tags. Either may complain of nothing. Run by `.ci/run` after the pages are built: `npm run test:pdf`. The programs are
 * Debian's (qpdf, poppler-utils), installed where that may be done; where they cannot be had, it says so and ends well.
 * Of PDF/UA itself neither judges: tests/pdf-essentials.ts.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { installFromDebian } from '@/tests/debian'

const folder = path.resolve('public/handouts')

type Look = { program: string; args: (file: string) => string[]; says: RegExp }
const looks: Look[] = [
  { program: 'qpdf', args: (file) => ['--check', file], says: /No syntax or stream encoding errors found/ },
  { program: 'pdfinfo', args: (file) => ['-struct', file], says: /^Document\n/m },
]

const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
if (!looks.every(({ program }) => has(program))) installFromDebian(['qpdf', 'poppler-utils'], 4 * 60_000)

const files = fs.existsSync(folder)
  ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'))
  : []
if (files.length === 0) {
  console.log('There are no handouts: npm run build makes them')
  process.exitCode = 1
}
for (const { program, args, says } of looks) {
  if (!has(program)) {
    console.log(`${program} is not to be had here: no file was read with it`)
    continue
  }
  const faults = files.flatMap((file) => {
    const { status, stdout, stderr } = spawnSync(program, args(path.join(folder, file)), { encoding: 'utf8' })
    return status === 0 && stderr === '' && says.test(stdout)
      ? []
      : [`${file}: ${stderr.trim() || stdout.trim().slice(-300)}`]
  })
  console.log(`${program}: ${files.length} files read, ${faults.length} with a complaint`)
  for (const fault of faults) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
