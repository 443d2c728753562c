/**
 * A language made by a script, to find what is still English: every letter that has one gets an accent, and every word
 * grows by two fifths, as translations do. The other one is written from right to left. Figures, gaps and names stay.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parse as parseMessage, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import { parse, stringify } from 'yaml'

/** ISO 639 keeps these for local use. */
export const pseudoLanguages = [
  { locale: 'qaa', dir: 'ltr' },
  { locale: 'qar', dir: 'rtl' },
] as const

const accented: Record<string, string> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' },
  ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', N: 'Ñ' },
}

/** Letters that only a pseudo-language has: those of Spanish, which our fonts hold. */
export const pseudoLetter = /[áéíóúñÁÉÍÓÚÑ]/

/** "Heart" as "Héééárt": accented, and its vowels doubled, which makes a text two fifths longer. */
function accent(text: string): string {
  return [...text]
    .map((letter) => {
      const own = accented[letter]
      return own === undefined ? letter : /[aeiou]/.test(letter) ? own + own : own
    })
    .join('')
}

/** Everything but gaps, the names that are the same in every language, and addresses. */
function pseudoLine(text: string, names: readonly string[]): string {
  const kept = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return text
    .split(new RegExp(`(\\{[^{}]*\\}|https?://\\S+${kept.map((name) => `|${name}`).join('')})`))
    .map((part, index) => (index % 2 ? part : accent(part)))
    .join('')
}

/** Keys of words files whose values are ids or titles of publications. */
const notWords = new Set(['id', 'source', 'sources', 'citation', 'copyright'])

function pseudoValue(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') return pseudoLine(value, names)
  if (Array.isArray(value)) return value.map((item) => pseudoValue(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      // A glossary may explain the word "source": its entry is a group.
      const isGroup = typeof item === 'object' && !Array.isArray(item)
      return [key, notWords.has(key) && !isGroup ? item : pseudoValue(item, names)]
    }),
  )
}

function pseudoElements(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: accent(element.value) }
    if (element.type === TYPE.tag) return { ...element, children: pseudoElements(element.children) }
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([key, option]) => [
            key,
            { ...option, value: pseudoElements(option.value) },
          ]),
        ),
      } as MessageFormatElement
    return element
  })
}

/** All interface words, their ICU parts kept. */
export function pseudoMessages(messages: unknown): unknown {
  if (typeof messages === 'string') return printAST(pseudoElements(parseMessage(messages)))
  if (typeof messages !== 'object' || messages === null) return messages
  return Object.fromEntries(Object.entries(messages).map(([key, item]) => [key, pseudoMessages(item)]))
}

const readYaml = (file: string) => parse(fs.readFileSync(file, 'utf8')) as unknown

/** Writes `words.<locale>/` beside every `words.en/` of a content folder, except for the conditions in `without`. */
export function writePseudoContent(content: string, locale: string, without: readonly string[] = []): void {
  const listed = readYaml(path.join(content, 'names-with-digits.yaml')) as { names: { name: string }[] }
  const names = listed.names.map(({ name }) => name)
  const write = (to: string, value: unknown) => {
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.writeFileSync(to, stringify(pseudoValue(value, names)))
  }
  for (const folder of ['.', ...fs.readdirSync(content)]) {
    const from = path.join(content, folder, 'words.en')
    if (without.includes(folder) || !fs.existsSync(from)) continue
    for (const name of fs.readdirSync(from))
      write(path.join(content, folder, `words.${locale}`, name), readYaml(path.join(from, name)))
  }
  const shared = path.join(content, 'shared')
  for (const name of ['pages', 'sure'])
    write(path.join(shared, `words.${locale}`, `${name}.yaml`), readYaml(path.join(shared, `${name}.yaml`)))
  const { items } = readYaml(path.join(shared, 'quality.yaml')) as {
    items: { id: string; text: string; note?: string }[]
  }
  write(path.join(shared, `words.${locale}`, 'quality.yaml'), {
    items: Object.fromEntries(
      items.map(({ id, text, note }) => [id, { text, ...(note === undefined ? {} : { note }) }]),
    ),
  })
}

const texts = path.resolve(import.meta.dirname, '../lib/texts')

/**
 * Adds both languages as docs/how-to/add-a-language.md says: messages, a row in the list, words beside the words. The
 * list and the messages are written into `folder`, the words into the content folder `content`.
 * @param without conditions that stay untranslated
 * @returns the file that stands for lib/texts/languages.ts
 */
export function addPseudoLanguages(folder: string, content: string, without: readonly string[]): string {
  const english = JSON.parse(fs.readFileSync(path.join(texts, 'messages.en.json'), 'utf8')) as unknown
  let list = fs.readFileSync(path.join(texts, 'languages.ts'), 'utf8')
  const [, row = ''] = /^ {2}en: (\{.*\}),$/m.exec(list) ?? []
  for (const { locale, dir } of pseudoLanguages) {
    writePseudoContent(content, locale, without)
    fs.writeFileSync(
      path.join(folder, `messages.${locale}.json`),
      JSON.stringify(pseudoMessages(english), null, 2),
    )
    // Days and digits as in Spanish: an English month can then only come from code.
    const fields = { name: accent(locale), tag: 'es-ES', lang: locale, dir }
    const own = Object.entries(fields).reduce(
      (text, [key, value]) => text.replace(new RegExp(`${key}: '[^']*'`), `${key}: '${value}'`),
      row,
    )
    list = list
      .replace(
        /^import en from .*$/m,
        `$&\nimport ${locale} from './messages.${locale}.json' with { type: 'json' }`,
      )
      .replace(/^ {2}en: \{.*\},$/m, `$&\n  ${locale}: ${own},`)
      .replace('= { en', `= { en, ${locale}`)
  }
  const file = path.join(folder, 'languages.ts')
  fs.writeFileSync(file, list)
  return file
}
