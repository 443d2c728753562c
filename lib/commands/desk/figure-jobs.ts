/** A figure that two people type. */
import {
  refusedLines,
  whoAndWhy,
  withEntry,
  withReason,
  type Asked,
  type Reply,
  type DeskBase,
} from './desk-base'
import fs from 'node:fs'
import { words } from '@/lib/desk/desk-words'
import { savedText } from '@/lib/desk/fields'
import {
  changedArms,
  columnsToType,
  datesOf,
  editsOf,
  figureFields,
  isSamePerson,
  readNumber,
  withoutFigures,
  withRows,
  type WaitingFigure,
} from '@/lib/desk/figure'
import {
  fieldName,
  figureView,
  secondView,
  withdrawForm,
  type FigureInput,
  type SecondRow,
} from '@/lib/desk/figure-view'
import { say, type Notice } from '@/lib/desk/frame-view'
import type { WaitingResult } from '@/lib/desk/new-result'
import { valueAt, type Place } from '@/lib/texts/yaml-edit'
import type { Result } from '@/lib/numbers/schema'
import { changeLines } from '@/lib/reviews/content-changes'
import { cellsOf, compareGolden } from '@/prisma/pipeline/compare-golden'
import { stateOf } from '@/prisma/pipeline/content-state'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { parseCsv, type GoldenRow } from '@/prisma/pipeline/read-golden'
import { type Checked, type DeskContent, refusedOf } from './content'
import { editAll, textOf, writeWhole } from './folders'
import { withResult } from './result-job'

export class FigureJobs {
  constructor(private readonly desk: DeskBase) {}

  withdraw(asked: Asked): Reply {
    fs.rmSync(this.desk.waitingFile(asked.query.get('id') ?? ''), { force: true })
    return this.desk.go('/', { kind: 'done', lines: [words.withdrawn] })
  }

  /** The result that an arm is of: its condition, and its place in numbers.yaml. */
  private resultOf(now: DeskContent, arm: string) {
    for (const c of now.content.conditions) {
      const index = c.numbers.results.findIndex(({ arms }) => arms.some(({ id }) => id === arm))
      const result = c.numbers.results[index]
      if (result) {
        const file = `${c.condition.id}/numbers.yaml`
        const at: Place = ['results', index]
        return { c, result, file, at, written: valueAt(this.desk.reader.data(file), at) }
      }
    }
    return null
  }

  private figureHead(now: DeskContent, found: { c: ConditionContent; result: Result }) {
    const { c, result } = found
    const title = c.words.numbers.endpoints[result.endpoint]?.title ?? result.endpoint
    return {
      title: `${title} · ${result.followUp.kind}`,
      from: this.desk.shownSource(now, result.source),
    }
  }

  private groupOf(c: ConditionContent, arm: string): string {
    return c.words.numbers.armsFirst[arm] ?? c.words.numbers.arms[arm] ?? arm
  }

  figurePage(
    asked: Asked,
    now: DeskContent,
    typed: {
      form: URLSearchParams
      faults: ReadonlyMap<string, string>
      needs: ReadonlySet<'who' | 'because'>
      notice: Notice
    } | null,
  ): Reply {
    const found = this.resultOf(now, asked.query.get('id') ?? '')
    if (!found) return { kind: 'none' }
    const { c, result, at, written } = found
    const { title, from } = this.figureHead(now, found)
    const inputs = figureFields(written, at).map(({ at: place, kind }): FigureInput => {
      const [, , name, index] = place
      const arm = name === 'arms' ? result.arms[Number(index)] : undefined
      const value = valueAt(written, place.slice(2))
      return {
        at: place,
        label: fieldName(place),
        group: arm ? this.groupOf(c, arm.arm) : name === 'effect' ? words.betweenGroups : words.allGroups,
        kind,
        typed: typed?.form.get(place.join('.')) ?? String(value),
        fault: typed?.faults.get(place.join('.')),
      }
    })
    const address = this.desk.addressOfFigure(
      now,
      result.arms.map(({ id }) => id),
    )
    const frame = this.desk.frame(
      words.figureTitle,
      now.hash,
      { notice: typed?.notice ?? this.desk.said(asked) },
      address,
    )
    return this.desk.page(
      frame,
      figureView(
        this.desk.base,
        result.arms[0]?.id ?? '',
        title,
        from,
        inputs,
        {
          who: typed?.form.get('who') ?? this.desk.who,
          because: typed?.form.get('because') ?? '',
          read: typed?.form.get('read') === 'yes',
        },
        typed?.needs ?? new Set(),
      ),
    )
  }

  changeFigure(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const found = this.resultOf(now, asked.query.get('id') ?? '')
    if (!found) return { kind: 'none' }
    const { c, result, file, at, written } = found
    const faults = new Map<string, string>()
    const changes: WaitingFigure['changes'] = []
    for (const { at: place, kind } of figureFields(written, at)) {
      const name = place.join('.')
      const typed = savedText(form.get(name) ?? '')
      const from = valueAt(written, place.slice(2))
      if (typed === savedText(String(from))) continue
      const to = kind === 'number' ? readNumber(typed) : typed
      if (to === null || to === '') faults.set(name, say(words.needNumber, { typed }))
      else if (to !== from) changes.push({ at: place, from, to })
    }
    const { who, because, needs, asks } = whoAndWhy(form)
    const again = (lines: string[]) =>
      this.figurePage(asked, now, { form, faults, needs, notice: { kind: 'fault', lines } })
    if (faults.size) return again([...faults.values()])
    if (!changes.length) return again([words.needChange])
    if (asks.length) return again(asks)
    const waiting: WaitingFigure = {
      kind: 'figure',
      id: result.arms[0]?.id ?? '',
      condition: c.condition.id,
      by: who,
      because,
      on: this.desk.today(),
      changes,
      tries: [],
      read: form.get('read') === 'yes',
    }
    const made = editAll(this.desk.folders, { [file]: editsOf(waiting) })
    if (!made.ok) return again([made.why])
    const checked = this.desk.reader.checkChanges(made.changes)
    const hard = refusedOf(now, checked)
    if (!checked.ok || hard.length) return again(refusedLines(hard))
    if (this.armsToType(now, checked, c.condition.id).length === 0) {
      // Only where it stands was written otherwise: there is no figure to type again.
      const done = this.desk.write(
        now,
        { [file]: editsOf(waiting) },
        {},
        [`content: say where ${waiting.id} stands`, `By: ${who}`],
        who,
        true,
      )
      if (done.ok) return this.desk.go(`/figure?id=${waiting.id}`, { kind: 'done', lines: done.lines })
      return again([words.changedElsewhere])
    }
    writeWhole(this.desk.waitingFile(waiting.id), `${JSON.stringify(waiting, null, 2)}\n`)
    return this.desk.go('/#waiting', { kind: 'done', lines: [words.waiting] })
  }

  private armsToType(now: DeskContent, checked: Extract<Checked, { ok: true }>, condition: string): string[] {
    const after = checked.content.conditions.find((c) => c.condition.id === condition)
    const before = this.desk.condition(now, condition)
    return changedArms(before?.numbers.estimates ?? [], after?.numbers.estimates ?? [], cellsOf)
  }

  /** A changed figure or a new result that waits. */
  private waitingOf(id: string): WaitingFigure | WaitingResult | undefined {
    return this.desk
      .waiting()
      .find((one): one is WaitingFigure | WaitingResult => one.kind !== 'fact' && one.id === id)
  }

  /** The files with what waits in them, and the content that they make; null when that can no longer be done. */
  private changesOf(now: DeskContent, waiting: WaitingFigure | WaitingResult) {
    if (waiting.kind === 'result') {
      const made = withResult(this.desk, now, waiting)
      return made.ok && made.checked.ok ? { changes: made.changes, checked: made.checked } : null
    }
    const made = editAll(this.desk.folders, { [`${waiting.condition}/numbers.yaml`]: editsOf(waiting) })
    if (!made.ok) return null
    const checked = this.desk.reader.checkChanges(made.changes)
    return checked.ok ? { changes: made.changes, checked } : null
  }

  /** The content with what waits in it, and what its second reader has to type. */
  private secondOf(now: DeskContent, waiting: WaitingFigure | WaitingResult) {
    const made = this.changesOf(now, waiting)
    const { condition } = waiting
    const c = made?.checked.content.conditions.find((one) => one.condition.id === condition)
    const csvName = `golden/${condition}.csv`
    const csv = textOf(this.desk.folders, csvName)
    if (!made || !c || csv === null) return null
    const rows = parseCsv(csv)
    const arms = this.armsToType(now, made.checked, condition)
    const second = arms.flatMap(
      (arm): (SecondRow & { cells: ReturnType<typeof cellsOf>; row: GoldenRow | undefined })[] => {
        const estimate = c.numbers.estimates.find(({ id }) => id === arm)
        if (!estimate) return []
        const cells = cellsOf(estimate)
        const row = rows.find((one) => one.estimate === arm)
        return [{ arm, group: this.groupOf(c, estimate.arm), columns: columnsToType(row, cells), cells, row }]
      },
    )
    const result = c.numbers.results.find((one) => one.arms.some(({ id }) => id === waiting.id))
    return result ? { ...made, c, result, csvName, csv, rows, second } : null
  }

  secondPage(
    asked: Asked,
    now: DeskContent,
    typed: Readonly<Record<string, string>>,
    faults: ReadonlySet<string>,
    notice: Notice | null,
  ): Reply {
    const id = asked.query.get('id') ?? ''
    const waiting = this.waitingOf(id)
    const second = waiting && this.secondOf(now, waiting)
    // What waits can be withdrawn, also when the content has moved on under it.
    if (waiting && !second)
      return this.desk.page(
        this.desk.frame(words.secondTitle, now.hash, {
          notice: { kind: 'fault', lines: [say(words.movedOn, { by: waiting.by })] },
        }),
        [withdrawForm(this.desk.base, id)],
      )
    if (!waiting || !second) return { kind: 'none' }
    const { title, from } = this.figureHead(now, second)
    return this.desk.page(
      this.desk.frame(words.secondTitle, now.hash, { notice: notice ?? this.desk.said(asked) }),
      secondView(
        this.desk.base,
        id,
        title,
        from,
        withoutFigures(second.result.where),
        waiting.by,
        second.second,
        typed,
        faults,
      ),
    )
  }

  /** A row for each group that was typed: what tells whose it is from the content, the figures as they were typed. */
  private typedRows(
    { c, result, second }: NonNullable<ReturnType<FigureJobs['secondOf']>>,
    typed: Readonly<Record<string, string>>,
  ): Record<string, GoldenRow> {
    const w = c.words.numbers
    const endpoint = w.endpoints[result.endpoint]
    return Object.fromEntries(
      second.map(({ arm, columns, cells, row }): [string, GoldenRow] => {
        const given = ['source', 'counted_side', 'effect_measure', 'finding', 'tier'].map((column) => [
          column,
          String((cells as Record<string, string | number | undefined>)[column] ?? ''),
        ])
        const own = columns.map((column) => [column, (typed[`${arm}.${column}`] ?? '').replaceAll(',', '')])
        const told = {
          endpoint: `${endpoint?.title ?? ''} [bad: ${endpoint?.bad ?? ''} / good: ${endpoint?.good ?? ''}]`,
          arm: w.arms[result.arms.find(({ id }) => id === arm)?.arm ?? ''] ?? '',
        }
        return [
          arm,
          {
            estimate: arm,
            ...(row ?? { ...told, ...Object.fromEntries(given) }),
            ...Object.fromEntries(own),
          },
        ]
      }),
    )
  }

  typeSecond(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const id = asked.query.get('id') ?? ''
    const waiting = this.waitingOf(id)
    const made = waiting && this.secondOf(now, waiting)
    if (waiting && !made) return this.secondPage(asked, now, {}, new Set(), null)
    if (!waiting || !made) return { kind: 'none' }
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]))
    const again = (faults: string[], line: string) =>
      this.secondPage(asked, now, typed, new Set(faults), { kind: 'fault', lines: [line] })
    const who = typed.who ?? ''
    if (!who) return again(['who'], words.needName)
    if (isSamePerson(who, waiting.by)) return again(['same'], say(words.otherPerson, { by: waiting.by }))
    const numbers = `${waiting.condition}/numbers.yaml`
    const isMoved =
      waiting.kind !== 'result' &&
      waiting.changes.some(({ at, from }) => valueAt(this.desk.reader.data(numbers), at) !== from)
    if (isMoved) return again([], say(words.movedOn, { by: waiting.by }))
    const newRows = this.typedRows(made, typed)
    const isOwn = ({ estimate }: { estimate: string }) => estimate in newRows
    const before = compareGolden(
      made.rows,
      this.desk.condition(now, waiting.condition)?.numbers.estimates ?? [],
    )
    // What differed in the same way before was explained by a person: tests/content/golden.test.ts.
    const explained = new Set(before.differences.filter(isOwn).map((one) => JSON.stringify(one)))
    const rows = [
      ...made.rows.map((row) => newRows[row.estimate ?? ''] ?? row),
      ...Object.entries(newRows).flatMap(([arm, row]) =>
        made.rows.some(({ estimate }) => estimate === arm) ? [] : [row],
      ),
    ]
    const differences = compareGolden(rows, made.c.numbers.estimates)
      .differences.filter(isOwn)
      .filter((one) => !explained.has(JSON.stringify(one)))
    if (differences.length) {
      const columns = [...new Set(differences.map(({ column }) => words.columns[column] ?? column))]
      const tries = [
        ...waiting.tries,
        { by: who, columns, typed: newRows as Record<string, Record<string, string>> },
      ]
      writeWhole(this.desk.waitingFile(id), `${JSON.stringify({ ...waiting, tries }, null, 2)}\n`)
      return again([], say(words.differ, { columns: columns.join(', ') }))
    }
    const changed = changeLines(stateOf(now.content), stateOf(made.checked.content))
    const lines =
      waiting.kind === 'result'
        ? changed.filter((one) => one.startsWith('- New: '))
        : withReason(changed, waiting.because)
    const changelog = textOf(this.desk.folders, 'CHANGELOG.md') ?? ''
    const found = this.resultOf(now, id)
    const dates =
      waiting.kind !== 'result' && waiting.read && found
        ? { [numbers]: datesOf(found.result, found.at, this.desk.today()) }
        : {}
    const done = this.desk.write(
      now,
      dates,
      {
        ...made.changes,
        [made.csvName]: withRows(made.csv, newRows),
        ...(lines.length ? { 'CHANGELOG.md': withEntry(changelog, lines, this.desk.today()) } : {}),
      },
      [
        `content: ${waiting.kind === 'result' ? 'add a result' : 'change a figure'} of ${made.result.source}`,
        `First reader: ${waiting.by}, ${waiting.on}`,
        `Second reader: ${who}, ${this.desk.today()}`,
        ...(waiting.kind === 'result'
          ? waiting.typed.why
            ? [`Kept against the checker, because: ${waiting.typed.why}`]
            : []
          : [
              `Because: ${waiting.because}`,
              ...waiting.changes.map(
                ({ at, from, to }) => `${numbers} ${at.join('.')}: ${String(from)} → ${String(to)}`,
              ),
            ]),
      ],
      who,
      true,
      { [made.csvName]: made.csv },
    )
    if (!done.ok)
      return again(
        [],
        done.why === 'moved' ? words.changedElsewhere : done.hard.map(({ message }) => message).join(' '),
      )
    fs.rmSync(this.desk.waitingFile(id), { force: true })
    const seen = lines.map((one) => one.replace(/^- /, '')).join(' ') || id
    return this.desk.go('/', {
      kind: 'done',
      lines: [
        say(waiting.kind === 'result' ? words.resultAdded : words.agree, { told: seen }),
        ...(waiting.kind === 'result' ? [...this.desk.toTranslate(), words.resultAfter] : []),
        ...done.lines,
      ],
    })
  }
}
