/** Files made from the content before the pages are exported, and handed out like every other: handouts, open data. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root, runScript } from '@/lib/server/process/child'

/** SHA-256 over the program that writes them: everything below lib/, and the versions of its packages. */
export function hashProgram(): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')))
  const files = fs.readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files) {
    const full = path.join(root, 'lib', file)
    if (fs.statSync(full).isFile()) hash.update(`${file}\0`).update(fs.readFileSync(full))
  }
  return hash.digest('hex')
}

/**
 * Has a script make files in a child, unless those that are there were made from the same.
 * @param made.name what they are, for the message of a failure and for the stamp beside no file that is served
 * @param made.folder where the script writes them, whole or not at all (`writeWhole`)
 * @param made.base what the path of each file is below
 * @returns what the script says it made, and in how many seconds; null when they fit already
 * @throws with what the script printed when it failed
 */
export async function makeFiles<File extends { path: string }>(
  made: { name: string; script: string; folder: string; base: string; file: z.ZodType<File> },
  madeFrom: string,
  databaseUrl: string,
): Promise<{ files: File[]; seconds: string } | null> {
  const stampFile = path.join(root, 'generated', `${made.name.replaceAll(' ', '-')}.json`)
  const filesSchema = z.array(made.file)
  const stampSchema = z.object({ madeFrom: z.string(), files: filesSchema })
  const areThere = (): boolean => {
    try {
      const stamp = stampSchema.parse(JSON.parse(fs.readFileSync(stampFile, 'utf8')))
      return (
        stamp.madeFrom === madeFrom &&
        stamp.files.every((file) => fs.existsSync(path.join(made.base, file.path)))
      )
    } catch {
      return false
    }
  }
  if (areThere()) return null
  const startedAt = performance.now()
  const { code, output, message } = await runScript(made.script, [made.folder], {
    env: { DATABASE_URL: databaseUrl },
  })
  const files = filesSchema.safeParse(message)
  if (code !== 0 || !files.success) throw new Error(`The ${made.name} could not be made:\n${output}`)
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ madeFrom, files: files.data }))
  return { files: files.data, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }
}

/** Puts a folder that `write` fills in the place of an older one. All or nothing: the old files stay until the new are whole. */
export async function writeWhole(
  folder: string,
  write: (put: (below: string, data: string | Uint8Array) => void) => Promise<void>,
): Promise<void> {
  const making = `${folder}.new`
  fs.rmSync(making, { recursive: true, force: true })
  await write((below, data) => {
    const file = path.join(making, below)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, data)
  })
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(making, folder)
}
