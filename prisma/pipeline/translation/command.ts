/**
 * `npm run content:translation -- <language>` says what slipped in a translation and what is out of date; exit 1 when there is
 * something. `-- <language> --made` records that all of it was translated from the texts of today. `-- <language> --export
 * <file> [--all]` writes what is missing or out of date (or everything) as XLIFF for a translator's program, `-- <language>
 * --import <file>` reads it back. How-to: docs/how-to/add-a-language.md.
 */
import fs from 'node:fs'
import { isLocale, sourceLocale, type Locale } from '@/lib/texts/languages'
import { formatProblem } from '@/prisma/pipeline/check-content'
import { defaultContentDir } from '@/prisma/pipeline/read-content'
import { checkLanguage, outOfDate, pairsOf } from './check-translation'
import { lookThrough, writeTexts } from './import-texts'
import { writeMadeFrom } from './made-from'
import { keyOf, textsIn } from './texts'
import { readXliff, writeXliff } from './xliff'

type Told = { lines: string[]; exitCode: number }
const failed = (...lines: string[]): Told => ({ lines, exitCode: 1 })
const done = (...lines: string[]): Told => ({ lines, exitCode: 0 })

const root = defaultContentDir

function compare(locale: Locale): Told {
  const pairs = pairsOf(root, locale)
  const problems = checkLanguage(root, locale, pairs)
  const missing = textsIn(root, sourceLocale).length - pairs.length
  const lines = [...problems.map(formatProblem), `${missing} texts are not translated`]
  return problems.length
    ? failed(...lines, `${problems.length} to look at`)
    : done(...lines, 'nothing else to look at')
}

async function exportTo(file: string, locale: Locale, isAll: boolean): Promise<Told> {
  const pairs = new Map(pairsOf(root, locale).map((pair) => [keyOf(pair.source), pair]))
  const stale = new Set(outOfDate(root, locale, [...pairs.values()]).map(({ source }) => keyOf(source)))
  const asked = textsIn(root, sourceLocale)
    .map((source) => ({
      source,
      translation: pairs.get(keyOf(source))?.translation,
      changed: stale.has(keyOf(source)),
    }))
    .filter(({ translation, changed }) => isAll || translation === undefined || changed)
  fs.writeFileSync(file, await writeXliff(locale, sourceLocale, asked))
  return done(`${asked.length} texts were written to ${file}`)
}

async function importFrom(file: string, locale: Locale): Promise<Told> {
  if (!fs.existsSync(file)) return failed(`There is no file ${file}`)
  const read = await readXliff(fs.readFileSync(file, 'utf8')).catch(() => null)
  if (!read)
    return failed(`${file} is no XLIFF 1.2. To do: save it as XLIFF 1.2 in the translator's program.`)
  if (read.language !== locale)
    return failed(
      `${file} is for “${read.language}”. To do: name that language, or take the file for “${locale}”.`,
    )
  const looked = lookThrough(root, locale, read.units)
  if (!looked.ok) return failed(...looked.why, 'Nothing was written.')
  return done(`${writeTexts(root, locale, looked.texts)} texts are new or changed`)
}

async function run([language = '', action, file, extra]: readonly string[]): Promise<Told> {
  if (!isLocale(language) || language === sourceLocale)
    return failed(
      `“${language}” is no language that is translated. To do: give it a row in lib/texts/languages.ts.`,
    )
  if (action === undefined) return compare(language)
  if (action === '--made') {
    const sources = pairsOf(root, language).map(({ source }) => source)
    writeMadeFrom(root, language, sources)
    return done(`${sources.length} texts are recorded as translated from the texts of today`)
  }
  if (action === '--export' && file) return exportTo(file, language, extra === '--all')
  if (action === '--import' && file) return importFrom(file, language)
  return failed('Say --made, --export <file> [--all] or --import <file> after the language.')
}

const { lines, exitCode } = await run(process.argv.slice(2))
console.log(lines.join('\n'))
process.exitCode = exitCode
