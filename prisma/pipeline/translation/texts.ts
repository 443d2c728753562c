/** The texts of a language, one by one, with the place where each stands. Both sides of a translation have the same places. */
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { fileIn, mixedFiles, ownWords, textsOf } from '@/lib/texts/word-files'
import type { Place } from '@/lib/texts/yaml-edit'
import { messages, sourceLocale, type Locale } from '@/lib/texts/languages'

/** `file`: the source language's name for it ("heart-failure/words.en/options.yaml"), also in another language. */
export type Text = { file: string; at: Place; text: string }

/** What the interface says stands beside the list of languages, not in the content. */
export const messagesFile = `messages.${sourceLocale}.json`
/** The folders of content that hold words: the shared ones, and each condition's. */
function wordFolders(root: string): string[] {
  const own = fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  return ['', ...own].filter((folder) => fs.existsSync(path.join(root, folder, `words.${sourceLocale}`)))
}

/** All files that are translated, by the source language's names. Validated questions are not: nobody translates them anew. */
export function translatedFiles(root: string): string[] {
  const words = wordFolders(root).flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder, `words.${sourceLocale}`))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => path.posix.join(folder, `words.${sourceLocale}`, name)),
  )
  return [...words, ...mixedFiles].sort()
}

/**
 * Every text of a language below a folder of content, and every message. A file that is not there has none.
 * @throws on a file that is no YAML: the content check has named it before
 */
export function textsIn(root: string, locale: Locale): Text[] {
  const ofFiles = translatedFiles(root).flatMap((file) => {
    const own = path.join(root, locale === sourceLocale ? file : fileIn(file, sourceLocale, locale))
    if (!fs.existsSync(own)) return []
    const data: unknown = parse(fs.readFileSync(own, 'utf8'))
    return textsOf(locale === sourceLocale ? ownWords(file, data) : data).map((one) => ({ file, ...one }))
  })
  return [...ofFiles, ...textsOf(messages[locale]).map((one) => ({ file: messagesFile, ...one }))]
}

/** One key for the place of a text. */
export const keyOf = ({ file, at }: Pick<Text, 'file' | 'at'>): string => `${file} ${at.join('.')}`
