/** A quantity that sentences name, typed by two people. */
import {
  refusedLines,
  told,
  whoAndWhy,
  withEntry,
  withReason,
  type Asked,
  type Reply,
  type DeskBase,
} from './desk-base'
import fs from 'node:fs'
import { words } from '@/lib/desk/desk-words'
import {
  boxPlace,
  changedValues,
  differingBoxes,
  factBoxes,
  factEdits,
  besideValue,
  needsSecond,
  readBox,
  type WaitingFact,
} from '@/lib/desk/fact'
import { boxLabel, factView, secondFactView } from '@/lib/desk/fact-view'
import { savedText } from '@/lib/desk/fields'
import { isSamePerson, withoutFigures } from '@/lib/desk/figure'
import { say, type Notice } from '@/lib/desk/frame-view'
import { changeLines } from '@/lib/reviews/content-changes'
import { valueAt, type Place } from '@/lib/texts/yaml-edit'
import { stateOf } from '@/prisma/pipeline/content-state'
import { type DeskContent, refusedOf } from './content'
import { editAll, namesIn, textOf, writeWhole } from './folders'

type Found = { file: string; at: Place; written: unknown }

export class FactJobs {
  constructor(private readonly desk: DeskBase) {}

  /** The quantity as its file has it. */
  private find(id: string): Found | null {
    for (const file of namesIn(this.desk.folders.content)) {
      if (!/(^|\/)(facts|numbers)\.yaml$/.test(file) || file.includes('words.')) continue
      const facts = valueAt(this.desk.reader.data(file), ['facts'])
      if (!Array.isArray(facts)) continue
      const index = facts.findIndex((one) => valueAt(one, ['id']) === id)
      if (index !== -1) return { file, at: ['facts', index], written: facts[index] as unknown }
    }
    return null
  }

  private readonly textAt = (written: unknown, name: string) => String(valueAt(written, [name]) ?? '')

  private readonly partsWith = (id: string, now: DeskContent) =>
    now.parts.filter(({ facts }) => facts.includes(id))

  /** Every sentence of the first language that names it, once. */
  private sentencesWith(id: string, now: DeskContent): string[] {
    const all = this.partsWith(id, now).flatMap((part) =>
      this.desk.sentencesWith(id, part, this.desk.bookOf(now, part.scope)),
    )
    return [...new Set(all)]
  }

  factPage(
    asked: Asked,
    now: DeskContent,
    typed: {
      form: URLSearchParams
      faults: ReadonlyMap<string, string>
      needs: ReadonlySet<'who' | 'because'>
      notice: Notice
    } | null = null,
  ): Reply {
    const id = asked.query.get('id') ?? ''
    const found = this.find(id)
    if (!found) return { kind: 'none' }
    const { written } = found
    const value = (name: string, fallback: string) => typed?.form.get(name) ?? fallback
    const parts = this.partsWith(id, now)
    const source = this.textAt(written, 'source')
    const frame = this.desk.frame(
      words.factTitle,
      now.hash,
      { notice: typed?.notice ?? this.desk.said(asked) },
      parts[0]?.address ?? null,
    )
    return this.desk.page(
      frame,
      factView(
        this.desk.base,
        {
          id,
          unit: this.textAt(written, 'unit'),
          from: this.desk.shownSource(now, source),
          sentences: this.sentencesWith(id, now),
          boxes: factBoxes(valueAt(written, ['value'])).map((box) => ({
            ...box,
            typed: value(`value.${box.end}`, String(valueAt(written, boxPlace([], box)))),
            fault: typed?.faults.get(`value.${box.end}`),
          })),
          source: { typed: value('source', source), fault: typed?.faults.get('source') },
          where: { typed: value('where', this.textAt(written, 'where')), fault: typed?.faults.get('where') },
          tier: value('tier', this.textAt(written, 'tier')),
          who: value('who', this.desk.who),
          because: value('because', ''),
        },
        typed?.needs ?? new Set(),
      ),
    )
  }

  changeFact(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const id = asked.query.get('id') ?? ''
    const found = this.find(id)
    if (!found) return { kind: 'none' }
    const { file, at, written } = found
    const faults = new Map<string, string>()
    const changes: WaitingFact['changes'] = []
    for (const box of factBoxes(valueAt(written, ['value']))) {
      const name = `value.${box.end}`
      const typed = savedText(form.get(name) ?? '')
      const from = valueAt(written, boxPlace([], box))
      const to = readBox(box, typed)
      if (to === null)
        faults.set(name, say(box.kind === 'number' ? words.needNumber : words.needDay, { typed }))
      else if (to !== from) changes.push({ at: boxPlace([], box), from, to })
    }
    for (const name of besideValue) {
      const from = this.textAt(written, name)
      const to = savedText(form.get(name) ?? '')
      if (name === 'source' && !now.content.sources.some((one) => one.id === to))
        faults.set(name, words.faults['no-source'] ?? '')
      else if (name === 'where' && to.length < 3) faults.set(name, words.needWhere)
      else if (to !== savedText(from)) changes.push({ at: [name], from, to })
    }
    const { who, because, needs, asks } = whoAndWhy(form)
    const again = (lines: string[]) =>
      this.factPage(asked, now, { form, faults, needs, notice: { kind: 'fault', lines } })
    if (faults.size) return again([...faults.values()])
    if (!changes.length) return again([words.needChange])
    if (asks.length) return again(asks)
    const waiting: WaitingFact = {
      kind: 'fact',
      id,
      file,
      by: who,
      because,
      on: this.desk.today(),
      changes,
      tries: [],
    }
    const edits = { [file]: factEdits(waiting, at) }
    const made = editAll(this.desk.folders, edits)
    if (!made.ok) return again([made.why])
    const checked = this.desk.reader.checkChanges(made.changes)
    const hard = refusedOf(now, checked)
    if (!checked.ok || hard.length) return again(refusedLines(told(hard)))
    if (!needsSecond(waiting)) {
      const done = this.desk.write(
        now,
        edits,
        {},
        [`content: say where ${id} stands`, `By: ${who}`, `Because: ${because}`],
        who,
        true,
      )
      if (done.ok) return this.desk.go(`/fact?id=${id}`, { kind: 'done', lines: done.lines })
      return again([words.changedElsewhere])
    }
    writeWhole(this.desk.waitingFile(id), `${JSON.stringify(waiting, null, 2)}\n`)
    return this.desk.go('/#waiting', { kind: 'done', lines: [words.waiting] })
  }

  /** A quantity that waits, or undefined: what waits under this id is something else. */
  waitingFact(id: string): WaitingFact | undefined {
    return this.desk.waiting().find((one): one is WaitingFact => one.kind === 'fact' && one.id === id)
  }

  secondPage(
    asked: Asked,
    now: DeskContent,
    waiting: WaitingFact,
    typed: Readonly<Record<string, string>> = {},
    fault: 'who' | 'same' | null = null,
    notice: Notice | null = null,
  ): Reply {
    const found = this.find(waiting.id)
    if (!found) return { kind: 'none' }
    const changed = (name: string) =>
      String(waiting.changes.find(({ at }) => at[0] === name)?.to ?? this.textAt(found.written, name))
    return this.desk.page(
      this.desk.frame(words.secondTitle, now.hash, { notice: notice ?? this.desk.said(asked) }),
      secondFactView(
        this.desk.base,
        {
          id: waiting.id,
          unit: this.textAt(found.written, 'unit'),
          from: this.desk.shownSource(now, changed('source')),
          sentences: this.sentencesWith(waiting.id, now).map(withoutFigures),
          where: withoutFigures(changed('where')),
          by: waiting.by,
        },
        factBoxes(valueAt(found.written, ['value'])),
        typed,
        fault,
      ),
    )
  }

  typeSecond(asked: Asked, form: URLSearchParams, now: DeskContent, waiting: WaitingFact): Reply {
    const found = this.find(waiting.id)
    if (!found) return { kind: 'none' }
    const who = form.get('who')?.trim() ?? ''
    const boxes = factBoxes(valueAt(found.written, ['value']))
    const own = Object.fromEntries(
      boxes.map(({ end }) => [end, savedText(form.get(`value.${end}`) ?? '')] as const),
    )
    const again = (fault: 'who' | 'same' | null, line: string) =>
      this.secondPage(asked, now, waiting, { ...own, who }, fault, { kind: 'fault', lines: [line] })
    if (!who) return again('who', words.needName)
    if (isSamePerson(who, waiting.by)) return again('same', say(words.otherPerson, { by: waiting.by }))
    if (waiting.changes.some(({ at, from }) => valueAt(found.written, at) !== from))
      return again(null, say(words.movedOn, { by: waiting.by }))
    const differing = differingBoxes(changedValues(found.written, waiting), own)
    if (differing.length) {
      const columns = differing.map((end) => boxLabel({ end }))
      const tries = [...waiting.tries, { by: who, columns, typed: own }]
      writeWhole(this.desk.waitingFile(waiting.id), `${JSON.stringify({ ...waiting, tries }, null, 2)}\n`)
      return again(null, say(words.differ, { columns: columns.join(', ') }))
    }
    const edits = { [found.file]: factEdits(waiting, found.at) }
    const made = editAll(this.desk.folders, edits)
    const checked = made.ok ? this.desk.reader.checkChanges(made.changes) : null
    if (!made.ok || !checked?.ok) return again(null, made.ok ? words.stillWrong : made.why)
    // A quantity for all illnesses changes on the pages of each, and is told once.
    const lines = [
      ...new Set(withReason(changeLines(stateOf(now.content), stateOf(checked.content)), waiting.because)),
    ]
    const changelog = textOf(this.desk.folders, 'CHANGELOG.md') ?? ''
    const done = this.desk.write(
      now,
      edits,
      lines.length ? { 'CHANGELOG.md': withEntry(changelog, lines, this.desk.today()) } : {},
      [
        `content: change ${waiting.id}`,
        `First reader: ${waiting.by}, ${waiting.on}`,
        `Second reader: ${who}, ${this.desk.today()}`,
        `Because: ${waiting.because}`,
        ...waiting.changes.map(
          ({ at, from, to }) => `${found.file} ${at.join('.')}: ${String(from)} → ${String(to)}`,
        ),
      ],
      who,
      true,
    )
    if (!done.ok)
      return again(
        null,
        done.why === 'moved' ? words.changedElsewhere : done.hard.map(({ message }) => message).join(' '),
      )
    fs.rmSync(this.desk.waitingFile(waiting.id), { force: true })
    const seen = lines.map((one) => one.replace(/^- /, '')).join(' ') || waiting.id
    return this.desk.go('/', { kind: 'done', lines: [say(words.agree, { told: seen }), ...done.lines] })
  }
}
