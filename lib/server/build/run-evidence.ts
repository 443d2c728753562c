/**
 * Writes the open data into the folder named by the first argument, as a child of the launcher (`server-only` modules need
 * Node's react-server condition). Tells the parent what it made.
 */
import fs from 'node:fs'
import path from 'node:path'
import { db } from '@/lib/db/client'
import { indexAddress, openIndexFile, openRoot } from '@/lib/evidence/addresses'
import { getOpenFiles } from '@/lib/evidence/data'
import type { MadeEvidence } from '@/lib/server/build/make-evidence'

async function writeAll(folder: string): Promise<MadeEvidence> {
  const made: MadeEvidence = []
  const making = `${folder}.new`
  fs.rmSync(making, { recursive: true, force: true })
  for (const { address, text } of await getOpenFiles()) {
    const place = address === indexAddress ? openIndexFile : address
    const below = place.slice(openRoot.length + 1)
    const file = path.join(making, below)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
    made.push({ path: below, bytes: Buffer.byteLength(text) })
  }
  // All or nothing: the old ones stay until the new ones are whole.
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(making, folder)
  return made
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write the open data to')
const made = await writeAll(folder)
await db.$disconnect()
process.send?.(made)
