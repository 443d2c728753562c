import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runNode } from '@/lib/server/process/child'

const root = path.resolve(import.meta.dirname, '../../..')
const stampFile = path.join(root, 'generated/prisma/.schema-hash')

/** SHA-256 over what decides the generated client: the schema and the lock file (Prisma's version). */
function schemaHash(): string {
  const hash = createHash('sha256')
  for (const file of ['prisma/schema.prisma', 'package-lock.json']) {
    hash.update(fs.readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/** Writes `generated/prisma` when the schema changed since the last time (about 2 s); says so through `log`. */
export async function generateClient(log: (line: string) => void): Promise<void> {
  const wanted = schemaHash()
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted) return
  log('Writing the database client from prisma/schema.prisma')
  const { code, output } = await runNode(
    path.join(root, 'node_modules/prisma/build/index.js'),
    ['generate'],
    { cwd: root },
  )
  if (code !== 0) throw new Error(`prisma generate failed:\n${output}`)
  fs.writeFileSync(stampFile, wanted)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generateClient(console.log)
}
