/** Looks through a language's texts against the source's: what slipped, and what was translated from a text that has changed. */
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { fileIn } from '@/lib/texts/word-files'
import { locales, sourceLocale, type Locale } from '@/lib/texts/languages'
import type { Problem } from '@/prisma/pipeline/read-content'
import { differencesOf, finderOf } from './compare'
import { hashOf, readMadeFrom } from './made-from'
import { languageRulesSchema, type LanguageRules } from './rules-schema'
import { keyOf, messagesFile, textsIn, type Text } from './texts'

export type Pair = { source: Text; translation: string }

/** Every text of the source language that the other one has, too. */
export function pairsOf(root: string, locale: Locale): Pair[] {
  const own = new Map(textsIn(root, locale).map((one) => [keyOf(one), one.text]))
  return textsIn(root, sourceLocale).flatMap((source) => {
    const translation = own.get(keyOf(source))
    return translation === undefined ? [] : [{ source, translation }]
  })
}

/** The words of a language for the comparison; null when nobody has written them yet. @throws when the file breaks its shape */
export function readRules(root: string, locale: Locale): LanguageRules | null {
  const file = path.join(root, 'shared/translations', `${locale}.yaml`)
  if (!fs.existsSync(file)) return null
  return languageRulesSchema.parse(parse(fs.readFileSync(file, 'utf8')))
}

const place = ({ file, at }: Text, locale: Locale): Pick<Problem, 'file' | 'line' | 'path'> => ({
  file: file === messagesFile ? `messages.${locale}.json` : fileIn(file, sourceLocale, locale),
  line: 0,
  path: at.join('.'),
})

/** Texts whose source has changed since they were translated. None when nobody has recorded what they were made from. */
export function outOfDate(root: string, locale: Locale, pairs: readonly Pair[]): Pair[] {
  const madeFrom = readMadeFrom(root, locale)
  return madeFrom ? pairs.filter(({ source }) => !madeFrom.has(hashOf(source))) : []
}

/** What a comparison finds in one language, and exceptions that excuse nothing any more. */
export function checkLanguage(root: string, locale: Locale, pairs = pairsOf(root, locale)): Problem[] {
  const stale = outOfDate(root, locale, pairs).map(({ source }) => ({
    ...place(source, locale),
    message: `was translated from another text than now: “${source.text}”`,
    fix: `translate it again, then npm run content:translation -- ${locale} --made`,
  }))
  const [first, second] = [readRules(root, sourceLocale), readRules(root, locale)]
  if (!first || !second) return stale
  const [ofSource, ofOwn] = [finderOf(first), finderOf(second)]
  const excused = new Set(second.exceptions.flatMap(({ texts }) => texts))
  const found = pairs.flatMap(({ source, translation }) =>
    differencesOf(source.text, translation, ofSource, ofOwn, source.file === messagesFile).map(
      (difference) => ({
        ...difference,
        key: `${keyOf(source)} ${difference.rule}`,
        source,
        translation,
      }),
    ),
  )
  const keys = new Set(found.map(({ key }) => key))
  return [
    ...stale,
    ...found
      .filter(({ key }) => !excused.has(key))
      .map(({ source, translation, rule, message }) => ({
        ...place(source, locale),
        message: `${rule}: ${message}: “${source.text}” → “${translation}”`,
        fix: `mend it, or name it with the reason under exceptions in shared/translations/${locale}.yaml`,
      })),
    ...[...excused]
      .filter((key) => !keys.has(key))
      .map((key) => ({
        file: `shared/translations/${locale}.yaml`,
        line: 0,
        path: 'exceptions',
        message: `“${key}” excuses nothing`,
        fix: 'take it out',
      })),
  ]
}

/** The same for every language of the site but the source. */
export const checkLanguages = (root: string): Problem[] =>
  locales.filter((locale) => locale !== sourceLocale).flatMap((locale) => checkLanguage(root, locale))
