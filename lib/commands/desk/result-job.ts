/** A new result of a study: typed by a first reader, and then waiting for a second (figure-jobs.ts). */
import { told, type Asked, type Reply, type DeskBase } from './desk-base'
import { words } from '@/lib/desk/desk-words'
import { savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import {
  armIds,
  faultsOfResult,
  mostGroups,
  resultEdits,
  valueKinds,
  type ResultFault,
  type ResultShape,
  type Typed,
  type WaitingResult,
} from '@/lib/desk/new-result'
import { chooseResult, resultView } from '@/lib/desk/result-view'
import type { Problem } from '@/prisma/pipeline/read-content'
import { type DeskContent, newProblems, refusedOf } from './content'
import { editAll, writeWhole } from './folders'
import { settle } from './settle'

/**
 * The files with a new result in them, settled; `why`: what stands against it, when the content has moved on since it was
 * typed.
 */
export function withResult(
  desk: DeskBase,
  now: DeskContent,
  { shape, typed }: Pick<WaitingResult, 'shape' | 'typed'>,
) {
  const c = desk.condition(now, shape.condition)
  if (!c || faultsOfResult(shape, typed, c).length) return { ok: false, why: words.planMoved } as const
  const edits = desk.inEveryLanguage(resultEdits(shape, typed, c, now.content.locale, desk.today()))
  const made = editAll(desk.folders, edits)
  if (!made.ok) return made
  return settle(desk, now, made.changes, () => savedText(typed.leadBecause ?? ''))
}

export class ResultJob {
  constructor(private readonly desk: DeskBase) {}

  /** What the address says; null while something of it is missing. */
  private shapeOf({ query }: Asked, now: DeskContent): ResultShape | null {
    const condition = query.get('c') ?? ''
    const source = query.get('source') ?? ''
    const groups = Number(query.get('groups'))
    const kind = valueKinds.find((one) => one === query.get('kind'))
    const isGood =
      this.desk.condition(now, condition) &&
      now.content.sources.some(({ id }) => id === source) &&
      Number.isInteger(groups) &&
      groups >= 1 &&
      groups <= mostGroups
    return isGood && kind ? { condition, source, groups, kind } : null
  }

  resultPage(
    asked: Asked,
    now: DeskContent,
    given: {
      typed: Typed
      faults?: readonly ResultFault[]
      found?: readonly Problem[]
      needsWhy?: boolean
      notice: Notice
    } | null = null,
  ): Reply {
    const shape = this.shapeOf(asked, now)
    const c = shape && this.desk.condition(now, shape.condition)
    const frame = this.desk.frame(words.resultTitle, now.hash, {
      notice: given?.notice ?? this.desk.said(asked),
    })
    if (!shape || !c) {
      const of = (name: string) => asked.query.get(name) ?? ''
      return this.desk.page(
        frame,
        chooseResult(
          this.desk.base,
          now.content.conditions.map((one) => ({ id: one.condition.id, name: one.words.condition.name })),
          now.content.sources,
          { c: of('c'), source: of('source'), groups: of('groups'), kind: of('kind') },
          // A study that was just added is named before the rest is.
          asked.query.has('source') && !now.content.sources.some(({ id }) => id === of('source')),
        ),
      )
    }
    return this.desk.page(
      frame,
      resultView(
        this.desk.base,
        shape,
        c,
        this.desk.shownSource(now, shape.source),
        given?.typed ?? { who: this.desk.who },
        given?.faults ?? [],
        told(given?.found ?? []),
        given?.needsWhy ?? false,
      ),
    )
  }

  addResult(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const shape = this.shapeOf(asked, now)
    const c = shape && this.desk.condition(now, shape.condition)
    if (!shape || !c) return this.resultPage(asked, now)
    const typed: Typed = Object.fromEntries([...form].map(([name, value]) => [name, savedText(value)]))
    const who = typed.who ?? ''
    const faults: ResultFault[] = [
      ...faultsOfResult(shape, typed, c),
      ...(who ? [] : [{ field: 'who', fault: 'missing' } as const]),
    ]
    if (faults.length)
      return this.resultPage(asked, now, {
        typed,
        faults,
        notice: { kind: 'fault', lines: [say(words.findings, { n: faults.length })] },
      })
    const again = (line: string, found: readonly Problem[] = [], needsWhy = false) =>
      this.resultPage(asked, now, { typed, found, needsWhy, notice: { kind: 'fault', lines: [line] } })
    const made = withResult(this.desk, now, { shape, typed })
    if (!made.ok) return again(made.why)
    const { checked } = made
    const hard = refusedOf(now, checked)
    if (!checked.ok || hard.length) return again(words.hard, hard)
    const soft = newProblems(now.soft, checked.soft)
    if (soft.length && !typed.why) return again(words.soft, soft, true)
    const waiting: WaitingResult = {
      kind: 'result',
      id: armIds(shape, typed)[0] ?? '',
      condition: shape.condition,
      by: who,
      on: this.desk.today(),
      shape,
      typed,
      tries: [],
    }
    writeWhole(this.desk.waitingFile(waiting.id), `${JSON.stringify(waiting, null, 2)}\n`)
    return this.desk.go('/#waiting', { kind: 'done', lines: [words.waiting] })
  }
}
