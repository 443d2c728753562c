/**
 * Writes the open data into the folder named by the first argument, as a child of the launcher (`server-only` modules need
 * Node's react-server condition). Tells the parent what it made.
 */
import { db } from '@/lib/db/client'
import { indexAddress, openIndexFile, openRoot } from '@/lib/evidence/addresses'
import { getOpenFiles } from '@/lib/evidence/data'
import { writeWhole } from '@/lib/server/build/made-files'
import { uuidOf } from '@/lib/server/build/name-uuid'
import type { MadeEvidence } from '@/lib/server/build/make-evidence'

async function writeAll(folder: string): Promise<MadeEvidence> {
  const made: MadeEvidence = []
  await writeWhole(folder, async (put) => {
    for (const { address, text } of await getOpenFiles(uuidOf)) {
      const place = address === indexAddress ? openIndexFile : address
      const below = place.slice(openRoot.length + 1)
      put(below, text)
      made.push({ path: below, bytes: Buffer.byteLength(text) })
    }
  })
  return made
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write the open data to')
const made = await writeAll(folder)
await db.$disconnect()
process.send?.(made)
