/**
 * `npm run content:changes -- <git ref or folder>`: what differs between the content there and the content here, as lines
 * for the change log that a person completes. `npm run content:changes -- --released` writes down what is released now
 * (prisma/released.json); the release check compares with it.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { changeLines } from '@/lib/reviews/content-changes'
import { formatProblem } from './check-content'
import { releasedFile, stateOf, writeReleased } from './content-state'
import { defaultContentDir, readContent, type Content } from './read-content'

function end(words: string): never {
  console.error(words)
  process.exit(2)
}

function contentIn(folder: string): Content {
  const read = readContent(folder)
  if (read.ok) return read.content
  const problems = read.problems.slice(0, 5).map(formatProblem).join('\n')
  return end(`The content in ${folder} cannot be read by this version of Lantern.\n${problems}`)
}

/** The content as it was at a git ref, in a folder of its own. */
function folderOfRef(ref: string, into: string): string {
  try {
    // A ref never begins with a dash; without this one would be read as an option.
    const options = ['archive', '--end-of-options', ref, 'prisma/content']
    const packed = execFileSync('git', options, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 })
    execFileSync('tar', ['-x', '-C', into], { input: packed })
    return path.join(into, 'prisma', 'content')
  } catch {
    return end(
      `“${ref}” is no folder and no version that git knows. To do: npm run content:changes -- HEAD~1`,
    )
  }
}

const wanted = process.argv[2]
if (wanted === undefined) end('Say what to compare with: npm run content:changes -- <git ref or folder>')
if (wanted === '--released') {
  writeReleased(contentIn(defaultContentDir))
  console.log(`wrote ${releasedFile}`)
} else {
  const here = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-changes-'))
  process.on('exit', () => fs.rmSync(here, { recursive: true, force: true }))
  const isFolder = fs.statSync(wanted, { throwIfNoEntry: false })?.isDirectory() ?? false
  const before = contentIn(isFolder ? wanted : folderOfRef(wanted, here))
  const lines = changeLines(stateOf(before), stateOf(contentIn(defaultContentDir)))
  console.log(lines.length ? lines.join('\n') : 'No figure and no sentence differs.')
}
