/**
 * The open data as finished files in public/api/evidence: made from the content in the database before the pages are
 * exported, so that they are handed out like every other file and answer while the database is away.
 * Why: docs/decisions/0060-open-data.md.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { openRoot } from '@/lib/evidence/addresses'
import { hashProgram } from '@/lib/server/build/make-handouts'
import { root, runScript } from '@/lib/server/process/child'

const folder = path.join(root, 'public', openRoot)
/** What the files are made from; beside them it would be served. */
const stampFile = path.join(root, 'generated/evidence.json')

const madeSchema = z.array(z.object({ path: z.string(), bytes: z.number() }))
export type MadeEvidence = z.infer<typeof madeSchema>
const stampSchema = z.object({ madeFrom: z.string(), files: madeSchema })

function readStamp(): z.infer<typeof stampSchema> | null {
  try {
    const stamp = stampSchema.parse(JSON.parse(fs.readFileSync(stampFile, 'utf8')))
    return stamp.files.every((file) => fs.existsSync(path.join(folder, file.path))) ? stamp : null
  } catch {
    return null
  }
}

/**
 * Makes every file of the open data unless they fit already.
 * @throws with what the script printed when it failed
 */
export async function makeEvidence(
  contentHash: string,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const madeFrom = `${contentHash} ${hashProgram()}`
  if (readStamp()?.madeFrom === madeFrom) return
  const startedAt = performance.now()
  const { code, output, message } = await runScript('lib/server/build/run-evidence.ts', [folder], {
    env: { DATABASE_URL: databaseUrl },
  })
  const made = madeSchema.safeParse(message)
  if (code !== 0 || !made.success) throw new Error(`The open data could not be made:\n${output}`)
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ madeFrom, files: made.data }))
  const size = made.data.reduce((sum, { bytes }) => sum + bytes, 0)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  log(`${made.data.length} files of open data made, ${Math.round(size / 1024)} KiB, in ${seconds} s`)
}
