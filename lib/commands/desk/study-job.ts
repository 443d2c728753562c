/** A study that is retired. */
import { hashOf, withEntry, told, type Asked, type Reply, type DeskBase } from './desk-base'
import { ProductStatus } from '@/lib/products/schema'
import { words } from '@/lib/desk/desk-words'
import { savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { labelOf } from '@/lib/desk/labels'
import { faultOfAnswer, leadProblems, planRetirement, retireEdits, type RetirePlan } from '@/lib/desk/retire'
import { chooseStudy, planView } from '@/lib/desk/study-view'
import { valueAt, type Place } from '@/lib/texts/yaml-edit'
import { changeLines } from '@/lib/reviews/content-changes'
import { shortCitation } from '@/lib/sources/citation'
import { stateOf } from '@/prisma/pipeline/content-state'
import type { Problem } from '@/prisma/pipeline/read-content'
import { parseCsv } from '@/prisma/pipeline/read-golden'
import { type DeskContent, refusedOf } from './content'
import { editAll, namesIn, textOf } from './folders'
import { settle } from './settle'

const leadField = (file: string, cell: string) => `lead:${file}:${cell}`

const seenOf = (plan: RetirePlan) => hashOf(JSON.stringify(plan))

export class StudyJob {
  constructor(private readonly desk: DeskBase) {}

  private plan(now: DeskContent, source: string): RetirePlan {
    const names = namesIn(this.desk.folders.content).filter((name) => name.endsWith('.yaml'))
    const files = Object.fromEntries(names.map((name) => [name, this.desk.reader.data(name)]))
    return planRetirement(files, source, (file) =>
      Object.keys(this.desk.condition(now, file.split('/')[0] ?? '')?.words.decisions.whys ?? {}),
    )
  }

  studyPage(
    asked: Asked,
    now: DeskContent,
    given: {
      form: URLSearchParams
      faults: ReadonlyMap<number, string>
      needs: ReadonlySet<string>
      left: readonly Problem[]
      notice: Notice
    } | null = null,
  ): Reply {
    const id = asked.query.get('id')
    const source = now.content.sources.find((one) => one.id === id)
    if (id === null || !source) {
      const frame = this.desk.frame(words.studyTitle, now.hash, { notice: this.desk.said(asked) })
      return this.desk.page(frame, chooseStudy(this.desk.base, now.content.sources, id))
    }
    const plan = this.plan(now, id)
    const names = this.desk.names(now)
    const rows = now.content.conditions.flatMap(({ condition }) =>
      parseCsv(textOf(this.desk.folders, `golden/${condition.id}.csv`) ?? 'estimate\n'),
    )
    const answers = plan.steps.map((_, index) => given?.form.get(`a.${index}`) ?? '')
    const frame = this.desk.frame(
      words.studyTitle,
      now.hash,
      { notice: given?.notice ?? null },
      this.desk.addressOfFigure(now, plan.arms),
    )
    return this.desk.page(
      frame,
      planView(
        this.desk.base,
        plan,
        `${shortCitation(source)}: ${source.title}`,
        seenOf(plan),
        answers,
        given?.faults ?? new Map(),
        {
          who: given?.form.get('who') ?? this.desk.who,
          because: given?.form.get('because') ?? '',
          reason: given?.form.get('reason') ?? '',
        },
        {
          whyWords: (file, why) =>
            this.desk.condition(now, file.split('/')[0] ?? '')?.words.decisions.whys[why] ?? why,
          name: ({ file, at }) => this.nameOfPlace(now, file, at, names),
          statuses: ProductStatus.options,
          golden: rows.filter(({ estimate }) => plan.arms.includes(estimate ?? '')).length,
          needs: given?.needs ?? new Set(),
          left: told(given?.left ?? []),
          reasons: this.leadReasons(given?.left ?? [], given?.form ?? null),
        },
      ),
    )
  }

  /** A field for each cell whose first figures need a reason; those that were filled in before stay. */
  private leadReasons(left: readonly Problem[], form: URLSearchParams | null) {
    const asked = left.filter(leadProblems.needsReason).map(({ file, path: cell }) => leadField(file, cell))
    const typed = [...(form?.keys() ?? [])].filter((name) => name.startsWith('lead:'))
    return [...new Set([...typed, ...asked])].map((name) => ({
      name,
      place: name.split(':').slice(1).join(' → '),
      typed: form?.get(name) ?? '',
    }))
  }

  /** A place in words: the ids of the things that it lies in, and its last step. */
  private nameOfPlace(now: DeskContent, file: string, at: Place, names: Record<string, string>): string {
    const data = this.desk.reader.data(file)
    if (at[0] === 'results' && at.length === 2) {
      const result = valueAt(data, at) as { endpoint?: string } | undefined
      const own = this.desk.condition(now, file.split('/')[0] ?? '')?.words.numbers.endpoints
      return own?.[result?.endpoint ?? '']?.title ?? String(result?.endpoint)
    }
    const ids = at.flatMap((_, index) => {
      const owner = valueAt(data, at.slice(0, index + 1))
      const id = owner !== null && typeof owner === 'object' ? (owner as { id?: unknown }).id : undefined
      return typeof id === 'string' && index < at.length - 1 ? [names[id] ?? id] : []
    })
    return [...ids, labelOf(at.slice(-2), names)].join(' › ')
  }

  retire(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const id = asked.query.get('id') ?? ''
    const index = now.content.sources.findIndex((one) => one.id === id)
    if (index === -1) return { kind: 'none' }
    const plan = this.plan(now, id)
    const answers = plan.steps.map((_, at) => savedText(form.get(`a.${at}`) ?? ''))
    const sources = new Set(now.content.sources.map((one) => one.id))
    const faults = new Map<number, string>()
    plan.steps.forEach((step, at) => {
      const fault = faultOfAnswer(step, answers[at] ?? '', plan, sources)
      if (fault) faults.set(at, words.faults[fault] ?? fault)
    })
    const needs = new Set<string>()
    const reason = form.get('reason') ?? ''
    const because = savedText(form.get('because') ?? '').replace(/^because\s+/i, '')
    const who = form.get('who')?.trim() ?? ''
    if (!(reason in words.studyReasons)) needs.add('reason')
    if (!because) needs.add('because')
    if (!who) needs.add('who')
    const again = (line: string, left: Problem[] = []) =>
      this.studyPage(asked, now, { form, faults, needs, left, notice: { kind: 'fault', lines: [line] } })
    if (form.get('seen') !== seenOf(plan)) return again(words.planMoved)
    if (faults.size || needs.size) return again(say(words.findings, { n: faults.size + needs.size }))
    const edits = retireEdits(plan, answers)
    if (reason === 'retracted')
      (edits['sources.yaml'] ??= []).push({
        kind: 'set',
        at: ['sources', index, 'status'],
        value: 'retracted',
      })
    const made = editAll(this.desk.folders, edits)
    if (!made.ok) return again(made.why)
    const settled = settle(this.desk, now, made.changes, (file, cell) =>
      savedText(form.get(leadField(file, cell)) ?? ''),
    )
    if (!settled.ok) return again(settled.why)
    const { changes, checked } = settled
    const hard = refusedOf(now, checked)
    if (!checked.ok || hard.length) return again(words.stillWrong, hard)
    const gone = changeLines(stateOf(now.content), stateOf(checked.content))
      .filter((line) => line.startsWith('- Gone'))
      .map((line) => line.replace('because …', `because ${because.replace(/\.?$/, '.')}`))
    if (gone.length)
      changes['CHANGELOG.md'] = withEntry(
        textOf(this.desk.folders, 'CHANGELOG.md') ?? '',
        gone,
        this.desk.today(),
      )
    const from: Record<string, string | null> = {}
    for (const { condition } of now.content.conditions) {
      const name = `golden/${condition.id}.csv`
      const csv = textOf(this.desk.folders, name)
      const kept = csv
        ?.split('\n')
        .filter((line) => !plan.arms.includes(line.slice(0, line.indexOf(','))))
        .join('\n')
      if (csv === null || kept === undefined || kept === csv) continue
      changes[name] = kept
      from[name] = csv
    }
    const done = this.desk.write(
      now,
      {},
      changes,
      [
        `content: retire ${id}`,
        `By: ${who}`,
        `Because: ${because} (${words.studyReasons[reason as keyof typeof words.studyReasons]})`,
        ...plan.steps.map(({ kind, file, at }) => `${kind}: ${file} ${at.join('.')}`),
      ],
      who,
      true,
      from,
    )
    if (!done.ok) return again(done.why === 'moved' ? words.planMoved : words.stillWrong, done.hard)
    return this.desk.go('/', {
      kind: 'done',
      lines: [say(words.retired, { id, n: plan.steps.length }), ...done.lines],
    })
  }
}
