/**
 * The files that the desk reads and writes. The YAML is the truth: nothing is kept here but what was read, and the last
 * text of each file that could be read.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { wholePatch, type ChangedFile } from '@/lib/desk/patch'
import { editYaml, faultOfYaml, type Edit } from '@/lib/texts/yaml-edit'

export type Folders = {
  /** prisma/content, or what LANTERN_CONTENT names. */
  content: string
  /** The figures that were typed a second time: tests/golden, or what LANTERN_GOLDEN names. */
  golden: string
  /** Patches, and figures that wait for a second reader. */
  desk: string
}

/** Texts of files of content by their names below its folder; `golden/` before those of the second typing. */
export type Changes = Record<string, string>

const goldenPrefix = 'golden/'

/** All YAML and Markdown below a folder, in order of their names. */
export function namesIn(root: string, prefix = ''): string[] {
  return fs
    .readdirSync(path.join(root, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(prefix, entry.name)
      return entry.isDirectory() ? namesIn(root, name) : /\.(ya?ml|md)$/.test(name) ? [name] : []
    })
    .sort()
}

const pathOf = ({ content, golden }: Folders, name: string) =>
  name.startsWith(goldenPrefix)
    ? path.join(golden, name.slice(goldenPrefix.length))
    : path.join(content, name)

/** Where a maintainer has the file. */
const projectName = (name: string) =>
  name.startsWith(goldenPrefix) ? `tests/${name}` : `prisma/content/${name}`

/** The text of a file; null when it is not there. */
export function textOf(folders: Folders, name: string): string | null {
  const file = pathOf(folders, name)
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

/**
 * The texts after edits, for files that can be read.
 * @returns the first thing that cannot be done, in words
 */
export function editAll(
  folders: Folders,
  edits: Readonly<Record<string, readonly Edit[]>>,
  begun: Changes = {},
): { ok: true; changes: Changes } | { ok: false; why: string } {
  const changes: Changes = { ...begun }
  for (const [name, own] of Object.entries(edits)) {
    const text = changes[name] ?? textOf(folders, name)
    if (text === null) return { ok: false, why: `${name}: there is no such file` }
    const edited = editYaml(text, own)
    if (!edited.ok) return { ok: false, why: `${name}: ${edited.why}` }
    if (edited.text !== textOf(folders, name)) changes[name] = edited.text
  }
  return { ok: true, changes }
}

/** Calls `use` with a copy of the content in which the changes are made. */
export function withCopy<Result>(folders: Folders, changes: Changes, use: (root: string) => Result): Result {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-desk-'))
  try {
    fs.cpSync(folders.content, root, { recursive: true })
    for (const [name, text] of Object.entries(changes))
      if (!name.startsWith(goldenPrefix)) {
        fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
        fs.writeFileSync(path.join(root, name), text)
      }
    return use(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** A file is written whole beside its place, then takes it: nobody ever reads half of it. */
function writeWhole(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.desk`)
  const handle = fs.openSync(beside, 'w')
  fs.writeFileSync(handle, text)
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.renameSync(beside, file)
}

/**
 * Writes the patch, then the files.
 * @param before the texts that the changes were made from; a file that holds another one by now is not touched
 * @param told who, what and why: the first lines of the patch
 * @returns the name of the patch; or the files that somebody else wrote meanwhile, and then nothing was written
 */
export function writeAll(
  folders: Folders,
  changes: Changes,
  before: Readonly<Record<string, string | null>>,
  told: readonly string[],
  now: Date,
): { ok: true; patch: string } | { ok: false; moved: string[] } {
  const moved = Object.keys(changes).filter((name) => textOf(folders, name) !== (before[name] ?? null))
  if (moved.length) return { ok: false, moved }
  const files = Object.entries(changes).map(([name, after]): ChangedFile => ({
    file: projectName(name),
    before: before[name] ?? null,
    after,
  }))
  const patches = path.join(folders.desk, 'patches')
  fs.mkdirSync(patches, { recursive: true })
  const stamp = now
    .toISOString()
    .replace(/[-:]|\.\d+Z$/g, '')
    .replace('T', '-')
  let name = `${stamp}.patch`
  for (let again = 2; fs.existsSync(path.join(patches, name)); again++) name = `${stamp}-${again}.patch`
  writeWhole(path.join(patches, name), wholePatch(told, files))
  for (const [file, text] of Object.entries(changes)) writeWhole(pathOf(folders, file), text)
  return { ok: true, patch: path.join(patches, name) }
}

/** The texts now, for what the changes touch. */
export const textsNow = (folders: Folders, changes: Changes): Record<string, string | null> =>
  Object.fromEntries(Object.keys(changes).map((name) => [name, textOf(folders, name)]))

/** Files that are no YAML any more, each with its line and what is wrong. */
export function brokenFiles(folders: Folders): { file: string; line: number; why: string }[] {
  return namesIn(folders.content)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((file) => {
      const fault = faultOfYaml(textOf(folders, file) ?? '')
      return fault ? [{ file, ...fault }] : []
    })
}

/** What waits outside the content, by name: figures that a second person has not typed yet. */
export const waitingFolder = ({ desk }: Folders) => path.join(desk, 'waiting')
export { writeWhole }
