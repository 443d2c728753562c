/** The list of parts, and a part with its words: shown, checked while one types, and saved. */
import { ownLabel, told, sentFields, type Sent, type Asked, type Reply, type DeskBase } from './desk-base'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf, meet, savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { homeView, partsNav, partView, type FieldLine } from '@/lib/desk/part-view'
import { findingsOf, type Part } from '@/lib/desk/parts'
import { linesOfYaml, valueAt, type Edit, type Place } from '@/lib/texts/yaml-edit'
import { sourceLocale } from '@/lib/texts/languages'
import { fileIn } from '@/lib/texts/word-files'
import { lintWords } from '@/lib/texts/lint'
import { checkGlances, mostGlanceWords } from '@/prisma/pipeline/check-glances'
import { longSentences, mostWords } from '@/prisma/pipeline/check-prose'
import type { Problem } from '@/prisma/pipeline/read-content'
import type { DeskContent } from './content'
import { textOf } from './folders'

/** The language of a file of words; null: the first. */
function languageOf(file: string): string | null {
  const [, language] = /(?:^|\/)words\.([a-z]{2,3})\//.exec(file) ?? []
  return language === undefined || language === sourceLocale ? null : language
}

const inLanguage = (files: readonly string[], language: string) =>
  files.map((file) => fileIn(file, sourceLocale, language))

export class PartJobs {
  constructor(private readonly desk: DeskBase) {}

  home(asked: Asked, now: DeskContent): Reply {
    const lines = this.desk.lines(now)
    const problems = [...now.hard, ...now.soft]
    const inParts = new Set(lines.flatMap(({ part }) => findingsOf(part, problems)))
    const scopes = [
      ...now.content.conditions.map((c) => ({ id: c.condition.id, name: c.words.condition.name })),
      { id: 'shared', name: words.shared },
    ]
    const waiting = this.desk.waiting().map((one) => ({
      id: one.id,
      name:
        one.kind === 'fact' || one.kind === 'result'
          ? one.id
          : (this.desk.bookOf(now, one.condition).estimates[one.id]?.endpointWords.title ?? one.id),
      by: one.by,
      date: one.on,
    }))
    const frame = this.desk.frame(words.desk, now.hash, { notice: this.desk.said(asked) })
    const rest = problems.filter((problem) => !inParts.has(problem))
    return this.desk.page(frame, homeView(this.desk.base, lines, scopes, waiting, told(rest)))
  }

  partPage(
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
    const line = this.desk.findPart(asked, now)
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
    const frame = this.desk.frame(
      line.part.title,
      now.hash,
      {
        nav: partsNav(this.desk.base, this.desk.lines(now), line.part),
        notice: given.notice ?? this.desk.said(asked),
      },
      line.part.address,
    )
    return this.desk.page(
      frame,
      partView(
        this.desk.base,
        line,
        fields,
        this.desk.figureLines(line.part, now),
        this.desk.factLines(line.part, now),
        told(others.filter(({ file, path: at }) => !atFields.has(`${file} ${at}`))),
        { who: this.desk.who, needsWhy: given.needsWhy ?? false, needsName: given.needsName ?? false },
      ),
    )
  }

  /** What a typed sentence would look like and what the checker would say, while it is typed. */
  checkSentence(form: URLSearchParams, now: DeskContent): Reply {
    const place: unknown = JSON.parse(form.get('place') ?? '[]')
    if (!Array.isArray(place)) return { kind: 'none' }
    const [file, ...at] = place as [string, ...Place]
    const text = savedText(form.get('text') ?? '')
    const [scope = ''] = file.split('/')
    const reads = this.desk.filled(text, this.desk.bookOf(now, scope))
    // The rules of style are those of the first language.
    const rules = languageOf(file) === null ? lintWords(text, now.content.names) : []
    const findings = rules.map(({ rule, found, fix }) => ({
      message: `${rule}: ${found}`,
      fix,
    }))
    if (reads === null) findings.push({ message: words.placeholder, fix: words.placeholderFix })
    else if (languageOf(file) === null)
      for (const { words: count, sentence } of longSentences([{ place: '', text: reads }]))
        findings.push({
          message: say(words.tooLong, { n: count, sentence }),
          fix: say(words.tooLongFix, { n: mostWords }),
        })
    if (reads !== null && languageOf(file) === null && at.includes('atAGlance'))
      findings.push(...this.glanceFindings(now, file, at, text))
    return { kind: 'json', value: { reads: reads && reads !== text ? reads : null, findings } }
  }

  private glanceFindings(now: DeskContent, file: string, at: Place, text: string) {
    const owner = valueAt(
      this.desk.condition(now, file.split('/')[0] ?? '')?.words.decisions,
      at.slice(0, -1),
    )
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

  savePart(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const line = this.desk.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const sent = sentFields(form)
    const files = line.part.words.map(({ file }) => file)
    const own = new Set([
      ...files,
      ...this.desk.begunLanguages().flatMap((language) => inLanguage(files, language)),
    ])
    const meetings = sent
      .filter(({ file }) => own.has(file))
      .map((one) => {
        const value = valueAt(this.desk.reader.data(one.file), one.at)
        const text = typeof value === 'string' ? value : undefined
        return { ...one, now: text, how: meet(one.base, one.text, text) }
      })
    const conflicts = meetings.filter(({ how }) => how === 'conflict')
    const free = meetings.filter(({ how }) => how === 'free')
    if (conflicts.length) return this.desk.conflictPage(asked, now, line.part.title, conflicts, free)
    if (!free.length)
      return this.desk.go(`/part?id=${encodeURIComponent(line.part.id)}`, {
        kind: 'done',
        lines: [words.nothing],
      })
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
    const done = this.desk.write(
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
      return this.desk.go(`/part?id=${encodeURIComponent(line.part.id)}`, {
        kind: 'done',
        lines: [...done.lines, ...this.asBefore(free)],
      })
    if (done.why === 'moved') return this.desk.retry(asked)
    const found = [
      ...done.hard.map((problem) => ({ problem, isHard: true })),
      ...done.soft.map((problem) => ({ problem, isHard: false })),
    ]
    const translations = this.translationsToo(sent, free, done.hard)
    return this.partPage(asked, now, {
      sent: [...sent, ...translations],
      found,
      needsWhy: done.hard.length === 0,
      notice: {
        kind: 'fault',
        lines: [
          done.hard.length ? words.hard : words.soft,
          ...(translations.length ? [words.translateToo] : []),
        ],
      },
    })
  }

  /** Told after a save: the languages in which a changed sentence still says what it said before. */
  private asBefore(changed: readonly Sent[]): string[] {
    const isChanged = (file: string, at: Place) =>
      changed.some((one) => one.file === file && one.at.join('.') === at.join('.'))
    const languages = this.desk.begunLanguages().filter((language) =>
      changed.some(({ file, at }) => {
        const other = fileIn(file, sourceLocale, language)
        const isTranslated = typeof valueAt(this.desk.reader.data(other), at) === 'string'
        return languageOf(file) === null && isTranslated && !isChanged(other, at)
      }),
    )
    return languages.length ? [say(words.asBefore, { languages: languages.join(', ') })] : []
  }

  /**
   * The changed sentences as other languages have them, when nothing else stands against the change: a sentence that
   * names other figures is changed in every language at once, or the site could not use one of them.
   */
  private translationsToo(sent: readonly Sent[], changed: readonly Sent[], hard: readonly Problem[]): Sent[] {
    const languages = new Set(hard.map(({ file }) => languageOf(file)))
    if (languages.has(null)) return []
    return changed.flatMap(({ file, at }) =>
      languageOf(file) !== null
        ? []
        : [...languages].flatMap((language): Sent[] => {
            const other = fileIn(file, sourceLocale, language ?? '')
            const text = valueAt(this.desk.reader.data(other), at)
            const isThere = sent.some((one) => one.file === other && one.at.join('.') === at.join('.'))
            return typeof text === 'string' && !isThere
              ? [{ file: other, at, text, base: text, isNew: false }]
              : []
          }),
    )
  }

  private fieldLines(
    part: Part,
    now: DeskContent,
    sent: readonly Sent[],
    found: readonly { problem: Problem; isHard: boolean }[],
  ): FieldLine[] {
    const names = this.desk.names(now)
    const book = this.desk.bookOf(now, part.scope)
    const texts = new Map<string, string>()
    const isSame = (one: { file: string; at: Place }, file: string, at: Place) =>
      one.file === file && one.at.join('.') === at.join('.')
    // A sentence that was sent in another language stands below the one that it translates.
    const translated = sent.filter(({ file }) => languageOf(file) !== null)
    const fields = fieldsOf(part, (file) => this.desk.reader.data(file)).flatMap((own) => [
      own,
      ...translated.filter((one) =>
        isSame(
          { ...own, file: fileIn(own.file, sourceLocale, languageOf(one.file) ?? '') },
          one.file,
          one.at,
        ),
      ),
    ])
    return fields.map(({ file, at, text }) => {
      const language = languageOf(file)
      const typed = sent.find((one) => isSame(one, file, at))
      const yaml = texts.get(file) ?? textOf(this.desk.folders, file) ?? ''
      texts.set(file, yaml)
      const path_ = at.join('.')
      return {
        file,
        at,
        label: language ? `${language}: ${ownLabel(at, names, part)}` : ownLabel(at, names, part),
        language,
        base: typed?.base ?? text,
        typed: typed?.text ?? text,
        // What fills it are English words.
        reads: language ? null : this.desk.filled(typed?.text ?? text, book),
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
}
