/** A study that is added to the list of sources, so that a result of it can be typed. */
import { asProblem, told, type Asked, type Reply, type DeskBase } from './desk-base'
import { words } from '@/lib/desk/desk-words'
import { savedText } from '@/lib/desk/fields'
import { say } from '@/lib/desk/frame-view'
import { faultsOfSource, sourceId, sourceOf, type SourceFault, type Typed } from '@/lib/desk/new-source'
import { sourceView } from '@/lib/desk/source-view'
import type { Problem } from '@/prisma/pipeline/read-content'
import type { DeskContent } from './content'

export class SourceJob {
  constructor(private readonly desk: DeskBase) {}

  sourcePage(
    asked: Asked,
    now: DeskContent,
    typed: Typed = { who: this.desk.who },
    faults: readonly SourceFault[] = [],
    found: readonly Problem[] = [],
  ): Reply {
    const isFaulty = faults.length + found.length > 0
    const notice = isFaulty
      ? ({ kind: 'fault', lines: [say(words.findings, { n: faults.length + found.length })] } as const)
      : this.desk.said(asked)
    return this.desk.page(
      this.desk.frame(words.sourceTitle, now.hash, {
        notice: notice && { ...notice, lines: [...notice.lines] },
      }),
      sourceView(this.desk.base, typed, faults, told(found)),
    )
  }

  addSource(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const typed: Typed = Object.fromEntries([...form].map(([name, value]) => [name, savedText(value)]))
    const who = typed.who ?? ''
    const faults: SourceFault[] = [
      ...faultsOfSource(typed, new Set(now.content.sources.map(({ id }) => id))),
      ...(who ? [] : [{ field: 'who', fault: 'missing' } as const]),
    ]
    if (faults.length) return this.sourcePage(asked, now, typed, faults)
    const id = sourceId(typed)
    const done = this.desk.write(
      now,
      { 'sources.yaml': [{ kind: 'add', at: ['sources'], value: sourceOf(typed, this.desk.today()) }] },
      {},
      [`content: add the source ${id}`, `By: ${who}`],
      who,
      true,
    )
    if (!done.ok)
      return this.sourcePage(
        asked,
        now,
        typed,
        [],
        done.why === 'moved' ? [asProblem(words.changedElsewhere)] : done.hard,
      )
    return this.desk.go(`/result?source=${id}`, {
      kind: 'done',
      lines: [say(words.sourceAdded, { id }), ...done.lines],
    })
  }
}
