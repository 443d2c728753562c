/**
 * Handouts as finished files in public/handouts: made from the content in the database before the pages are built, so
 * that the pages' own server and every copy of the exported folder has them.
 */
import path from 'node:path'
import { z } from 'zod'
import { makeFiles } from '@/lib/server/build/made-files'
import { root } from '@/lib/server/process/child'

const base = path.join(root, 'public')
const madeFile = z.object({ path: z.string(), pages: z.number(), bytes: z.number() })
export type MadeHandouts = z.infer<typeof madeFile>[]

/**
 * Makes every handout on every sheet unless they fit already, and lists each with its pages.
 * @throws with what the script printed when it failed
 */
export async function makeHandouts(
  contentHash: string,
  programHash: string,
  publicUrl: string | undefined,
  clinicsHash: string,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const script = 'lib/server/build/run-handouts.ts'
  const made = await makeFiles(
    { name: 'handouts', script, folder: path.join(base, 'handouts'), base, file: madeFile },
    `${contentHash} ${programHash} ${publicUrl ?? ''} ${clinicsHash}`,
    databaseUrl,
  )
  if (!made) return
  for (const file of made.files) log(describe(file))
  const pages = made.files.reduce((sum, file) => sum + file.pages, 0)
  log(`${made.files.length} handouts made, ${pages} pages, in ${made.seconds} s`)
}

const describe = ({ path: address, pages, bytes }: MadeHandouts[number]) =>
  `${address}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${Math.round(bytes / 1024)} KiB`
