/**
 * The open data as finished files in public/api/evidence: made from the content in the database before the pages are
 * exported, so that they are handed out like every other file and answer while the database is away.
 * Why: docs/decisions/0060-open-data.md.
 */
import path from 'node:path'
import { z } from 'zod'
import { openRoot } from '@/lib/evidence/addresses'
import { makeFiles } from '@/lib/server/build/made-files'
import { root } from '@/lib/server/process/child'

const folder = path.join(root, 'public', openRoot)
const madeFile = z.object({ path: z.string(), bytes: z.number() })
export type MadeEvidence = z.infer<typeof madeFile>[]

/**
 * Makes every file of the open data unless they fit already.
 * @throws with what the script printed when it failed
 */
export async function makeEvidence(
  contentHash: string,
  programHash: string,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const script = 'lib/server/build/run-evidence.ts'
  const made = await makeFiles(
    { name: 'open data', script, folder, base: folder, file: madeFile },
    `${contentHash} ${programHash}`,
    databaseUrl,
  )
  if (!made) return
  const size = made.files.reduce((sum, { bytes }) => sum + bytes, 0)
  log(`${made.files.length} files of open data made, ${Math.round(size / 1024)} KiB, in ${made.seconds} s`)
}
