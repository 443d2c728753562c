/** An option that is added, step by step. */
import { asProblem, told, type Asked, type Reply, type DeskBase } from './desk-base'
import { Sketch } from '@/lib/journey/schema'
import { words } from '@/lib/desk/desk-words'
import { idFrom, savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { faultsOfStep, optionEdits, optionSteps, type OptionStep, type Typed } from '@/lib/desk/new-option'
import { chooseIllness, optionView } from '@/lib/desk/option-view'
import type { Problem } from '@/prisma/pipeline/read-content'
import { newProblems, type DeskContent } from './content'
import { editAll } from './folders'

export class OptionJob {
  constructor(private readonly desk: DeskBase) {}

  optionPage(
    asked: Asked,
    now: DeskContent,
    step: OptionStep = 'place',
    typed: Typed = {},
    faults: ReturnType<typeof faultsOfStep> = [],
    found: readonly Problem[] = [],
  ): Reply {
    const c = this.desk.condition(now, asked.query.get('c') ?? '')
    const notice: Notice | null = faults.length
      ? { kind: 'fault', lines: [say(words.findings, { n: faults.length })] }
      : this.desk.said(asked)
    const frame = this.desk.frame(words.optionTitle, now.hash, { notice })
    if (!c) {
      const illnesses = now.content.conditions.map((one) => ({
        id: one.condition.id,
        name: one.words.condition.name,
      }))
      return this.desk.page(frame, chooseIllness(this.desk.base, illnesses))
    }
    return this.desk.page(
      frame,
      optionView(
        this.desk.base,
        c,
        step,
        { who: this.desk.who, ...typed },
        faults,
        Sketch.options,
        told(found),
      ),
    )
  }

  option(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const c = this.desk.condition(now, asked.query.get('c') ?? '')
    if (!c) return { kind: 'none' }
    const typed: Typed = Object.fromEntries(
      [...form].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]),
    )
    const at = optionSteps.indexOf((typed.step ?? 'place') as OptionStep)
    const step = optionSteps[at] ?? 'place'
    const sources = new Set(now.content.sources.map(({ id }) => id))
    if (typed.go === 'back') return this.optionPage(asked, now, optionSteps[Math.max(0, at - 1)], typed)
    const faults = faultsOfStep(step, typed, c, sources)
    if (faults.length) return this.optionPage(asked, now, step, typed, faults)
    const edits = () => this.desk.inEveryLanguage(optionEdits(typed, c, now.content.locale))
    if (step !== 'look') {
      const next = optionSteps[at + 1] ?? 'look'
      if (next !== 'look') return this.optionPage(asked, now, next, typed)
      const made = editAll(this.desk.folders, edits())
      if (!made.ok) return this.optionPage(asked, now, next, typed, [], [asProblem(made.why)])
      const checked = this.desk.reader.checkChanges(made.changes)
      const found = [
        ...newProblems(now.hard, checked.hard),
        ...(checked.ok ? newProblems(now.soft, checked.soft) : []),
      ]
      return this.optionPage(asked, now, next, typed, [], found)
    }
    // Every step again: a form can be sent without having been walked through.
    const all = optionSteps.flatMap((one) => faultsOfStep(one, typed, c, sources))
    if (all.length) return this.optionPage(asked, now, 'place', typed, all)
    const who = typed.who?.trim() ?? ''
    if (!who) return this.optionPage(asked, now, step, typed, [{ field: 'who', fault: 'missing' }])
    const name = savedText(typed.name ?? '')
    const done = this.desk.write(
      now,
      edits(),
      {},
      [`content: add the option ${name}`, `By: ${who}`],
      who,
      true,
    )
    if (!done.ok) return this.optionPage(asked, now, step, typed, [], done.hard)
    const id = `${c.condition.id}/options/${idFrom(name)}`
    return this.desk.go(`/part?id=${encodeURIComponent(id)}`, {
      kind: 'done',
      lines: [
        say(words.optionAdded, { name }),
        ...this.desk.toTranslate(),
        words.optionSecond,
        ...done.lines,
      ],
    })
  }
}
