/** What every job of the desk uses: the content, the frame of a page, and the one way in which anything is written. */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf, savedText, type Field } from '@/lib/desk/fields'
import type { FactLine } from '@/lib/desk/fact-view'
import { pageOf, say, type Frame, type Notice } from '@/lib/desk/frame-view'
import { labelOf } from '@/lib/desk/labels'
import { conflictView, type ConflictLine, type FigureLine, type PartLine } from '@/lib/desk/part-view'
import { findingsOf, type Part } from '@/lib/desk/parts'
import type { Waiting } from '@/lib/desk/waiting'
import { differenceOf, stateOf as partState, voidEdits, voidedBy } from '@/lib/desk/sign'
import { fileIn } from '@/lib/texts/word-files'
import { parseWords } from '@/lib/texts/placeholders'
import { type Edit, type Place } from '@/lib/texts/yaml-edit'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { seenFigure } from '@/lib/reviews/content-changes'
import { filledText, writeTime } from '@/lib/sentences/fill'
import { shortCitation } from '@/lib/sources/citation'
import { sourceLocale } from '@/lib/texts/languages'
import { translator } from '@/lib/texts/translate'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { hashContent, type ConditionContent, type Problem } from '@/prisma/pipeline/read-content'
import { contentOf, ContentReader, type DeskContent, newProblems, refusedOf } from './content'
import { editAll, textOf, textsNow, waitingFolder, writeAll, type Changes, type Folders } from './folders'
import type { Preview } from './preview'

/** `none`: there is no such page. */
export type Reply =
  | { kind: 'page'; html: string; status?: number }
  | { kind: 'json'; value: unknown }
  | { kind: 'go'; to: string }
  | { kind: 'none' }

/** What was asked, once it was let in. `form`: of a POST. */
export type Asked = { path: string; query: URLSearchParams; form: URLSearchParams | null }

/** The interface's words, for filled sentences. */
export const t = translator(sourceLocale)

/** Where a problem is: file, line, path. */
export const placeOf = ({ file, line, path: at }: Problem) =>
  `${file}${line ? `:${line}` : ''}${at ? ` → ${at}` : ''}`
/** Problems for a list on a page. */
export const told = (problems: readonly Problem[]) =>
  problems
    .slice(0, 40)
    .map((problem) => ({ place: placeOf(problem), message: problem.message, fix: problem.fix }))

/** Who changes a value and why, from its form, and which of the two is missing. */
export function whoAndWhy(form: URLSearchParams) {
  const who = form.get('who')?.trim() ?? ''
  const because = savedText(form.get('because') ?? '').replace(/^because\s+/i, '')
  const needs = new Set<'who' | 'because'>()
  if (!who) needs.add('who')
  if (!because) needs.add('because')
  const asks = [...(because ? [] : [words.needBecause]), ...(who ? [] : [words.needName])]
  return { who, because, needs, asks }
}

/** What the checker refuses, in lines of a notice. */
export const refusedLines = (problems: readonly Pick<Problem, 'message' | 'fix'>[]) => [
  words.hard,
  ...problems.map(({ message, fix }) => `${message}. ${say(words.toDo, { fix })}`),
]

/** The lines of the change log that wait for a reason, with it. */
export const withReason = (lines: readonly string[], because: string) =>
  lines
    .filter((line) => line.includes('because …'))
    .map((line) => line.replace('because …', `because ${because.replace(/\.?$/, '.')}`))

/** The fields `text.0`, `base.0`, `place.0` … of a form. */
export type Sent = Field & { base: string; isNew: boolean }
export function sentFields(form: URLSearchParams): Sent[] {
  const sent: Sent[] = []
  for (let index = 0; form.has(`place.${index}`); index++) {
    const place: unknown = JSON.parse(form.get(`place.${index}`) ?? '[]')
    if (!Array.isArray(place)) continue
    const [file, ...at] = place as [string, ...Place]
    // A file of the content: nothing outside its folder.
    if (!/^[\w.-]+(\/[\w.-]+)*\.yaml$/.test(file) || file.includes('..')) continue
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

/** What a place is called on the page of its part, which need not say its own name at each line. */
export const ownLabel = (at: Place, names: Readonly<Record<string, string>>, { title }: Part): string => {
  const label = labelOf(at, names)
  return label.startsWith(`${title}: `) ? label.slice(title.length + 2) : label
}

/** Something that cannot be written, as the checker would say it. */
export const asProblem = (why: string): Problem => ({ file: '', line: 0, path: '', message: why, fix: '' })

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The first arm of the result that an arm is of: a waiting figure is known by it. */
export const firstArm = (c: ConditionContent, arm: string): string =>
  c.numbers.results.find(({ arms }) => arms.some(({ id }) => id === arm))?.arms[0]?.id ?? arm

/** A figure as its source printed it, in a few signs. */
export function printedOf({ value }: Pick<Figure, 'value'>): string {
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
export function withEntry(changelog: string, lines: readonly string[], today: string): string {
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

/** Held by every job; it alone reads the content and writes. */
export class DeskBase {
  readonly reader: ContentReader

  readonly notices = new Map<string, Notice>()

  /** The name that was typed last. */
  who = ''

  /** Answers a request once more: somebody else wrote while it was worked on. */
  retry: (asked: Asked) => Reply = () => ({ kind: 'none' })

  /**
   * @param base the path of every page, with the key
   * @param now the time: for days, and for the names of patches
   */
  constructor(
    readonly folders: Folders,
    readonly base: string,
    readonly preview: () => Preview | null,
    readonly now: () => Date,
  ) {
    this.reader = new ContentReader(folders)
    this.reader.look()
  }

  today = () => this.now().toISOString().slice(0, 10)

  frame(title: string, hash: string, given: Partial<Frame> = {}, address: string | null = null): Frame {
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

  page(frame: Frame, main: Parameters<typeof pageOf>[1][]): Reply {
    return { kind: 'page', html: pageOf(frame, ...main) }
  }

  /** To another page, which tells what happened. */
  go(to: string, notice: Notice): Reply {
    const id = randomUUID().slice(0, 8)
    this.notices.set(id, notice)
    const [path_ = '', rest] = to.split('#')
    return {
      kind: 'go',
      to: `${this.base}${path_}${path_.includes('?') ? '&' : '?'}said=${id}${rest ? `#${rest}` : ''}`,
    }
  }

  said({ query }: Asked): Notice | null {
    const id = query.get('said') ?? ''
    const notice = this.notices.get(id) ?? null
    this.notices.delete(id)
    return notice
  }

  stateJson(): Reply {
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

  lines(now: DeskContent): PartLine[] {
    const problems = [...now.hard, ...now.soft]
    return now.parts.map((part) => ({
      part,
      state: partState(part, now.hashes, now.content.reviews),
      findings: findingsOf(part, problems).length,
    }))
  }

  condition = (now: DeskContent, id: string): ConditionContent | undefined =>
    now.content.conditions.find(({ condition }) => condition.id === id)

  bookOf(now: DeskContent, scope: string): FigureBook {
    return figureBook(now.content, this.condition(now, scope) ?? null)
  }

  names(now: DeskContent): Record<string, string> {
    return Object.fromEntries(
      now.content.conditions.flatMap(({ words: w }) => [
        ...Object.entries(w.options.options).map(([id, { name }]) => [id, name]),
        ...Object.entries(w['stem-cells'].products).map(([id, { name }]) => [id, name]),
      ]),
    ) as Record<string, string>
  }

  filled(text: string, book: FigureBook): string | null {
    try {
      return filledText(text, book, t, sourceLocale)
    } catch {
      return null
    }
  }

  figureLines(part: Part, now: DeskContent): FigureLine[] {
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

  /** A source as the desk names it. */
  shownSource(now: DeskContent, id: string): { short: string; url: string | null } {
    const source = now.content.sources.find((one) => one.id === id)
    return { short: source ? `${shortCitation(source)}: ${source.title}` : id, url: source?.url ?? null }
  }

  /** The sentences of a part that name a quantity, filled in. */
  sentencesWith(fact: string, part: Part, book: FigureBook): string[] {
    return fieldsOf(part, (file) => this.reader.data(file))
      .filter(({ text }) => parseWords(text).some((piece) => piece.kind === 'fact' && piece.id === fact))
      .map(({ text }) => this.filled(text, book) ?? text)
  }

  factLines(part: Part, now: DeskContent): FactLine[] {
    const book = this.bookOf(now, part.scope)
    const waiting = new Set(this.waiting().map(({ id }) => id))
    return part.facts.flatMap((id) => {
      const fact = book.facts[id]
      if (!fact) return []
      const [sentence = ''] = this.sentencesWith(id, part, book)
      return [
        {
          id,
          sentence,
          shown: this.filled(`{fact:${id}}`, book) ?? '',
          source: { ...this.shownSource(now, fact.source), tier: fact.tier },
          where: fact.where,
          waits: waiting.has(id),
        },
      ]
    })
  }

  findPart(asked: Asked, now: DeskContent): PartLine | undefined {
    return this.lines(now).find(({ part }) => part.id === asked.query.get('id'))
  }

  conflictPage(
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

  /**
   * Writes edits when the site could use what they make; takes off the signatures that they void, and says so.
   * @param now the content that the change was made from: when the files hold another by the time of writing, nothing is
   *   written (`moved`)
   * @param begun texts that are changed already, before the edits
   * @param isSoftFine the checker's rules of style may be broken: somebody said why
   * @param from the texts of files outside the content that `begun` was made from
   */
  write(
    now: DeskContent,
    edits: Readonly<Record<string, readonly Edit[]>>,
    begun: Changes,
    lines: readonly string[],
    who: string,
    isSoftFine: boolean,
    from: Readonly<Record<string, string | null>> = {},
  ): { ok: true; lines: string[] } | { ok: false; why: 'moved' | 'found'; hard: Problem[]; soft: Problem[] } {
    const touched = Object.fromEntries(
      [...Object.keys(edits), ...Object.keys(begun), 'reviews.yaml'].map((name) => [name, '']),
    )
    const before = { ...textsNow(this.folders, touched), ...from }
    const made = editAll(this.folders, edits, begun)
    if (!made.ok) return { ok: false, why: 'found', hard: [asProblem(made.why)], soft: [] }
    const checked = this.reader.checkChanges(made.changes)
    const hard = refusedOf(now, checked)
    const soft = checked.ok ? newProblems(now.soft, checked.soft) : []
    if (!checked.ok || hard.length || (soft.length && !isSoftFine))
      return { ok: false, why: 'found', hard, soft }
    const after = contentOf(checked)
    const voided = voidedBy(now.hashes, after.hashes, now.content.reviews)
    const reviews = voidEdits(voided, now.content.reviews, who, this.today(), (content) =>
      differenceOf(now.pieces[content], after.pieces[content]),
    )
    const whole = reviews.length ? editAll(this.folders, { 'reviews.yaml': reviews }, made.changes) : made
    if (!whole.ok) return { ok: false, why: 'found', hard: [asProblem(whole.why)], soft: [] }
    // The check took seconds: somebody may have written meanwhile.
    const isMoved = hashContent(this.folders.content) !== now.hash
    const done = isMoved ? null : writeAll(this.folders, whole.changes, before, lines, this.now())
    if (!done?.ok) return { ok: false, why: 'moved', hard: [], soft: [] }
    this.reader.written(after)
    this.preview()?.expect()
    const off = voided.map(({ index, content }) =>
      say(words.tookOff, { person: now.content.reviews[index]?.person ?? '', content }),
    )
    const left = soft.length ? [say(words.softLeft, { n: soft.length })] : []
    return { ok: true, lines: [say(words.saved, { patch: done.patch }), ...left, ...off] }
  }

  /** The languages that are begun beside the first. */
  begunLanguages = (): string[] =>
    fs
      .readdirSync(path.join(this.folders.content, 'shared'))
      .flatMap((name) => /^words\.([a-z]{2,3})$/.exec(name)?.[1] ?? [])
      .filter((language) => language !== sourceLocale)

  /**
   * Edits whose new words stand in every language that is begun: in English, as each begun language starts, until somebody
   * translates them. Without them the site could not use that language any more.
   */
  inEveryLanguage(edits: Readonly<Record<string, readonly Edit[]>>): Record<string, readonly Edit[]> {
    const copies = Object.entries(edits).flatMap(([file, own]) => {
      const added = own.filter(({ kind }) => kind === 'add-field')
      if (!added.length || !file.includes(`words.${sourceLocale}/`)) return []
      return this.begunLanguages()
        .map((language) => fileIn(file, sourceLocale, language))
        .filter((other) => textOf(this.folders, other) !== null)
        .map((other) => [other, added] as const)
    })
    return { ...edits, ...Object.fromEntries(copies) }
  }

  /** Told after new words: where they still stand in English. */
  toTranslate = (): string[] =>
    this.begunLanguages().length
      ? [say(words.toTranslate, { languages: this.begunLanguages().join(', ') })]
      : []

  waitingFile = (id: string) =>
    path.join(waitingFolder(this.folders), `${id.replace(/[^a-z0-9-]/g, '')}.json`)

  waiting(): Waiting[] {
    const folder = waitingFolder(this.folders)
    if (!fs.existsSync(folder)) return []
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Waiting)
  }

  addressOfFigure = (now: DeskContent, arms: readonly string[]): string | null =>
    now.parts.find(({ figures }) => figures.some((id) => arms.includes(id)))?.address ?? null
}
