/** English and another language side by side. */
import { sentFields, type Sent, type Asked, type Reply, type DeskBase } from './desk-base'
import { stringify } from 'yaml'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf, meet, savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { labelOf } from '@/lib/desk/labels'
import type { Part } from '@/lib/desk/parts'
import { chooseLanguage, choosePart, translateView, type TranslateLine } from '@/lib/desk/translate-view'
import { setDeep, valueAt, type Edit } from '@/lib/texts/yaml-edit'
import { fileIn, mixedFiles, ownWords } from '@/lib/texts/word-files'
import { isLocale, languages, sourceLocale } from '@/lib/texts/languages'
import { checkTranslation } from '@/prisma/pipeline/check-references'
import { readContent, type Problem } from '@/prisma/pipeline/read-content'
import type { DeskContent } from './content'
import { editAll, namesIn, textOf, textsNow, writeAll, type Changes } from './folders'

const dirOf = (language: string): 'ltr' | 'rtl' =>
  isLocale(language) ? languages[language].dir : /^(ar|fa|he|ps|ur|yi)$/.test(language) ? 'rtl' : 'ltr'

export class LanguageJobs {
  constructor(private readonly desk: DeskBase) {}

  beginLanguage(form: URLSearchParams): Reply {
    const language = (form.get('lang') ?? '').trim()
    if (!/^[a-z]{2,3}$/.test(language) || language === sourceLocale) {
      const state = this.desk.reader.look()
      const hash = state.ok ? state.now.hash : state.hash
      const frame = this.desk.frame(words.translateTitle, hash, {
        notice: { kind: 'fault', lines: [words.noLanguage] },
      })
      return this.desk.page(frame, chooseLanguage(this.desk.base, this.desk.begunLanguages(), language, true))
    }
    const english = namesIn(this.desk.folders.content).filter((name) =>
      name.includes(`words.${sourceLocale}/`),
    )
    const changes: Changes = {}
    for (const name of [...english, ...mixedFiles]) {
      const target = fileIn(name, sourceLocale, language)
      if (textOf(this.desk.folders, target) !== null) continue
      const data = this.desk.reader.data(name)
      const words = ownWords(name, data)
      // As it stands where all of it is words: with its remarks.
      changes[target] =
        words === data ? (textOf(this.desk.folders, name) ?? '') : stringify(words, { lineWidth: 110 })
    }
    if (Object.keys(changes).length) {
      const before = textsNow(this.desk.folders, changes)
      writeAll(
        this.desk.folders,
        changes,
        before,
        [`content: begin ${language}`, `By: ${this.desk.who}`],
        this.desk.now(),
      )
    }
    return this.desk.go(`/translate?lang=${language}`, {
      kind: 'done',
      lines: [say(words.translateBegun, { language, n: Object.keys(changes).length })],
    })
  }

  private languageOf({ query }: Asked): string | null {
    const language = query.get('lang') ?? ''
    return this.desk.begunLanguages().includes(language) ? language : null
  }

  private translateLines(
    part: Part,
    language: string,
    sent: readonly Sent[],
    problems: readonly Problem[],
    now: DeskContent,
  ): TranslateLine[] {
    const names = this.desk.names(now)
    return fieldsOf(part, (file) => this.desk.reader.data(file)).map(({ file, at, text }) => {
      const own = fileIn(file, sourceLocale, language)
      const value = valueAt(this.desk.reader.data(own), at)
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

  translatePage(
    asked: Asked,
    now: DeskContent,
    sent: readonly Sent[] = [],
    notice: Notice | null = null,
  ): Reply {
    const language = this.languageOf(asked)
    if (!language) {
      const frame = this.desk.frame(words.translateTitle, now.hash, { notice: this.desk.said(asked) })
      return this.desk.page(frame, chooseLanguage(this.desk.base, this.desk.begunLanguages(), '', false))
    }
    const part = now.parts.find(({ id }) => id === asked.query.get('id'))
    const title = `${words.translateTitle}: ${language}`
    if (!part) {
      const parts = now.parts.map((one) => {
        const lines = this.translateLines(one, language, [], [], now)
        const done = lines.filter(({ english, base }) => base !== null && base !== english).length
        return { id: one.id, title: one.title, done, of: lines.length }
      })
      return this.desk.page(
        this.desk.frame(title, now.hash, { notice: this.desk.said(asked) }),
        choosePart(this.desk.base, language, parts),
      )
    }
    const read = readContent(this.desk.folders.content, language)
    const problems = read.ok ? checkTranslation(read.content, now.content) : read.problems
    const lines = this.translateLines(part, language, sent, problems, now)
    const frame = this.desk.frame(`${title}, ${part.title}`, now.hash, {
      notice: notice ?? this.desk.said(asked),
    })
    return this.desk.page(
      frame,
      translateView(this.desk.base, language, part.id, lines, this.desk.who, dirOf(language)),
    )
  }

  saveTranslation(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const language = this.languageOf(asked)
    if (!language) return { kind: 'none' }
    const sent = sentFields(form).filter(({ file }) => file.includes(`words.${language}/`))
    const meetings = sent.map((one) => {
      const value = valueAt(this.desk.reader.data(one.file), one.at)
      const text = typeof value === 'string' ? value : undefined
      // A line that was not in the file has nothing to be in conflict with.
      return { ...one, now: text, how: meet(one.base, one.text, text ?? (one.isNew ? '' : undefined)) }
    })
    const conflicts = meetings.filter(({ how }) => how === 'conflict')
    const free = meetings.filter(({ how, text }) => how === 'free' && savedText(text) !== '')
    const here = `/translate?lang=${language}&id=${encodeURIComponent(asked.query.get('id') ?? '')}`
    if (conflicts.length) return this.desk.conflictPage(asked, now, language, conflicts, free)
    if (!free.length) return this.desk.go(here, { kind: 'done', lines: [words.nothing] })
    const edits: Record<string, Edit[]> = {}
    for (const { file, at, text } of free)
      (edits[file] ??= []).push(setDeep(this.desk.reader.data(file), at, savedText(text)))
    const before = textsNow(
      this.desk.folders,
      Object.fromEntries(Object.keys(edits).map((name) => [name, ''])),
    )
    const made = editAll(this.desk.folders, edits)
    if (!made.ok) return this.translatePage(asked, now, sent, { kind: 'fault', lines: [made.why] })
    const told_ = [`content: translate into ${language}`, `By: ${this.desk.who}`]
    const done = writeAll(this.desk.folders, made.changes, before, told_, this.desk.now())
    if (!done.ok) return this.desk.retry(asked)
    return this.desk.go(here, { kind: 'done', lines: [say(words.saved, { patch: done.patch })] })
  }
}
