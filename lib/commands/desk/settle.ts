/** What follows from a change of studies by itself: words that nothing needs any more, and reasons for first figures. */
import { parse } from 'yaml'
import { cellAt, leadProblems, leftOver } from '@/lib/desk/retire'
import type { Edit } from '@/lib/texts/yaml-edit'
import { newProblems, type Checked, type DeskContent } from './content'
import type { DeskBase } from './desk-base'
import { editAll, type Changes } from './folders'

/**
 * The changes with what follows from them.
 * @param reasonOf why the most favourable figure of a cell may be seen first, as somebody typed it; empty: nobody did
 */
export function settle(
  desk: DeskBase,
  now: DeskContent,
  begun: Changes,
  reasonOf: (file: string, cell: string) => string,
): { ok: true; changes: Changes; checked: Checked } | { ok: false; why: string } {
  let changes = begun
  let checked = desk.reader.checkChanges(changes)
  // Taking some words out may free others.
  for (let pass = 0; pass < 5; pass++) {
    const found = newProblems(now.hard, checked.hard)
    const more: Record<string, Edit[]> = {}
    for (const { file, at } of leftOver(found)) (more[file] ??= []).push({ kind: 'remove', at })
    for (const { file, path: cell } of found.filter(leadProblems.isIdle)) {
      const at = cellAt(parse(changes[file] ?? ''), cell)
      if (at) (more[file] ??= []).push({ kind: 'remove', at: [...at, 'leadBecause'] })
    }
    for (const { file, path: cell } of found.filter(leadProblems.needsReason)) {
      const at = cellAt(parse(changes[file] ?? ''), cell)
      const value = reasonOf(file, cell)
      if (at && value) (more[file] ??= []).push({ kind: 'set', at: [...at, 'leadBecause'], value })
    }
    if (!Object.keys(more).length) break
    const next = editAll(desk.folders, more, changes)
    if (!next.ok) return next
    changes = next.changes
    checked = desk.reader.checkChanges(changes)
  }
  return { ok: true, changes, checked }
}
