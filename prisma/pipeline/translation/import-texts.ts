/** Writes what a translator sent back into the files of a language. Nothing is written when one text cannot be. */
import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { fileIn } from '@/lib/texts/word-files'
import { editYaml, setDeep, type Place } from '@/lib/texts/yaml-edit'
import { sourceLocale, type Locale } from '@/lib/texts/languages'
import { gapFault } from './compare'
import { keyOf, messagesFile, textsIn, type Text } from './texts'
import type { Returned } from './xliff'

const messagesFolder = path.join(import.meta.dirname, '../../../lib/texts')

/** Sets a text in a value that may lack its owners. */
function setIn(value: unknown, [step, ...rest]: Place, text: string): unknown {
  if (step === undefined) return text
  const whole =
    typeof step === 'number' ? [...((value as unknown[] | undefined) ?? [])] : { ...(value as object) }
  const own = whole as Record<string | number, unknown>
  own[step] = setIn(own[step], rest, text)
  return whole
}

/** A text in one line, as a program may have broken it; where the source has lines, so does the translation. */
const asWritten = (text: string, source: string): string =>
  source.trim().includes('\n') ? text.trim() : text.replace(/\s+/g, ' ').trim()

export type Import = { ok: true; texts: Text[] } | { ok: false; why: string[] }

/**
 * What came back, as texts of the language: each has a place that is there, its source is the one of today, and its gaps
 * are those of the source. Empty ones are not translated yet and are left out.
 */
export function lookThrough(root: string, locale: Locale, units: readonly Returned[]): Import {
  const sources = new Map(textsIn(root, sourceLocale).map((one) => [`${one.file} ${one.at.join('/')}`, one]))
  const why: string[] = []
  const texts = units.flatMap(({ file, unit, source, text }): Text[] => {
    if (text.trim() === '') return []
    const now = sources.get(`${file} ${unit}`)
    const name = `${file} ${unit}`
    if (!now) why.push(`${name}: there is no such text`)
    else if (now.text !== source)
      why.push(`${name}: the source has changed since this file was written: “${now.text}”`)
    else {
      const fault = gapFault(now.text, text, file === messagesFile)
      if (!fault) return [{ ...now, text: asWritten(text, now.text) }]
      why.push(`${name}: ${fault}`)
    }
    return []
  })
  return why.length ? { ok: false, why } : { ok: true, texts }
}

/**
 * Writes the texts. Files that are not there yet are begun.
 * @returns how many texts are new or other than before
 * @throws when a file cannot be changed safely; then nothing was written
 */
export function writeTexts(root: string, locale: Locale, texts: readonly Text[]): number {
  const before = new Map(textsIn(root, locale).map((one) => [keyOf(one), one.text]))
  const changed = texts.filter((one) => before.get(keyOf(one)) !== one.text)
  const writes: [file: string, text: string][] = []
  for (const file of new Set(changed.map((one) => one.file))) {
    const own = changed.filter((one) => one.file === file)
    if (file === messagesFile) {
      const name = path.join(messagesFolder, `messages.${locale}.json`)
      const now: unknown = fs.existsSync(name) ? JSON.parse(fs.readFileSync(name, 'utf8')) : {}
      const next = own.reduce((value, { at, text }) => setIn(value, at, text), now)
      writes.push([name, `${JSON.stringify(next, null, 2)}\n`])
      continue
    }
    const name = path.join(root, fileIn(file, sourceLocale, locale))
    if (!fs.existsSync(name)) {
      const begun = own.reduce<unknown>((value, { at, text }) => setIn(value, at, text), undefined)
      writes.push([name, stringify(begun, { lineWidth: 110 })])
      continue
    }
    let now = fs.readFileSync(name, 'utf8')
    for (const { at, text } of own) {
      const edited = editYaml(now, [setDeep(parse(now), at, text)])
      if (!edited.ok) throw new Error(`${name}: ${edited.why}`)
      now = edited.text
    }
    writes.push([name, now])
  }
  for (const [name, text] of writes) {
    fs.mkdirSync(path.dirname(name), { recursive: true })
    fs.writeFileSync(name, text)
  }
  return changed.length
}
