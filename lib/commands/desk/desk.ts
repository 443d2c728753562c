/** What the desk answers: each page, and each job that a page sends. Files are read and written in folders.ts alone. */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { Sketch } from '@/lib/journey/schema'
import { ProductStatus } from '@/lib/products/schema'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf, fileIn, meet, savedText, type Field } from '@/lib/desk/fields'
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
import { fieldName, figureView, secondView, type FigureInput, type SecondRow } from '@/lib/desk/figure-view'
import { pageOf, say, type Frame, type Notice } from '@/lib/desk/frame-view'
import { labelOf } from '@/lib/desk/labels'
import {
  faultsOfStep,
  idFrom,
  optionEdits,
  optionSteps,
  type OptionStep,
  type Typed,
} from '@/lib/desk/new-option'
import { chooseIllness, optionView } from '@/lib/desk/option-view'
import {
  brokenView,
  conflictView,
  homeView,
  partsNav,
  partView,
  signView,
  type ConflictLine,
  type FieldLine,
  type FigureLine,
  type PartLine,
} from '@/lib/desk/part-view'
import { findingsOf, type Part } from '@/lib/desk/parts'
import {
  cellAt,
  faultOfAnswer,
  leadProblems,
  leftOver,
  planRetirement,
  retireEdits,
  type RetirePlan,
} from '@/lib/desk/retire'
import {
  differenceOf,
  missingOf,
  signEdit,
  stateOf as partState,
  voidEdits,
  voidedBy,
  type Signer,
} from '@/lib/desk/sign'
import { chooseStudy, planView } from '@/lib/desk/study-view'
import { chooseLanguage, choosePart, translateView, type TranslateLine } from '@/lib/desk/translate-view'
import { faultOfYaml, linesOfYaml, valueAt, type Edit, type Place } from '@/lib/desk/yaml-edit'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { changeLines, seenFigure } from '@/lib/reviews/content-changes'
import { filledText, writeTime } from '@/lib/sentences/fill'
import { shortCitation } from '@/lib/sources/citation'
import { isLocale, languages, sourceLocale } from '@/lib/texts/languages'
import { lintWords } from '@/lib/texts/lint'
import { translator } from '@/lib/texts/translate'
import { checkGlances, mostGlanceWords } from '@/prisma/pipeline/check-glances'
import { longSentences, mostWords } from '@/prisma/pipeline/check-prose'
import { checkTranslation } from '@/prisma/pipeline/check-references'
import { cellsOf, compareGolden } from '@/prisma/pipeline/compare-golden'
import { stateOf } from '@/prisma/pipeline/content-state'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { readContent, type ConditionContent, type Problem } from '@/prisma/pipeline/read-content'
import { parseCsv, type GoldenRow } from '@/prisma/pipeline/read-golden'
import { contentOf, ContentReader, newProblems, type Checked, type DeskContent } from './content'
import {
  brokenFiles,
  editAll,
  namesIn,
  textOf,
  textsNow,
  waitingFolder,
  writeAll,
  writeWhole,
  type Changes,
  type Folders,
} from './folders'
import type { Preview } from './preview'

export type Reply =
  | { kind: 'page'; html: string; status?: number }
  | { kind: 'json'; value: unknown }
  | { kind: 'go'; to: string }
  | { kind: 'none' }

type Asked = { path: string; query: URLSearchParams; form: URLSearchParams | null }

const t = translator(sourceLocale)
const dirOf = (language: string): 'ltr' | 'rtl' =>
  isLocale(language) ? languages[language].dir : /^(ar|fa|he|ps|ur|yi)$/.test(language) ? 'rtl' : 'ltr'

const placeOf = ({ file, line, path: at }: Problem) =>
  `${file}${line ? `:${line}` : ''}${at ? ` → ${at}` : ''}`
const told = (problems: readonly Problem[]) =>
  problems
    .slice(0, 40)
    .map((problem) => ({ place: placeOf(problem), message: problem.message, fix: problem.fix }))

/** The fields `text.0`, `base.0`, `place.0` … of a form. */
type Sent = Field & { base: string; isNew: boolean }
function sentFields(form: URLSearchParams): Sent[] {
  const sent: Sent[] = []
  for (let index = 0; form.has(`place.${index}`); index++) {
    const place: unknown = JSON.parse(form.get(`place.${index}`) ?? '[]')
    if (!Array.isArray(place)) continue
    const [file, ...at] = place as [string, ...Place]
    sent.push({
      file,
      at,
      text: (form.get(`text.${index}`) ?? '').replaceAll('\r\n', '\n'),
      base: form.get(`base.${index}`) ?? '',
      isNew: form.has(`new.${index}`),
    })
  }
  return sent
}

export class Desk {
  private readonly reader: ContentReader
  private readonly notices = new Map<string, Notice>()
  private who = ''
  private signer: Signer | null = null

  /**
   * @param base the path of every page, with the key
   * @param today the day, YYYY-MM-DD, and the time for the names of patches
   */
  constructor(
    private readonly folders: Folders,
    private readonly base: string,
    private readonly preview: () => Preview | null,
    private readonly now: () => Date,
  ) {
    this.reader = new ContentReader(folders)
    this.reader.look()
  }

  private today = () => this.now().toISOString().slice(0, 10)

  answer(asked: Asked): Reply {
    const { path: at, form } = asked
    if (at === '/state') return this.stateJson()
    const state = this.reader.look()
    if (at === '/broken' && form) return this.mend(form)
    if (!state.ok) return this.brokenPage(asked)
    const { now } = state
    if (form) {
      this.who = form.get('who')?.trim() || this.who
      switch (at) {
        case '/part':
          return this.savePart(asked, form, now)
        case '/check':
          return this.checkSentence(form, now)
        case '/figure':
          return this.changeFigure(asked, form, now)
        case '/second':
          return this.typeSecond(asked, form, now)
        case '/withdraw':
          fs.rmSync(this.waitingFile(asked.query.get('id') ?? ''), { force: true })
          return this.go('/', { kind: 'done', lines: [words.withdrawn] })
        case '/study':
          return this.retire(asked, form, now)
        case '/option':
          return this.option(asked, form, now)
        case '/sign':
          return this.sign(asked, form, now)
        case '/begin':
          return this.beginLanguage(form)
        case '/translate':
          return this.saveTranslation(asked, form, now)
      }
      return { kind: 'none' }
    }
    switch (at) {
      case '/':
        return this.home(asked, now)
      case '/part':
        return this.partPage(asked, now)
      case '/figure':
        return this.figurePage(asked, now, null)
      case '/second':
        return this.secondPage(asked, now, {}, new Set(), null)
      case '/study':
        return this.studyPage(asked, now)
      case '/option':
        return this.optionPage(asked, now)
      case '/sign':
        return this.signPage(asked, now, new Set(), null)
      case '/translate':
        return this.translatePage(asked, now)
    }
    return { kind: 'none' }
  }

  // ---- Frame ----

  private frame(
    title: string,
    hash: string,
    given: Partial<Frame> = {},
    address: string | null = null,
  ): Frame {
    const preview = this.preview()
    return {
      base: this.base,
      title,
      notice: null,
      hash,
      preview:
        address === null
          ? null
          : preview
            ? { origin: preview.origin, address, state: preview.state() }
            : { origin: '', address, state: 'off' },
      nav: null,
      ...given,
    }
  }

  private page(frame: Frame, main: Parameters<typeof pageOf>[1][]): Reply {
    return { kind: 'page', html: pageOf(frame, ...main) }
  }

  /** To another page, which tells what happened. */
  private go(to: string, notice: Notice): Reply {
    const id = randomUUID().slice(0, 8)
    this.notices.set(id, notice)
    const [path_ = '', rest] = to.split('#')
    return {
      kind: 'go',
      to: `${this.base}${path_}${path_.includes('?') ? '&' : '?'}said=${id}${rest ? `#${rest}` : ''}`,
    }
  }

  private said({ query }: Asked): Notice | null {
    const id = query.get('said') ?? ''
    const notice = this.notices.get(id) ?? null
    this.notices.delete(id)
    return notice
  }

  private stateJson(): Reply {
    const state = this.reader.look()
    const preview = this.preview()
    return {
      kind: 'json',
      value: {
        hash: state.ok ? state.now.hash : state.hash,
        preview: preview?.state() ?? 'off',
        version: preview?.version() ?? 0,
      },
    }
  }

  // ---- What a part shows ----

  private lines(now: DeskContent): PartLine[] {
    const problems = [...now.hard, ...now.soft]
    return now.parts.map((part) => ({
      part,
      state: partState(part, now.hashes, now.content.reviews),
      findings: findingsOf(part, problems).length,
    }))
  }

  private condition = (now: DeskContent, id: string): ConditionContent | undefined =>
    now.content.conditions.find(({ condition }) => condition.id === id)

  private bookOf(now: DeskContent, scope: string): FigureBook {
    return figureBook(now.content, this.condition(now, scope) ?? null)
  }

  private names(now: DeskContent): Record<string, string> {
    return Object.fromEntries(
      now.content.conditions.flatMap(({ words: w }) => [
        ...Object.entries(w.options.options).map(([id, { name }]) => [id, name]),
        ...Object.entries(w['stem-cells'].products).map(([id, { name }]) => [id, name]),
      ]),
    ) as Record<string, string>
  }

  private filled(text: string, book: FigureBook): string | null {
    try {
      return filledText(text, book, t, sourceLocale)
    } catch {
      return null
    }
  }

  private fieldLines(
    part: Part,
    now: DeskContent,
    sent: readonly Sent[],
    found: readonly { problem: Problem; isHard: boolean }[],
  ): FieldLine[] {
    const names = this.names(now)
    const book = this.bookOf(now, part.scope)
    const texts = new Map<string, string>()
    return fieldsOf(part, (file) => this.reader.data(file)).map(({ file, at, text }) => {
      const typed = sent.find((one) => one.file === file && one.at.join('.') === at.join('.'))
      const yaml = texts.get(file) ?? textOf(this.folders, file) ?? ''
      texts.set(file, yaml)
      const path_ = at.join('.')
      return {
        file,
        at,
        label: ownLabel(at, names, part),
        base: typed?.base ?? text,
        typed: typed?.text ?? text,
        reads: this.filled(typed?.text ?? text, book),
        line: this.lineOf(file, yaml, at),
        limit: at.includes('atAGlance') ? mostGlanceWords : null,
        findings: found
          .filter(({ problem }) => problem.file === file && problem.path === path_)
          .map(({ problem, isHard }) => ({ message: problem.message, fix: problem.fix, isHard })),
      }
    })
  }

  private readonly lineCache = new Map<string, { yaml: string; lines: Map<string, number> }>()
  private lineOf(file: string, yaml: string, at: Place): number {
    let held = this.lineCache.get(file)
    if (held?.yaml !== yaml) this.lineCache.set(file, (held = { yaml, lines: linesOfYaml(yaml) }))
    return held.lines.get(at.join('.')) ?? 1
  }

  private figureLines(part: Part, now: DeskContent): FigureLine[] {
    const c = this.condition(now, part.scope)
    if (!c) return []
    const book = this.bookOf(now, part.scope)
    const waiting = new Set(this.waiting().map(({ id }) => id))
    return part.figures.flatMap((id) => {
      const figure = book.estimates[id]
      if (!figure) return []
      const source = now.content.sources.find((one) => one.id === figure.source)
      const beside = figure.comparator ? book.estimates[figure.comparator] : undefined
      return [
        {
          id,
          title: figure.endpointWords.title,
          group: figure.armWordsFirst,
          printed: printedOf(figure),
          shown: seenFigure(figure, beside, figure.headline),
          likely: this.filled(`{${id}.range}`, book) ?? '',
          time: writeTime(figure, t),
          source: {
            short: source ? shortCitation(source) : figure.source,
            url: source?.url ?? null,
            tier: figure.tier,
          },
          where: figure.where,
          waits: waiting.has(firstArm(c, id)),
        },
      ]
    })
  }

  // ---- Pages of parts ----

  private home(asked: Asked, now: DeskContent): Reply {
    const lines = this.lines(now)
    const problems = [...now.hard, ...now.soft]
    const inParts = new Set(lines.flatMap(({ part }) => findingsOf(part, problems)))
    const scopes = [
      ...now.content.conditions.map((c) => ({ id: c.condition.id, name: c.words.condition.name })),
      { id: 'shared', name: words.shared },
    ]
    const waiting = this.waiting().map(({ id, condition, by, on }) => ({
      id,
      name: this.bookOf(now, condition).estimates[id]?.endpointWords.title ?? id,
      by,
      date: on,
    }))
    const frame = this.frame(words.desk, now.hash, { notice: this.said(asked) })
    const rest = problems.filter((problem) => !inParts.has(problem))
    return this.page(frame, homeView(this.base, lines, scopes, waiting, told(rest)))
  }

  private findPart(asked: Asked, now: DeskContent): PartLine | undefined {
    return this.lines(now).find(({ part }) => part.id === asked.query.get('id'))
  }

  private partPage(
    asked: Asked,
    now: DeskContent,
    given: {
      sent?: readonly Sent[]
      found?: readonly { problem: Problem; isHard: boolean }[]
      notice?: Notice
      needsWhy?: boolean
      needsName?: boolean
    } = {},
  ): Reply {
    const line = this.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const standing = [
      ...now.hard.map((problem) => ({ problem, isHard: true })),
      ...now.soft.map((problem) => ({ problem, isHard: false })),
    ]
    const found = [...(given.found ?? []), ...standing]
    const fields = this.fieldLines(line.part, now, given.sent ?? [], found)
    const atFields = new Set(fields.map(({ file, at }) => `${file} ${at.join('.')}`))
    const others = [
      ...(given.found ?? []).map(({ problem }) => problem),
      ...findingsOf(
        line.part,
        standing.map(({ problem }) => problem),
      ),
    ]
    const frame = this.frame(
      line.part.title,
      now.hash,
      { nav: partsNav(this.base, this.lines(now), line.part), notice: given.notice ?? this.said(asked) },
      line.part.address,
    )
    return this.page(
      frame,
      partView(
        this.base,
        line,
        fields,
        this.figureLines(line.part, now),
        told(others.filter(({ file, path: at }) => !atFields.has(`${file} ${at}`))),
        { who: this.who, needsWhy: given.needsWhy ?? false, needsName: given.needsName ?? false },
      ),
    )
  }

  /** What a typed sentence would look like and what the checker would say, while it is typed. */
  private checkSentence(form: URLSearchParams, now: DeskContent): Reply {
    const place: unknown = JSON.parse(form.get('place') ?? '[]')
    if (!Array.isArray(place)) return { kind: 'none' }
    const [file, ...at] = place as [string, ...Place]
    const text = savedText(form.get('text') ?? '')
    const [scope = ''] = file.split('/')
    const reads = this.filled(text, this.bookOf(now, scope))
    const findings = lintWords(text, now.content.names).map(({ rule, found, fix }) => ({
      message: `${rule}: ${found}`,
      fix,
    }))
    if (reads === null) findings.push({ message: words.placeholder, fix: words.placeholderFix })
    else
      for (const { words: count, sentence } of longSentences([{ place: '', text: reads }]))
        findings.push({
          message: say(words.tooLong, { n: count, sentence }),
          fix: say(words.tooLongFix, { n: mostWords }),
        })
    if (reads !== null && at.includes('atAGlance')) findings.push(...this.glanceFindings(now, file, at, text))
    return { kind: 'json', value: { reads: reads && reads !== text ? reads : null, findings } }
  }

  private glanceFindings(now: DeskContent, file: string, at: Place, text: string) {
    const owner = valueAt(this.condition(now, file.split('/')[0] ?? '')?.words.decisions, at.slice(0, -1))
    const last = String(at.at(-1))
    if (owner === null || typeof owner !== 'object') return []
    const held = (owner as Record<string, string>)[last]
    try {
      ;(owner as Record<string, string>)[last] = text
      return checkGlances(now.content)
        .filter((problem) => problem.file === file && problem.path === at.join('.'))
        .map(({ message, fix }) => ({ message, fix }))
    } finally {
      if (held !== undefined) (owner as Record<string, string>)[last] = held
    }
  }

  private savePart(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const line = this.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const sent = sentFields(form)
    const own = new Set(line.part.words.map(({ file }) => file))
    const meetings = sent
      .filter(({ file }) => own.has(file))
      .map((one) => {
        const value = valueAt(this.reader.data(one.file), one.at)
        const text = typeof value === 'string' ? value : undefined
        return { ...one, now: text, how: meet(one.base, one.text, text) }
      })
    const conflicts = meetings.filter(({ how }) => how === 'conflict')
    const free = meetings.filter(({ how }) => how === 'free')
    if (conflicts.length) return this.conflictPage(asked, now, line.part.title, conflicts, free)
    if (!free.length)
      return this.go(`/part?id=${encodeURIComponent(line.part.id)}`, { kind: 'done', lines: [words.nothing] })
    const who = form.get('who')?.trim() ?? ''
    if (!who)
      return this.partPage(asked, now, {
        sent,
        needsName: true,
        notice: { kind: 'fault', lines: [words.needName] },
      })
    const edits: Record<string, Edit[]> = {}
    for (const { file, at, text } of free)
      if (savedText(text)) (edits[file] ??= []).push({ kind: 'set', at, value: savedText(text) })
    // A line of a list that was emptied goes; the later ones first, so that the others keep their place.
    for (const { file, at, text } of [...free].reverse())
      if (!savedText(text)) (edits[file] ??= []).push({ kind: 'remove', at })
    const why = form.get('why')?.trim() ?? ''
    const done = this.write(
      now,
      edits,
      {},
      [
        `content: change words of ${line.part.title}`,
        `By: ${who}`,
        ...free.map(
          ({ file, at, base, text }) =>
            `${file} ${at.join('.')}: “${savedText(base)}” → “${savedText(text)}”`,
        ),
        ...(why ? [`Kept against the checker, because: ${why}`] : []),
      ],
      who,
      why !== '',
    )
    if (done.ok)
      return this.go(`/part?id=${encodeURIComponent(line.part.id)}`, { kind: 'done', lines: done.lines })
    if (done.why === 'moved') return this.savePart(asked, form, this.freshly(now))
    const found = [
      ...done.hard.map((problem) => ({ problem, isHard: true })),
      ...done.soft.map((problem) => ({ problem, isHard: false })),
    ]
    return this.partPage(asked, now, {
      sent,
      found,
      needsWhy: done.hard.length === 0,
      notice: { kind: 'fault', lines: [done.hard.length ? words.hard : words.soft] },
    })
  }

  /** The content as it is on the disk at this moment. */
  private freshly(before: DeskContent): DeskContent {
    const state = this.reader.look()
    return state.ok ? state.now : (state.last ?? before)
  }

  private conflictPage(
    asked: Asked,
    now: DeskContent,
    title: string,
    conflicts: readonly (Sent & { now: string | undefined })[],
    free: readonly Sent[],
  ): Reply {
    const names = this.names(now)
    const lines = conflicts.map(({ file, at, base, text, now: theirs }): ConflictLine => ({
      file,
      at,
      label: labelOf(at, names),
      base,
      mine: text,
      now: theirs ?? null,
    }))
    const action = `${this.base}${asked.path}?${asked.query.toString()}`
    return this.page(
      this.frame(words.conflictTitle, now.hash, { notice: { kind: 'fault', lines: [title] } }),
      conflictView(
        action,
        lines,
        free.map(({ file, at, base, text }) => ({ file, at, base, typed: text })),
        this.who,
      ),
    )
  }

  // ---- Writing ----

  /**
   * Writes edits when the site could use what they make; takes off the signatures that they void, and says so.
   * @param isSoftFine the checker's rules of style may be broken: somebody said why
   */
  private write(
    now: DeskContent,
    edits: Readonly<Record<string, readonly Edit[]>>,
    begun: Changes,
    lines: readonly string[],
    who: string,
    isSoftFine: boolean,
  ): { ok: true; lines: string[] } | { ok: false; why: 'moved' | 'found'; hard: Problem[]; soft: Problem[] } {
    const touched = Object.fromEntries(
      [...Object.keys(edits), ...Object.keys(begun), 'reviews.yaml'].map((name) => [name, '']),
    )
    const before = textsNow(this.folders, touched)
    const made = editAll(this.folders, edits, begun)
    if (!made.ok) return { ok: false, why: 'found', hard: [asProblem(made.why)], soft: [] }
    const checked = this.reader.checkChanges(made.changes)
    const hard = newProblems(now.hard, checked.hard)
    const soft = checked.ok ? newProblems(now.soft, checked.soft) : []
    if (!checked.ok || hard.length || (soft.length && !isSoftFine))
      return { ok: false, why: 'found', hard: checked.ok ? hard : checked.hard, soft }
    const after = contentOf(checked)
    const voided = voidedBy(now.hashes, after.hashes, now.content.reviews)
    const reviews = voidEdits(voided, now.content.reviews, who, this.today(), (content) =>
      differenceOf(now.pieces[content], after.pieces[content]),
    )
    const whole = reviews.length ? editAll(this.folders, { 'reviews.yaml': reviews }, made.changes) : made
    if (!whole.ok) return { ok: false, why: 'found', hard: [asProblem(whole.why)], soft: [] }
    const done = writeAll(this.folders, whole.changes, before, lines, this.now())
    if (!done.ok) return { ok: false, why: 'moved', hard: [], soft: [] }
    this.reader.written(after)
    this.preview()?.expect()
    const off = voided.map(({ index, content }) =>
      say(words.tookOff, { person: now.content.reviews[index]?.person ?? '', content }),
    )
    const left = soft.length ? [say(words.softLeft, { n: soft.length })] : []
    return { ok: true, lines: [say(words.saved, { patch: done.patch }), ...left, ...off] }
  }

  // ---- Broken files ----

  private brokenPage(asked: Asked, notice: Notice | null = null): Reply {
    const state = this.reader.look()
    if (state.ok) return { kind: 'go', to: `${this.base}/` }
    const [broken] = brokenFiles(this.folders)
    const file = broken?.file ?? state.problems.find(({ file }) => /\.ya?ml$/.test(file))?.file ?? ''
    const text = textOf(this.folders, file) ?? ''
    const last = this.reader.goodTexts.get(file) ?? null
    const kept = asked.form
      ? sentFields(asked.form)
          .filter(({ base, text: typed }) => savedText(typed) !== savedText(base))
          .map(({ text: typed }) => typed)
      : []
    return this.page(
      this.frame(words.brokenTitle, state.hash, { notice }),
      brokenView(this.base, file, told(state.problems), text, last === text ? null : last, kept),
    )
  }

  private mend(form: URLSearchParams): Reply {
    const file = form.get('file') ?? ''
    const lf = (text: string) => text.replaceAll('\r\n', '\n')
    const [base, text] = [lf(form.get('base') ?? ''), lf(form.get('text') ?? '')]
    const asked: Asked = { path: '/broken', query: new URLSearchParams(), form: null }
    if (!namesIn(this.folders.content).includes(file)) return { kind: 'none' }
    const current = textOf(this.folders, file)
    if (faultOfYaml(text) || current === null)
      return this.brokenPage(asked, { kind: 'fault', lines: [words.brokenStill] })
    if (lf(current) !== base) return this.brokenPage(asked, { kind: 'fault', lines: [words.conflictTitle] })
    const done = writeAll(
      this.folders,
      { [file]: text },
      { [file]: current },
      [`content: mend ${file}`],
      this.now(),
    )
    if (!done.ok) return this.brokenPage(asked, { kind: 'fault', lines: [words.conflictTitle] })
    this.preview()?.expect()
    return this.go('/', {
      kind: 'done',
      lines: [say(words.mended, { file }), say(words.saved, { patch: done.patch })],
    })
  }

  // ---- Figures ----

  private waitingFile = (id: string) =>
    path.join(waitingFolder(this.folders), `${id.replace(/[^a-z0-9-]/g, '')}.json`)

  private waiting(): (WaitingFigure & { read: boolean })[] {
    const folder = waitingFolder(this.folders)
    if (!fs.existsSync(folder)) return []
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map(
        (name) =>
          JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as WaitingFigure & { read: boolean },
      )
  }

  /** The result that an arm is of: its condition, and its place in numbers.yaml. */
  private resultOf(now: DeskContent, arm: string) {
    for (const c of now.content.conditions) {
      const index = c.numbers.results.findIndex(({ arms }) => arms.some(({ id }) => id === arm))
      const result = c.numbers.results[index]
      if (result) {
        const file = `${c.condition.id}/numbers.yaml`
        const at: Place = ['results', index]
        return { c, result, file, at, written: valueAt(this.reader.data(file), at) }
      }
    }
    return null
  }

  private figureHead(now: DeskContent, found: NonNullable<ReturnType<Desk['resultOf']>>) {
    const { c, result } = found
    const source = now.content.sources.find(({ id }) => id === result.source)
    const title = c.words.numbers.endpoints[result.endpoint]?.title ?? result.endpoint
    return {
      title: `${title} · ${result.followUp.kind}`,
      from: {
        short: source ? `${shortCitation(source)}: ${source.title}` : result.source,
        url: source?.url ?? null,
      },
    }
  }

  private groupOf(c: ConditionContent, arm: string): string {
    return c.words.numbers.armsFirst[arm] ?? c.words.numbers.arms[arm] ?? arm
  }

  private figurePage(
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
    const address = this.addressOfFigure(
      now,
      result.arms.map(({ id }) => id),
    )
    const frame = this.frame(
      words.figureTitle,
      now.hash,
      { notice: typed?.notice ?? this.said(asked) },
      address,
    )
    return this.page(
      frame,
      figureView(
        this.base,
        result.arms[0]?.id ?? '',
        title,
        from,
        inputs,
        {
          who: typed?.form.get('who') ?? this.who,
          because: typed?.form.get('because') ?? '',
          read: typed?.form.get('read') === 'yes',
        },
        typed?.needs ?? new Set(),
      ),
    )
  }

  private addressOfFigure = (now: DeskContent, arms: readonly string[]): string | null =>
    now.parts.find(({ figures }) => figures.some((id) => arms.includes(id)))?.address ?? null

  private changeFigure(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
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
    const who = form.get('who')?.trim() ?? ''
    const because = savedText(form.get('because') ?? '').replace(/^because\s+/i, '')
    const needs = new Set<'who' | 'because'>()
    if (!who) needs.add('who')
    if (!because) needs.add('because')
    const again = (lines: string[]) =>
      this.figurePage(asked, now, { form, faults, needs, notice: { kind: 'fault', lines } })
    if (faults.size) return again([...faults.values()])
    if (!changes.length) return again([words.needChange])
    if (needs.size)
      return again([
        ...(needs.has('because') ? [words.needBecause] : []),
        ...(needs.has('who') ? [words.needName] : []),
      ])
    const waiting = {
      id: result.arms[0]?.id ?? '',
      condition: c.condition.id,
      by: who,
      because,
      on: this.today(),
      changes,
      tries: [],
      read: form.get('read') === 'yes',
    }
    const made = editAll(this.folders, { [file]: editsOf(waiting) })
    if (!made.ok) return again([made.why])
    const checked = this.reader.checkChanges(made.changes)
    const hard = newProblems(now.hard, checked.hard)
    if (!checked.ok || hard.length)
      return again([
        words.hard,
        ...(checked.ok ? hard : checked.hard).map(
          ({ message, fix }) => `${message}. ${say(words.toDo, { fix })}`,
        ),
      ])
    if (this.armsToType(now, checked, c.condition.id).length === 0) {
      // Only where it stands was written otherwise: there is no figure to type again.
      const done = this.write(
        now,
        { [file]: editsOf(waiting) },
        {},
        [`content: say where ${waiting.id} stands`, `By: ${who}`],
        who,
        true,
      )
      if (done.ok) return this.go(`/figure?id=${waiting.id}`, { kind: 'done', lines: done.lines })
      return again([words.changedElsewhere])
    }
    writeWhole(this.waitingFile(waiting.id), `${JSON.stringify(waiting, null, 2)}\n`)
    return this.go('/#waiting', { kind: 'done', lines: [words.waiting] })
  }

  private armsToType(now: DeskContent, checked: Extract<Checked, { ok: true }>, condition: string): string[] {
    const after = checked.content.conditions.find((c) => c.condition.id === condition)
    const before = this.condition(now, condition)
    return changedArms(before?.numbers.estimates ?? [], after?.numbers.estimates ?? [], cellsOf)
  }

  /** The content with a waiting figure in it, and what its second reader has to type. */
  private secondOf(now: DeskContent, waiting: WaitingFigure) {
    const file = `${waiting.condition}/numbers.yaml`
    const made = editAll(this.folders, { [file]: editsOf(waiting) })
    if (!made.ok) return null
    const checked = this.reader.checkChanges(made.changes)
    if (!checked.ok) return null
    const c = checked.content.conditions.find(({ condition }) => condition.id === waiting.condition)
    const csvName = `golden/${waiting.condition}.csv`
    const csv = textOf(this.folders, csvName)
    if (!c || csv === null) return null
    const rows = parseCsv(csv)
    const arms = this.armsToType(now, checked, waiting.condition)
    const second = arms.flatMap(
      (arm): (SecondRow & { cells: ReturnType<typeof cellsOf>; row: GoldenRow | undefined })[] => {
        const estimate = c.numbers.estimates.find(({ id }) => id === arm)
        if (!estimate) return []
        const cells = cellsOf(estimate)
        const row = rows.find((one) => one.estimate === arm)
        return [{ arm, group: this.groupOf(c, estimate.arm), columns: columnsToType(row, cells), cells, row }]
      },
    )
    return { c, file, csvName, csv, rows, second, checked }
  }

  private secondPage(
    asked: Asked,
    now: DeskContent,
    typed: Readonly<Record<string, string>>,
    faults: ReadonlySet<string>,
    notice: Notice | null,
  ): Reply {
    const id = asked.query.get('id') ?? ''
    const waiting = this.waiting().find((one) => one.id === id)
    const found = waiting && this.resultOf(now, id)
    const second = waiting && this.secondOf(now, waiting)
    if (!waiting || !found || !second) return { kind: 'none' }
    const { title, from } = this.figureHead(now, found)
    return this.page(
      this.frame(words.secondTitle, now.hash, { notice: notice ?? this.said(asked) }),
      secondView(
        this.base,
        id,
        title,
        from,
        withoutFigures(found.result.where),
        waiting.by,
        second.second,
        typed,
        faults,
      ),
    )
  }

  private typeSecond(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const id = asked.query.get('id') ?? ''
    const waiting = this.waiting().find((one) => one.id === id)
    const made = waiting && this.secondOf(now, waiting)
    if (!waiting || !made) return { kind: 'none' }
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]))
    const again = (faults: string[], line: string) =>
      this.secondPage(asked, now, typed, new Set(faults), { kind: 'fault', lines: [line] })
    const who = typed.who ?? ''
    if (!who) return again(['who'], words.needName)
    if (isSamePerson(who, waiting.by)) return again(['same'], say(words.otherPerson, { by: waiting.by }))
    const isMoved = waiting.changes.some(({ at, from }) => valueAt(this.reader.data(made.file), at) !== from)
    if (isMoved) return again([], say(words.movedOn, { by: waiting.by }))
    const newRows = Object.fromEntries(
      made.second.map(({ arm, columns, cells, row }) => {
        const given = ['source', 'counted_side', 'effect_measure', 'finding', 'tier'].map((column) => [
          column,
          String((cells as Record<string, string | number | undefined>)[column] ?? ''),
        ])
        const own = columns.map((column) => [column, (typed[`${arm}.${column}`] ?? '').replaceAll(',', '')])
        return [
          arm,
          { estimate: arm, ...(row ?? Object.fromEntries(given)), ...Object.fromEntries(own) },
        ] as [string, GoldenRow]
      }),
    )
    const isOwn = ({ estimate }: { estimate: string }) => estimate in newRows
    const before = compareGolden(made.rows, this.condition(now, waiting.condition)?.numbers.estimates ?? [])
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
      writeWhole(this.waitingFile(id), `${JSON.stringify({ ...waiting, tries }, null, 2)}\n`)
      return again([], say(words.differ, { columns: columns.join(', ') }))
    }
    const found = this.resultOf(now, id)
    const changes = changeLines(stateOf(now.content), stateOf(made.checked.content)).filter((one) =>
      one.includes('because …'),
    )
    const lines = changes.map((one) =>
      one.replace('because …', `because ${waiting.because.replace(/\.?$/, '.')}`),
    )
    const changelog = textOf(this.folders, 'CHANGELOG.md') ?? ''
    const edits = [
      ...editsOf(waiting),
      ...(waiting.read && found ? datesOf(found.result, found.at, this.today()) : []),
    ]
    const done = this.write(
      now,
      { [made.file]: edits },
      {
        [made.csvName]: withRows(made.csv, newRows),
        ...(lines.length ? { 'CHANGELOG.md': withEntry(changelog, lines, this.today()) } : {}),
      },
      [
        `content: change a figure of ${found?.result.source ?? id}`,
        `First reader: ${waiting.by}, ${waiting.on}`,
        `Second reader: ${who}, ${this.today()}`,
        `Because: ${waiting.because}`,
        ...waiting.changes.map(
          ({ at, from, to }) => `${made.file} ${at.join('.')}: ${String(from)} → ${String(to)}`,
        ),
      ],
      who,
      true,
    )
    if (!done.ok)
      return again(
        [],
        done.why === 'moved' ? words.changedElsewhere : done.hard.map(({ message }) => message).join(' '),
      )
    fs.rmSync(this.waitingFile(id), { force: true })
    const seen = lines.map((one) => one.replace(/^- /, '')).join(' ') || id
    return this.go('/', { kind: 'done', lines: [say(words.agree, { told: seen }), ...done.lines] })
  }

  // ---- Retiring a study ----

  private plan(now: DeskContent, source: string): RetirePlan {
    const names = namesIn(this.folders.content).filter((name) => name.endsWith('.yaml'))
    const files = Object.fromEntries(names.map((name) => [name, this.reader.data(name)]))
    return planRetirement(files, source, (file) =>
      Object.keys(this.condition(now, file.split('/')[0] ?? '')?.words.decisions.whys ?? {}),
    )
  }

  private studyPage(
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
      const frame = this.frame(words.studyTitle, now.hash, { notice: this.said(asked) })
      return this.page(frame, chooseStudy(this.base, now.content.sources, id))
    }
    const plan = this.plan(now, id)
    const names = this.names(now)
    const rows = now.content.conditions.flatMap(({ condition }) =>
      parseCsv(textOf(this.folders, `golden/${condition.id}.csv`) ?? 'estimate\n'),
    )
    const answers = plan.steps.map((_, index) => given?.form.get(`a.${index}`) ?? '')
    const frame = this.frame(
      words.studyTitle,
      now.hash,
      { notice: given?.notice ?? null },
      this.addressOfFigure(now, plan.arms),
    )
    return this.page(
      frame,
      planView(
        this.base,
        plan,
        `${shortCitation(source)}: ${source.title}`,
        seenOf(plan),
        answers,
        given?.faults ?? new Map(),
        {
          who: given?.form.get('who') ?? this.who,
          because: given?.form.get('because') ?? '',
          reason: given?.form.get('reason') ?? '',
        },
        {
          whyWords: (file, why) =>
            this.condition(now, file.split('/')[0] ?? '')?.words.decisions.whys[why] ?? why,
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
    const data = this.reader.data(file)
    if (at[0] === 'results' && at.length === 2) {
      const result = valueAt(data, at) as { endpoint?: string } | undefined
      const own = this.condition(now, file.split('/')[0] ?? '')?.words.numbers.endpoints
      return own?.[result?.endpoint ?? '']?.title ?? String(result?.endpoint)
    }
    const ids = at.flatMap((_, index) => {
      const owner = valueAt(data, at.slice(0, index + 1))
      const id = owner !== null && typeof owner === 'object' ? (owner as { id?: unknown }).id : undefined
      return typeof id === 'string' && index < at.length - 1 ? [names[id] ?? id] : []
    })
    return [...ids, labelOf(at.slice(-2), names)].join(' › ')
  }

  private retire(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
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
    const made = editAll(this.folders, edits)
    if (!made.ok) return again(made.why)
    let { changes } = made
    let checked = this.reader.checkChanges(changes)
    // Words that only the study needed go with it; taking some out may free others.
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
        const value = savedText(form.get(leadField(file, cell)) ?? '')
        if (at && value) (more[file] ??= []).push({ kind: 'set', at: [...at, 'leadBecause'], value })
      }
      if (!Object.keys(more).length) break
      const next = editAll(this.folders, more, changes)
      if (!next.ok) return again(next.why)
      changes = next.changes
      checked = this.reader.checkChanges(changes)
    }
    const hard = newProblems(now.hard, checked.hard)
    if (!checked.ok || hard.length) return again(words.stillWrong, checked.ok ? hard : checked.hard)
    const gone = changeLines(stateOf(now.content), stateOf(checked.content))
      .filter((line) => line.startsWith('- Gone'))
      .map((line) => line.replace('because …', `because ${because.replace(/\.?$/, '.')}`))
    if (gone.length)
      changes['CHANGELOG.md'] = withEntry(textOf(this.folders, 'CHANGELOG.md') ?? '', gone, this.today())
    for (const { condition } of now.content.conditions) {
      const name = `golden/${condition.id}.csv`
      const csv = textOf(this.folders, name)
      const kept = csv
        ?.split('\n')
        .filter((line) => !plan.arms.includes(line.slice(0, line.indexOf(','))))
        .join('\n')
      if (csv !== null && kept !== undefined && kept !== csv) changes[name] = kept
    }
    const done = this.write(
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
    )
    if (!done.ok) return again(done.why === 'moved' ? words.planMoved : words.stillWrong, done.hard)
    return this.go('/', {
      kind: 'done',
      lines: [say(words.retired, { id, n: plan.steps.length }), ...done.lines],
    })
  }

  // ---- A new option ----

  private optionPage(
    asked: Asked,
    now: DeskContent,
    step: OptionStep = 'place',
    typed: Typed = {},
    faults: ReturnType<typeof faultsOfStep> = [],
    found: readonly Problem[] = [],
  ): Reply {
    const c = this.condition(now, asked.query.get('c') ?? '')
    const notice: Notice | null = faults.length
      ? { kind: 'fault', lines: [say(words.findings, { n: faults.length })] }
      : this.said(asked)
    const frame = this.frame(words.optionTitle, now.hash, { notice })
    if (!c) {
      const illnesses = now.content.conditions.map((one) => ({
        id: one.condition.id,
        name: one.words.condition.name,
      }))
      return this.page(frame, chooseIllness(this.base, illnesses))
    }
    return this.page(
      frame,
      optionView(this.base, c, step, { who: this.who, ...typed }, faults, Sketch.options, told(found)),
    )
  }

  private option(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const c = this.condition(now, asked.query.get('c') ?? '')
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
    const edits = () => optionEdits(typed, c, now.content.locale)
    if (step !== 'look') {
      const next = optionSteps[at + 1] ?? 'look'
      if (next !== 'look') return this.optionPage(asked, now, next, typed)
      const made = editAll(this.folders, edits())
      if (!made.ok) return this.optionPage(asked, now, next, typed, [], [asProblem(made.why)])
      const checked = this.reader.checkChanges(made.changes)
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
    const done = this.write(now, edits(), {}, [`content: add the option ${name}`, `By: ${who}`], who, true)
    if (!done.ok) return this.optionPage(asked, this.freshly(now), step, typed, [], done.hard)
    const id = `${c.condition.id}/options/${idFrom(name)}`
    return this.go(`/part?id=${encodeURIComponent(id)}`, {
      kind: 'done',
      lines: [say(words.optionAdded, { name }), words.optionSecond, ...done.lines],
    })
  }

  // ---- Signing ----

  private signPage(
    asked: Asked,
    now: DeskContent,
    faults: ReadonlySet<string>,
    form: URLSearchParams | null,
    notice: Notice | null = null,
  ): Reply {
    const line = this.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const book = this.bookOf(now, line.part.scope)
    const names = this.names(now)
    const sentences = fieldsOf(line.part, (file) => this.reader.data(file)).map(({ at, text }) => ({
      label: ownLabel(at, names, line.part),
      reads: this.filled(text, book) ?? text,
    }))
    const value = (name: keyof Signer, fallback: string) => form?.get(name) ?? fallback
    const signer: Signer = {
      person: value('person', this.signer?.person ?? ''),
      role: value('role', this.signer?.role ?? ''),
      interests: value('interests', this.signer?.interests ?? ''),
      date: value('date', this.today()),
    }
    const others = findingsOf(line.part, [...now.hard, ...now.soft])
    const frame = this.frame(
      `${words.signTitle}: ${line.part.title}`,
      now.hash,
      { nav: partsNav(this.base, this.lines(now), line.part), notice: notice ?? this.said(asked) },
      line.part.address,
    )
    return this.page(
      frame,
      signView(
        this.base,
        line,
        sentences,
        this.figureLines(line.part, now),
        told(others),
        seenPart(line.part, now),
        signer,
        faults,
      ),
    )
  }

  private sign(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const line = this.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const { part } = line
    const signer: Signer = {
      person: savedText(form.get('person') ?? ''),
      role: savedText(form.get('role') ?? ''),
      interests: savedText(form.get('interests') ?? ''),
      date: savedText(form.get('date') ?? ''),
    }
    const faults = new Set<string>(missingOf(signer))
    if (form.get('read') !== 'yes') faults.add('read')
    const again = (text: string) => this.signPage(asked, now, faults, form, { kind: 'fault', lines: [text] })
    if (line.findings) return again(say(words.signFirst, { n: line.findings }))
    if (form.get('seen') !== seenPart(part, now)) return again(words.changedMeanwhile)
    if (faults.size) return again(say(words.findings, { n: faults.size }))
    this.signer = signer
    const edit = signEdit(part, now.hashes, now.content.reviews, signer)
    const done = this.write(
      now,
      { 'reviews.yaml': [edit] },
      {},
      [`content: sign ${part.title}`, `By: ${signer.person}, ${signer.role}`],
      signer.person,
      true,
    )
    if (!done.ok)
      return again(
        done.why === 'moved' ? words.changedElsewhere : done.hard.map(({ message }) => message).join(' '),
      )
    return this.go(`/part?id=${encodeURIComponent(part.id)}`, {
      kind: 'done',
      lines: [say(words.signed, { person: signer.person, title: part.title }), ...done.lines],
    })
  }

  // ---- Translating ----

  private begunLanguages = (): string[] =>
    fs
      .readdirSync(path.join(this.folders.content, 'shared'))
      .flatMap((name) => /^words\.([a-z]{2,3})$/.exec(name)?.[1] ?? [])
      .filter((language) => language !== sourceLocale)

  private beginLanguage(form: URLSearchParams): Reply {
    const language = (form.get('lang') ?? '').trim()
    if (!/^[a-z]{2,3}$/.test(language) || language === sourceLocale) {
      const state = this.reader.look()
      const hash = state.ok ? state.now.hash : state.hash
      const frame = this.frame(words.translateTitle, hash, {
        notice: { kind: 'fault', lines: [words.noLanguage] },
      })
      return this.page(frame, chooseLanguage(this.base, this.begunLanguages(), language, true))
    }
    const english = namesIn(this.folders.content).filter((name) => name.includes(`words.${sourceLocale}/`))
    const changes: Changes = {}
    for (const name of [...english, 'shared/pages.yaml', 'shared/sure.yaml']) {
      const target = fileIn(name, sourceLocale, language)
      if (textOf(this.folders, target) === null) changes[target] = textOf(this.folders, name) ?? ''
    }
    const quality = `shared/words.${language}/quality.yaml`
    if (textOf(this.folders, quality) === null) changes[quality] = this.qualityWords()
    if (Object.keys(changes).length) {
      const before = textsNow(this.folders, changes)
      writeAll(this.folders, changes, before, [`content: begin ${language}`, `By: ${this.who}`], this.now())
    }
    return this.go(`/translate?lang=${language}`, {
      kind: 'done',
      lines: [say(words.translateBegun, { language, n: Object.keys(changes).length })],
    })
  }

  /** Of the list of quality only the words: the rest stands in the first language's file. */
  private qualityWords(): string {
    const { items } = this.reader.data('shared/quality.yaml') as {
      items: { id: string; text: string; note?: string }[]
    }
    return stringify(
      { items: Object.fromEntries(items.map(({ id, text, note }) => [id, { text, ...(note && { note }) }])) },
      { lineWidth: 110 },
    )
  }

  private languageOf({ query }: Asked): string | null {
    const language = query.get('lang') ?? ''
    return this.begunLanguages().includes(language) ? language : null
  }

  private translateLines(
    part: Part,
    language: string,
    sent: readonly Sent[],
    problems: readonly Problem[],
    now: DeskContent,
  ): TranslateLine[] {
    const names = this.names(now)
    return fieldsOf(part, (file) => this.reader.data(file)).map(({ file, at, text }) => {
      const own = fileIn(file, sourceLocale, language)
      const value = valueAt(this.reader.data(own), at)
      const base = typeof value === 'string' ? value : null
      const typed = sent.find((one) => one.file === own && one.at.join('.') === at.join('.'))
      const path_ = at.join('.')
      return {
        file: own,
        at,
        label: labelOf(at, names),
        english: text,
        base,
        typed: typed?.text ?? base ?? '',
        findings: problems
          .filter(
            (problem) =>
              problem.file === own && (problem.path === path_ || path_.startsWith(`${problem.path}.`)),
          )
          .map(({ message, fix }) => ({ message, fix })),
      }
    })
  }

  private translatePage(
    asked: Asked,
    now: DeskContent,
    sent: readonly Sent[] = [],
    notice: Notice | null = null,
  ): Reply {
    const language = this.languageOf(asked)
    if (!language) {
      const frame = this.frame(words.translateTitle, now.hash, { notice: this.said(asked) })
      return this.page(frame, chooseLanguage(this.base, this.begunLanguages(), '', false))
    }
    const part = now.parts.find(({ id }) => id === asked.query.get('id'))
    const title = `${words.translateTitle}: ${language}`
    if (!part) {
      const parts = now.parts.map((one) => {
        const lines = this.translateLines(one, language, [], [], now)
        const done = lines.filter(({ english, base }) => base !== null && base !== english).length
        return { id: one.id, title: one.title, done, of: lines.length }
      })
      return this.page(
        this.frame(title, now.hash, { notice: this.said(asked) }),
        choosePart(this.base, language, parts),
      )
    }
    const read = readContent(this.folders.content, language)
    const problems = read.ok ? checkTranslation(read.content, now.content) : read.problems
    const lines = this.translateLines(part, language, sent, problems, now)
    const frame = this.frame(`${title}, ${part.title}`, now.hash, { notice: notice ?? this.said(asked) })
    return this.page(frame, translateView(this.base, language, part.id, lines, this.who, dirOf(language)))
  }

  private saveTranslation(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const language = this.languageOf(asked)
    if (!language) return { kind: 'none' }
    const sent = sentFields(form).filter(({ file }) => file.includes(`words.${language}/`))
    const meetings = sent.map((one) => {
      const value = valueAt(this.reader.data(one.file), one.at)
      const text = typeof value === 'string' ? value : undefined
      // A line that was not in the file has nothing to be in conflict with.
      return { ...one, now: text, how: meet(one.base, one.text, text ?? (one.isNew ? '' : undefined)) }
    })
    const conflicts = meetings.filter(({ how }) => how === 'conflict')
    const free = meetings.filter(({ how, text }) => how === 'free' && savedText(text) !== '')
    const here = `/translate?lang=${language}&id=${encodeURIComponent(asked.query.get('id') ?? '')}`
    if (conflicts.length) return this.conflictPage(asked, now, language, conflicts, free)
    if (!free.length) return this.go(here, { kind: 'done', lines: [words.nothing] })
    const edits: Record<string, Edit[]> = {}
    for (const { file, at, text } of free)
      (edits[file] ??= []).push(setDeep(this.reader.data(file), at, savedText(text)))
    const before = textsNow(this.folders, Object.fromEntries(Object.keys(edits).map((name) => [name, ''])))
    const made = editAll(this.folders, edits)
    if (!made.ok) return this.translatePage(asked, now, sent, { kind: 'fault', lines: [made.why] })
    const told_ = [`content: translate into ${language}`, `By: ${this.who}`]
    const done = writeAll(this.folders, made.changes, before, told_, this.now())
    if (!done.ok) return this.saveTranslation(asked, form, this.freshly(now))
    return this.go(here, { kind: 'done', lines: [say(words.saved, { patch: done.patch })] })
  }
}

/** What a place is called on the page of its part, which need not say its own name at each line. */
const ownLabel = (at: Place, names: Readonly<Record<string, string>>, { title }: Part): string => {
  const label = labelOf(at, names)
  return label.startsWith(`${title}: `) ? label.slice(title.length + 2) : label
}

const asProblem = (why: string): Problem => ({ file: '', line: 0, path: '', message: why, fix: '' })

const leadField = (file: string, cell: string) => `lead:${file}:${cell}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const seenOf = (plan: RetirePlan) => hashOf(JSON.stringify(plan))
const seenPart = ({ covers }: Part, { hashes }: DeskContent) => hashOf(covers.map((id) => hashes[id]).join())

const firstArm = (c: ConditionContent, arm: string): string =>
  c.numbers.results.find(({ arms }) => arms.some(({ id }) => id === arm))?.arms[0]?.id ?? arm

/** A figure as its source printed it, in a few signs. */
function printedOf({ value }: Pick<Figure, 'value'>): string {
  switch (value.type) {
    case 'counts':
      return say(words.printedCounts, { events: value.events, total: value.total })
    case 'percent':
      return say(words.printedPercent, { value: value.value })
    case 'percentSpan':
      return say(words.printedSpan, { low: value.low, high: value.high })
    case 'rate':
      return say(words.printedRate, { value: value.per100PersonYears })
    case 'ratioOnly':
      return say(words.printedRatio, { measure: value.measure, value: value.value })
    case 'meanDifference':
      return say(words.printedRatio, { measure: value.unit, value: value.value })
    case 'finding':
      return words.printedFinding
  }
}

/** The change log with lines under the day, which stands first when it is new. */
function withEntry(changelog: string, lines: readonly string[], today: string): string {
  const head = `## ${today}\n`
  const block = `${lines.join('\n')}\n`
  const at = changelog.indexOf(head)
  if (at !== -1) {
    const after = at + head.length
    return `${changelog.slice(0, after)}\n${block}${changelog.slice(after)}`
  }
  const first = changelog.search(/^## /m)
  const place = first === -1 ? changelog.length : first
  return `${changelog.slice(0, place)}${head}\n${block}\n${changelog.slice(place)}`
}

/** Sets a value whose owners may not be there yet. */
function setDeep(data: unknown, at: Place, value: string): Edit {
  let depth = at.length
  while (depth > 1 && valueAt(data, at.slice(0, depth - 1)) === undefined) depth--
  const nested = at
    .slice(depth)
    .reverse()
    .reduce<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
  return { kind: 'set', at: at.slice(0, depth), value: nested }
}
