/**
 * Handouts as finished files in public/handouts: made from the content in the database before the pages are built, so
 * that the pages' own server and every copy of the exported folder has them.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root, runScript } from '@/lib/server/process/child'

const folder = path.join(root, 'public/handouts')
/** What the files are made from; beside them it would be served. */
const stampFile = path.join(root, 'generated/handouts.json')

const madeSchema = z.array(z.object({ path: z.string(), pages: z.number(), bytes: z.number() }))
export type MadeHandouts = z.infer<typeof madeSchema>
const stampSchema = z.object({ madeFrom: z.string(), files: madeSchema })

/** SHA-256 over the program that writes handouts and open data: everything below lib/, and the versions of its packages. */
export function hashProgram(): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')))
  const files = fs.readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files) {
    const full = path.join(root, 'lib', file)
    if (fs.statSync(full).isFile()) hash.update(`${file}\0`).update(fs.readFileSync(full))
  }
  return hash.digest('hex')
}

function readStamp(): z.infer<typeof stampSchema> | null {
  try {
    const stamp = stampSchema.parse(JSON.parse(fs.readFileSync(stampFile, 'utf8')))
    return stamp.files.every((file) => fs.existsSync(path.join(root, 'public', file.path))) ? stamp : null
  } catch {
    return null
  }
}

/**
 * Makes every handout on every sheet unless they fit already, and lists each with its pages.
 * @throws with what the script printed when it failed
 */
export async function makeHandouts(
  contentHash: string,
  publicUrl: string | undefined,
  clinicsHash: string,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const madeFrom = `${contentHash} ${hashProgram()} ${publicUrl ?? ''} ${clinicsHash}`
  if (readStamp()?.madeFrom === madeFrom) return
  const startedAt = performance.now()
  const { code, output, message } = await runScript('lib/server/build/run-handouts.ts', [folder], {
    env: { DATABASE_URL: databaseUrl },
  })
  const made = madeSchema.safeParse(message)
  if (code !== 0 || !made.success) throw new Error(`The handouts could not be made:\n${output}`)
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ madeFrom, files: made.data }))
  for (const file of made.data) log(describe(file))
  const pages = made.data.reduce((sum, file) => sum + file.pages, 0)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  log(`${made.data.length} handouts made, ${pages} pages, in ${seconds} s`)
}

const describe = ({ path: address, pages, bytes }: MadeHandouts[number]) =>
  `${address}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${Math.round(bytes / 1024)} KiB`
