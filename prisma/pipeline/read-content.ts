/**
 * Reads prisma/content, checks every file against its shape, and says what is wrong in words a nurse can act on:
 * file, line, path, what to do. Reading never throws for bad content; it returns the problems.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { ArticleWords } from '@/lib/claims/article-kit'
import { Claim, ClaimWords } from '@/lib/claims/schema'
import {
  articleCheckFileSchema,
  articleLanguageFileSchema,
  articlePatternsSchema,
  claimPatternsFileSchema,
  joinClaimPatterns,
  type ArticlePatterns,
  warningSignsFileSchema,
  warningSignWordsFileSchema,
} from '@/lib/claims/sign-schema'
import { Quality, QualityWords } from '@/lib/quality/schema'
import { Source, Id } from '@/lib/sources/schema'
import { StemCells, StemCellWords } from '@/lib/products/schema'
import {
  Condition,
  ConditionWords,
  Decisions,
  DecisionsWords,
  Options,
  OptionsWords,
} from '@/lib/journey/schema'
import { GlossaryWords } from '@/lib/sentences/schema'
import { Reviews } from '@/lib/reviews/schema'
import { Matters, MattersWords } from '@/lib/matters/schema'
import { estimatesOf } from '@/lib/numbers/estimates'
import { Numbers, NumberWords } from '@/lib/numbers/schema'
import { Quiz, QuizWords, Sure } from '@/lib/readiness/schema'
import { Positions, PositionsWords } from '@/lib/positions/schema'
import { Ratings, RatingsWords } from '@/lib/ratings/schema'
import { IllnessCodes, Instruments } from '@/lib/record/schema'
import { languages, locales, sourceLocale } from '@/lib/texts/languages'
import { SitePages } from '@/lib/texts/site-pages-schema'

/** One thing wrong with the content. `line` is 1-based; 0 when the file itself is missing. */
export type Problem = { file: string; line: number; path: string; message: string; fix: string }

const Claims = z.strictObject({ claims: z.array(Claim).min(1) })
const ClaimsWords = z.strictObject({ claims: z.record(Id, ClaimWords) })
const Sources = z.strictObject({ sources: z.array(Source).min(1) })
const Names = z.strictObject({
  names: z.array(z.strictObject({ name: z.string().min(2), why: z.string().min(3) })),
})

/** The results as written, and the figure of each of their arms in the same order: what everything else reads. */
const Figures = Numbers.transform((numbers) => ({
  ...numbers,
  estimates: numbers.results.flatMap(estimatesOf),
}))

const conditionFiles = {
  condition: Condition,
  options: Options,
  decisions: Decisions,
  numbers: Figures,
  'stem-cells': StemCells,
  claims: Claims,
  matters: Matters,
  quiz: Quiz,
} as const
const conditionWords = {
  condition: ConditionWords,
  options: OptionsWords,
  decisions: DecisionsWords,
  numbers: NumberWords,
  'stem-cells': StemCellWords,
  claims: ClaimsWords,
  matters: MattersWords,
  quiz: QuizWords,
  glossary: GlossaryWords,
} as const

type Shapes<T extends Record<string, z.ZodType>> = { [K in keyof T]: z.infer<T[K]> }
export type ConditionContent = Shapes<typeof conditionFiles> & {
  facts: z.infer<typeof Numbers>
  ratings: z.infer<typeof Ratings>
  positions: z.infer<typeof Positions>
  words: Shapes<typeof conditionWords> & {
    ratings: z.infer<typeof RatingsWords>
    positions: z.infer<typeof PositionsWords>
  }
}
export type Content = {
  /** The language of its words. */
  locale: string
  sources: z.infer<typeof Source>[]
  names: string[]
  shared: {
    stemCells: z.infer<typeof StemCells>
    numbers: z.infer<typeof Numbers>
    /** Null: no published translation of it may be used in this language. */
    sure: Sure | null
    pages: z.infer<typeof SitePages>
    quality: z.infer<typeof Quality>
    words: { stemCells: z.infer<typeof StemCellWords>; glossary: z.infer<typeof GlossaryWords> }
  }
  /** The article check: how signs and claims are recognised, and the words for them. */
  articleCheck: {
    check: ArticlePatterns['check']
    signs: z.infer<typeof warningSignsFileSchema>['signs']
    families: z.infer<typeof warningSignsFileSchema>['families']
    claims: ArticlePatterns['claims']
    /** How texts in other languages than the first are read, by language; the same whatever language the words are in. */
    others: ArticlePatterns['others']
    words: { signs: z.infer<typeof warningSignWordsFileSchema>['signs'] } & ArticleWords
  }
  reviews: z.infer<typeof Reviews>['reviews']
  changelog: string
  conditions: ConditionContent[]
  /** SHA-256 over every content file's path and bytes. */
  hash: string
  /** The day of the newest entry of the change log. */
  date: string
}
export type ReadResult = { ok: true; content: Content } | { ok: false; problems: Problem[] }

/** Each problem once, in their order: a figure that is named twice in a line would be told twice. */
export function once(problems: readonly Problem[]): Problem[] {
  const told = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify(problem)
    return !told.has(key) && told.add(key)
  })
}

export const defaultContentDir = process.env.LANTERN_CONTENT || path.join(process.cwd(), 'prisma', 'content')

/** What a person calls a kind of value in YAML. */
const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that begin with "- ")',
  object: 'names with values (name: value)',
  record: 'names with values (name: value)',
}

/** How a value that is of the wrong kind may have come about. */
function whatStands(value: unknown): string {
  if (value === null || value === undefined) return 'nothing stands here'
  if (Array.isArray(value)) return 'a list stands here'
  if (typeof value === 'object') return 'names with values stand here'
  if (typeof value === 'string') return `a text stands here (${JSON.stringify(value.slice(0, 40))})`
  return `${JSON.stringify(value)} stands here`
}

const noCommas = 'write it without quotes, commas or a unit'

function explain(issue: z.core.$ZodIssue, value: unknown): { message: string; fix: string } {
  // "{ events: 1,914 }" holds events 1, and a key 914.
  if (issue.code === 'unrecognized_keys' && issue.keys.every((key) => /^\d{3}$/.test(key)))
    return {
      message: `${issue.keys.map((key) => `",${key}"`).join(', ')} stands here, as after a number with a comma`,
      fix: noCommas,
    }
  if (issue.code === 'unrecognized_keys')
    return {
      message: `unknown key ${issue.keys.map((k) => `"${k}"`).join(', ')}`,
      fix: 'remove it, or mend its spelling',
    }
  if (issue.code === 'invalid_type' && issue.message.includes('undefined'))
    return { message: 'missing', fix: `add it (${issue.expected})` }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    const kind = kinds[issue.expected] ?? issue.expected
    return {
      message: `${whatStands(value)}, not ${kind}`,
      fix: issue.expected === 'number' ? noCommas : `write ${kind}`,
    }
  }
  if (issue.code === 'invalid_value')
    return { message: 'not one of the allowed values', fix: `use one of: ${issue.values.join(', ')}` }
  return { message: issue.message, fix: 'see the shape in lib/*/schema.ts and docs/how-to/write-content.md' }
}

/** Files as they were read before, for a process that reads the same content again and again: the desk. */
export type ReadBefore = Map<string, { text: string; shape: z.ZodType; data: unknown }>

class Reader {
  readonly problems: Problem[] = []
  constructor(
    readonly root: string,
    private readonly before: ReadBefore = new Map(),
  ) {}

  text(file: string): string | null {
    try {
      return fs.readFileSync(path.join(this.root, file), 'utf8')
    } catch {
      this.problems.push({ file, line: 0, path: '', message: 'file is missing', fix: 'create it' })
      return null
    }
  }

  /** Parses one YAML file with a shape; `fallback` is used when the file may be absent. */
  yaml<S extends z.ZodType>(file: string, shape: S, fallback?: unknown): z.infer<S> | null {
    if (fallback !== undefined && !fs.existsSync(path.join(this.root, file))) return shape.parse(fallback)
    const text = this.text(file)
    if (text === null) return null
    const held = this.before.get(file)
    if (held?.text === text && held.shape === shape) return held.data as z.infer<S>
    const lines = new LineCounter()
    const doc = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true })
    for (const error of doc.errors) {
      const line = lines.linePos(error.pos[0]).line
      this.problems.push({
        file,
        line,
        path: '',
        message: `not valid YAML: ${error.message.replace(/ at line \d+[\s\S]*$/, '')}`,
        fix: 'check the indentation, quotes and colons on this line',
      })
    }
    if (doc.errors.length) return null
    const whole: unknown = doc.toJS()
    const result = shape.safeParse(whole)
    if (result.success) {
      this.before.set(file, { text, shape, data: result.data })
      return result.data
    }
    for (const issue of result.error.issues) {
      const at = issue.path as (string | number)[]
      this.problems.push({
        file,
        line: lineIn(doc, lines, at),
        path: at.join('.'),
        ...explain(issue, valueAt(whole, at)),
      })
    }
    return null
  }

  /** The line of a value in a file that was read before. */
  lineOf(file: string, at: readonly string[]): number {
    const lines = new LineCounter()
    return lineIn(parseDocument(this.text(file) ?? '', { lineCounter: lines }), lines, at)
  }
}

/** The line of a value, or of the nearest thing around it that is there. */
function lineIn(doc: Document, lines: LineCounter, at: readonly (string | number)[]): number {
  let node: unknown = doc.getIn(at, true)
  for (let up = at.length - 1; node === undefined && up >= 0; up--) node = doc.getIn(at.slice(0, up), true)
  const range = (node as { range?: [number, number, number] } | undefined)?.range
  return range ? lines.linePos(range[0]).line : 1
}

function valueAt(whole: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, key) => (value as Record<string | number, unknown> | null)?.[key], whole)
}

function listFiles(dir: string, prefix = ''): string[] {
  return fs
    .readdirSync(path.join(dir, prefix), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? listFiles(dir, path.posix.join(prefix, entry.name))
        : [path.posix.join(prefix, entry.name)],
    )
    .filter((file) => /\.(ya?ml|md)$/.test(file))
    .sort()
}

/** SHA-256 of all content files under `root`, in name order, with Unix line ends. */
export function hashContent(root: string): string {
  const hash = createHash('sha256')
  for (const file of listFiles(root)) {
    hash.update(file).update('\0')
    hash.update(fs.readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n')).update('\0')
  }
  return hash.digest('hex')
}

function readAll<T extends Record<string, z.ZodType>>(
  reader: Reader,
  shapes: T,
  place: (name: string) => string,
  optional: Record<string, unknown> = {},
): Shapes<T> | null {
  const out: Record<string, unknown> = {}
  let complete = true
  for (const [name, shape] of Object.entries(shapes)) {
    const value = reader.yaml(place(name), shape, optional[name])
    if (value === null) complete = false
    out[name] = value
  }
  return complete ? (out as Shapes<T>) : null
}

/** The words of the quality list in another language, put on its items. */
function translateQuality(quality: z.infer<typeof Quality>, words: QualityWords): z.infer<typeof Quality> {
  return {
    items: quality.items.map(({ note, ...item }) => {
      const own = words.items[item.id]
      return { ...item, text: own?.text ?? '', ...(note === undefined ? {} : { note: own?.note ?? '' }) }
    }),
  }
}

/**
 * How the article check recognises things: two files of its own, and one of each condition that has one, in the order
 * of the site; and the same for each further language that has a file of phrases.
 */
function readPatterns(reader: Reader, conditions: readonly Pick<Condition, 'id' | 'order'>[]) {
  const check = reader.yaml('article-check.yaml', articleCheckFileSchema)
  const signs = reader.yaml('warning-signs.yaml', warningSignsFileSchema)
  const phrasesIn = (folder: string) =>
    [...conditions]
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => ({ id, place: path.posix.join(id, folder, 'claim-patterns.yaml') }))
      .filter(({ place }) => fs.existsSync(path.join(reader.root, place)))
      .flatMap(({ id, place }) => {
        const file = reader.yaml(place, claimPatternsFileSchema)
        return file ? [{ id, file }] : []
      })
  if (!check || !signs) return null
  const others: ArticlePatterns['others'] = {}
  for (const language of Object.keys(languages)) {
    const place = `words.${language}/article-patterns.yaml`
    if (!fs.existsSync(path.join(reader.root, place))) continue
    const file = reader.yaml(place, articleLanguageFileSchema)
    if (!file) continue
    const { families, ...own } = file
    const { weighing } = check
    others[language] = {
      ...joinClaimPatterns({ ...own, weighing, families: {} }, phrasesIn(`words.${language}`)),
      families,
    }
  }
  return { ...joinClaimPatterns(check, phrasesIn('')), ...signs, others }
}

/**
 * What the article check's engine reads, without the rest of the content, and the ids of the signs that people are shown:
 * for the command line, tests and benches.
 */
export function readArticlePatterns(
  root = defaultContentDir,
): { ok: true; patterns: ArticlePatterns; signs: string[] } | { ok: false; problems: Problem[] } {
  const reader = new Reader(root)
  const conditions = conditionFolders(root).flatMap(
    (folder) => reader.yaml(`${folder}/condition.yaml`, Condition) ?? [],
  )
  const patterns = readPatterns(reader, conditions)
  return patterns && !reader.problems.length
    ? {
        ok: true,
        patterns: articlePatternsSchema.parse(patterns),
        signs: patterns.signs.map(({ id }) => id),
      }
    : { ok: false, problems: reader.problems }
}

/** Files that a condition may leave out. A slip in such a name would leave it out without a word. */
const optionalFiles = ['facts', 'ratings', 'positions', 'codes']
const optionalWords = ['ratings', 'positions', 'claim-patterns']

/** YAML files of a folder that nothing reads, as a misspelled `rating.yaml`. */
function tellUnread(reader: Reader, folder: string, read: readonly string[]): void {
  const place = path.join(reader.root, folder)
  if (!fs.existsSync(place)) return
  for (const name of fs.readdirSync(place).sort())
    if (/\.ya?ml$/.test(name) && !read.some((one) => `${one}.yaml` === name))
      reader.problems.push({
        file: `${folder}/${name}`,
        line: 0,
        path: '',
        message: 'nothing reads a file of this name',
        fix: `take it away, or give it one of these names: ${read.map((one) => `${one}.yaml`).join(', ')}`,
      })
}

/** The folders of conditions: all but what is the same for every condition, and words. In the order of the alphabet. */
export function conditionFolders(root: string): string[] {
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) return []
  return fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared' && !/^words\.|^\./.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** A condition without a folder of words in another language than the first is not translated yet. */
const isTranslated = (root: string, folder: string, locale: string) =>
  locale === sourceLocale || fs.existsSync(path.join(root, folder, `words.${locale}`))

/** One condition: what it is, and its whole content unless a file of it cannot be used. */
function readCondition(
  reader: Reader,
  folder: string,
  locale: string,
): { condition: Condition | null; content: ConditionContent | null } {
  const files = readAll(reader, conditionFiles, (name) => `${folder}/${name}.yaml`)
  const facts = reader.yaml(`${folder}/facts.yaml`, Numbers, {})
  // A condition that nobody has rated yet has neither of the two files.
  const ratings = reader.yaml(`${folder}/ratings.yaml`, Ratings, { ratedOn: '2000-01-01' })
  const ratingWords = reader.yaml(`${folder}/words.${locale}/ratings.yaml`, RatingsWords, {})
  // Nor need it be known by codes of a record: these are only looked at (lib/record/data.ts reads them).
  if (fs.existsSync(path.join(reader.root, folder, 'codes.yaml')))
    reader.yaml(`${folder}/codes.yaml`, IllnessCodes)
  // Nor need it know yet what guidelines say of it.
  const positions = reader.yaml(`${folder}/positions.yaml`, Positions, {})
  const positionWords = reader.yaml(`${folder}/words.${locale}/positions.yaml`, PositionsWords, {})
  const words = readAll(reader, conditionWords, (name) => `${folder}/words.${locale}/${name}.yaml`)
  if (locale === sourceLocale)
    tellUnread(reader, folder, [...Object.keys(conditionFiles), ...optionalFiles, 'claim-patterns'])
  tellUnread(reader, `${folder}/words.${locale}`, [...Object.keys(conditionWords), ...optionalWords])
  if (files && files.condition.id !== folder)
    reader.problems.push({
      file: `${folder}/condition.yaml`,
      line: reader.lineOf(`${folder}/condition.yaml`, ['id']),
      path: 'id',
      message: `is "${files.condition.id}", and the folder is "${folder}"`,
      fix: 'give both the same name',
    })
  const isWhole = files && facts && ratings && positions && words && ratingWords && positionWords
  return {
    condition: files && files.condition,
    content: isWhole
      ? {
          ...files,
          facts,
          ratings,
          positions,
          words: { ...words, ratings: ratingWords, positions: positionWords },
        }
      : null,
  }
}

/** What is the same for all conditions; null when a file of it cannot be used. */
function readShared(reader: Reader, locale: string) {
  const { root } = reader
  // Three files hold structure and the first language's words together; another language's words stand by themselves.
  const mixed = (name: string) =>
    locale === sourceLocale ? `shared/${name}.yaml` : `shared/words.${locale}/${name}.yaml`
  const sources = reader.yaml('sources.yaml', Sources)
  const names = reader.yaml('names-with-digits.yaml', Names)
  const stemCells = reader.yaml('shared/stem-cells.yaml', StemCells)
  const numbers = reader.yaml('shared/numbers.yaml', Numbers)
  // A validated instrument is never translated by us: a language without a published translation goes without.
  const hasSure = locale === sourceLocale || fs.existsSync(path.join(root, mixed('sure')))
  const sure = hasSure ? reader.yaml(mixed('sure'), Sure) : null
  const pages = reader.yaml(mixed('pages'), SitePages)
  const qualityItems = reader.yaml('shared/quality.yaml', Quality)
  const qualityWords =
    locale === sourceLocale ? null : reader.yaml(`shared/words.${locale}/quality.yaml`, QualityWords)
  const quality = qualityItems && qualityWords ? translateQuality(qualityItems, qualityWords) : qualityItems
  const reviews = reader.yaml('reviews.yaml', Reviews)
  // Only looked at: lib/record/data.ts reads these files themselves.
  reader.yaml('shared/instruments.yaml', Instruments, { instruments: [] })
  const cellWords = reader.yaml(`shared/words.${locale}/stem-cells.yaml`, StemCellWords)
  const glossary = reader.yaml(`shared/words.${locale}/glossary.yaml`, GlossaryWords)
  const signWords = reader.yaml(`words.${locale}/warning-signs.yaml`, warningSignWordsFileSchema)
  const articleWords = reader.yaml(`words.${locale}/article-check.yaml`, ArticleWords)
  if (!sources || !names || !stemCells || !numbers || (hasSure && !sure) || !pages || !quality || !reviews)
    return null
  if (!cellWords || !glossary || !signWords || !articleWords) return null
  return {
    sources: sources.sources,
    names: names.names.map((entry) => entry.name),
    shared: { stemCells, numbers, sure, pages, quality, words: { stemCells: cellWords, glossary } },
    articleWords: { signs: signWords.signs, ...articleWords },
    reviews: reviews.reviews,
  }
}

/** The day of the newest entry of the change log. */
function dateOf(reader: Reader, changelog: string): string | null {
  const date = /^## (\d{4}-\d{2}-\d{2})/m.exec(changelog)?.[1]
  if (date) return date
  reader.problems.push({
    file: 'CHANGELOG.md',
    line: 1,
    path: '',
    message: 'has no dated entry',
    fix: 'start the newest entry with a line "## 2026-11-20"',
  })
  return null
}

/**
 * Reads and shape-checks everything under `root` with the words of one language; `checkReferences` does the rest.
 * A condition that is not translated yet is left out.
 */
export function readContent(
  root = defaultContentDir,
  locale: string = sourceLocale,
  before?: ReadBefore,
): ReadResult {
  const reader = new Reader(root, before)
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    const fix = 'name the folder of the content in LANTERN_CONTENT, or leave it unset'
    return {
      ok: false,
      problems: [{ file: root, line: 0, path: '', message: 'there is no such folder', fix }],
    }
  }
  const all = readShared(reader, locale)
  const changelog = reader.text('CHANGELOG.md')
  const conditions = conditionFolders(root)
    .filter((folder) => isTranslated(root, folder, locale))
    .map((folder) => readCondition(reader, folder, locale))
  const patterns = readPatterns(
    reader,
    conditions.flatMap(({ condition }) => condition ?? []),
  )
  const date = changelog === null ? null : dateOf(reader, changelog)
  if (reader.problems.length || !all || !patterns || changelog === null || date === null)
    return { ok: false, problems: reader.problems }
  return {
    ok: true,
    content: {
      locale,
      sources: all.sources,
      names: all.names,
      shared: all.shared,
      articleCheck: { ...patterns, words: all.articleWords },
      reviews: all.reviews,
      changelog,
      conditions: conditions
        .flatMap(({ content }) => content ?? [])
        .sort((a, b) => a.condition.order - b.condition.order),
      hash: hashContent(root),
      date,
    },
  }
}

/** The content with the words of the first language, and once more for each further language of the list. */
export type WholeContent = { content: Content; translations: Content[] }
export type WholeResult = ({ ok: true } & WholeContent) | { ok: false; problems: Problem[] }

/** Reads every language; the problems of all of them together. */
export function readAllLanguages(
  root = defaultContentDir,
  among: readonly string[] = locales,
  before?: ReadBefore,
): WholeResult {
  const first = readContent(root, sourceLocale, before)
  const others = among
    .filter((locale) => locale !== sourceLocale)
    .map((locale) => readContent(root, locale, before))
  const problems = once([first, ...others].flatMap((read) => (read.ok ? [] : read.problems)))
  if (!first.ok || problems.length) return { ok: false, problems }
  return {
    ok: true,
    content: first.content,
    translations: others.flatMap((read) => (read.ok ? read.content : [])),
  }
}
