/** A piece of an entry of the change log: a paragraph or a list. */
export type ChangeBlock = { kind: 'text'; text: string } | { kind: 'items'; items: string[] }

/** What changed on one day (YYYY-MM-DD). */
export type ChangeEntry = { date: string; blocks: ChangeBlock[] }

/** Markdown marks that a reader should not see: emphasis, code ticks, and the address of a link. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The blocks of one entry. A line that is not a new item carries on the one before it. */
function blocksOf(lines: readonly string[]): ChangeBlock[] {
  const blocks: ChangeBlock[] = []
  let isOpen = false // a blank line ends a paragraph or a list
  for (const line of lines) {
    const last = blocks.at(-1)
    const item = /^\s*[-*] +(.*)$/.exec(line)
    if (line.trim() === '') isOpen = false
    else if (item) {
      if (last?.kind === 'items') last.items.push(item[1] ?? '')
      else blocks.push({ kind: 'items', items: [item[1] ?? ''] })
      isOpen = true
    } else if (isOpen && last?.kind === 'items') last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`)
    else if (isOpen && last?.kind === 'text') last.text += ` ${line.trim()}`
    else {
      blocks.push({ kind: 'text', text: line.replace(/^#+ */, '') })
      isOpen = true
    }
  }
  return blocks.map((block) =>
    block.kind === 'text'
      ? { kind: 'text', text: plainText(block.text) }
      : { kind: 'items', items: block.items.map(plainText) },
  )
}

/** The dated entries ("## 2026-11-20") of a change log in Markdown, newest first; text before the first is left out. */
export function parseChangelog(markdown: string): ChangeEntry[] {
  const found = new Map<string, string[]>()
  let lines: string[] | null = null
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const heading = /^## (.*)$/.exec(line)
    const date = /^(\d{4}-\d{2}-\d{2})\b/.exec(heading?.[1] ?? '')?.[1]
    if (date) found.set(date, (lines = found.get(date) ?? []))
    else if (heading)
      lines = null // a heading without a day is no entry
    else lines?.push(line)
  }
  return [...found]
    .map(([date, own]) => ({ date, blocks: blocksOf(own) }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}

export type Changed =
  /** The print shows what the site shows. */
  | { kind: 'current' }
  /** Entries newer than the print, newest first; never empty. */
  | { kind: 'older'; entries: ChangeEntry[] }
  /** Other content of the same day: the newest entry may or may not be in the print. */
  | { kind: 'same-day'; entries: ChangeEntry[] }
  /** Not the form of a version, or of a day on which nothing was published. */
  | { kind: 'unknown' }

/** "2026-11-20.3fa2c1": the day of the newest change and the first six hex digits of the content's hash. */
const versionForm = /^(\d{4}-\d{2}-\d{2})\.[0-9a-f]{6}$/

/** Whether a text has the form of a version, published or not. */
export const isVersion = (text: string): boolean => versionForm.test(text)

/**
 * What changed since `asked`. A real version carries the day of an entry of the change log, so any other day is
 * unknown. That the six digits were ever published cannot be told: the site keeps no list of old versions.
 */
export function changedSince(asked: string, current: string, changelog: string): Changed {
  if (asked === current) return { kind: 'current' }
  const date = versionForm.exec(asked)?.[1]
  const entries = parseChangelog(changelog)
  if (!date || !entries.some((entry) => entry.date === date)) return { kind: 'unknown' }
  const newer = entries.filter((entry) => entry.date > date)
  if (newer.length) return { kind: 'older', entries: newer }
  return { kind: 'same-day', entries: entries.filter((entry) => entry.date === date) }
}
