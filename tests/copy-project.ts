import fs from 'node:fs'
import path from 'node:path'
import { madeFolders } from '@/lib/server/build/build'

const root = path.resolve(import.meta.dirname, '..')
const leftOut = new Set([
  'node_modules',
  '.next',
  '.next.earlier',
  '.data',
  '.git',
  'test-results',
  'tests',
  'docs',
])

/** Copies a folder by hard links, file by file where links do not reach (another disk). */
function linkFolder(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true })
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkFolder(source, target)
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target)
    else {
      try {
        fs.linkSync(source, target)
      } catch {
        fs.copyFileSync(source, target)
      }
    }
  }
}

/**
 * The project again in another folder: a build belongs to one folder, and the real one's must stay.
 * The packages are linked file by file and not named by one link: Turbopack refuses that.
 */
export function copyProject(to: string): void {
  fs.mkdirSync(to, { recursive: true })
  // What a start makes is made there anew, and may be under the hands of another start here.
  const filter = (file: string) => !madeFolders.includes(path.relative(root, file))
  for (const entry of fs.readdirSync(root))
    if (!leftOut.has(entry))
      fs.cpSync(path.join(root, entry), path.join(to, entry), { recursive: true, filter })
  linkFolder(path.join(root, 'node_modules'), path.join(to, 'node_modules'))
}
