/** The content as the desk shows it: read once for each state of the files. */
import { parse } from 'yaml'
import { listParts, type Part, type Piece } from '@/lib/desk/parts'
import { words } from '@/lib/desk/desk-words'
import { checkProse } from '@/prisma/pipeline/check-prose'
import { checkAll } from '@/prisma/pipeline/check-references'
import { contentHashes, contentPieces } from '@/prisma/pipeline/content-pieces'
import {
  hashContent,
  readAllLanguages,
  type Content,
  type Problem,
  type ReadBefore,
} from '@/prisma/pipeline/read-content'
import { namesIn, textOf, withCopy, type Changes, type Folders } from './folders'

/** What stands in a folder of content. `hard`: the site could not use it. `soft`: rules of style. */
export type Checked =
  { ok: true; content: Content; hard: Problem[]; soft: Problem[] } | { ok: false; hard: Problem[] }

/** Reads and checks a folder as `npm run content:check` does. */
export function checkFolder(root: string, before?: ReadBefore): Checked {
  const read = readAllLanguages(root, undefined, before)
  if (!read.ok) return { ok: false, hard: read.problems }
  const hard = checkAll(read)
  // Sentences are read with their figures in them, so only once every figure is there.
  return { ok: true, content: read.content, hard, soft: hard.length ? [] : checkProse(read.content) }
}

const keyOf = ({ file, path, message }: Problem) => `${file} ${path} ${message}`
/** Problems that were not there before. */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(keyOf))
  return after.filter((problem) => !known.has(keyOf(problem)))
}

/** What stands against changed content: all of it where it cannot be read, else what was not there before. */
export const refusedOf = (
  now: Pick<DeskContent, 'hard'>,
  checked: { ok: boolean; hard: readonly Problem[] },
): Problem[] => (checked.ok ? newProblems(now.hard, checked.hard) : [...checked.hard])

export type DeskContent = {
  hash: string
  content: Content
  hard: Problem[]
  soft: Problem[]
  pieces: Record<string, unknown>
  hashes: Record<string, string>
  parts: Part[]
}

/** The state of the files: readable, or not, and then what was read last. */
export type DeskState =
  { ok: true; now: DeskContent } | { ok: false; hash: string; problems: Problem[]; last: DeskContent | null }

/** Reads the files again when they are others than before. */
export class ContentReader {
  private state: DeskState | null = null
  /** The last text of each file that could be read. */
  readonly goodTexts = new Map<string, string>()
  /** A save changes one file of fifty: the others need no second reading. */
  private readonly before: ReadBefore = new Map()
  private readonly parsed = new Map<string, { text: string; value: unknown }>()

  constructor(readonly folders: Folders) {}

  look(): DeskState {
    const hash = hashContent(this.folders.content)
    const held = this.state
    if (held && (held.ok ? held.now.hash : held.hash) === hash) return held
    const checked = checkFolder(this.folders.content, this.before)
    if (!checked.ok) {
      const last = held ? (held.ok ? held.now : held.last) : null
      return (this.state = { ok: false, hash, problems: checked.hard, last })
    }
    return this.keep({ hash, ...contentOf(checked) })
  }

  private keep(now: DeskContent): DeskState {
    for (const name of namesIn(this.folders.content)) {
      const text = textOf(this.folders, name)
      if (text !== null) this.goodTexts.set(name, text)
    }
    return (this.state = { ok: true, now })
  }

  /** As the content would be with the changes. */
  checkChanges(changes: Changes): Checked {
    return withCopy(this.folders, changes, (root) => checkFolder(root, this.before))
  }

  /** After a save: what was checked for it is the content, unless the files hold anything else. */
  written(after: Omit<DeskContent, 'hash'>): void {
    const hash = hashContent(this.folders.content)
    if (hash === after.content.hash) this.keep({ hash, ...after })
  }

  /** What a file holds as data; undefined when it is not there. */
  data(name: string): unknown {
    const text = textOf(this.folders, name)
    if (text === null) return undefined
    const held = this.parsed.get(name)
    if (held?.text === text) return held.value
    const value: unknown = parse(text)
    this.parsed.set(name, { text, value })
    return value
  }
}

/** The parts, pieces and hashes of content that can be read. */
export function contentOf(checked: Extract<Checked, { ok: true }>): Omit<DeskContent, 'hash'> {
  const { content, hard, soft } = checked
  const pieces = contentPieces(content)
  return {
    content,
    hard,
    soft,
    pieces,
    hashes: contentHashes(content),
    parts: listParts(content, pieces as Record<string, Piece>, words.names),
  }
}
