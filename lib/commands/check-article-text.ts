// Command line of the article check:
//   npm run --silent check:article -- --json < text.txt      one text in, one JSON object out
//   npm run --silent check:article -- --jsonl < texts.jsonl  {"id","text"} a line in, one result a line out
// Node only. Nothing is stored or sent. Leaves with 2 when the input or the content cannot be read.
import { readFileSync } from 'node:fs'
import { analyseArticle } from '@/lib/claims/analyse'
import { linkLines } from '@/lib/claims/only-link'
import { articleLineSchema } from '@/lib/claims/sign-schema'
import { sourceLocale, wordsOf } from '@/lib/texts/translate'
import { formatProblem } from '@/prisma/pipeline/check-content'
import { readArticlePatterns } from '@/prisma/pipeline/read-content'

const USAGE = 'Use: npm run --silent check:article -- --json < text.txt   (or --jsonl < lines.jsonl)\n'

/** All that was given, or null when there is nothing to read. */
function readInput(): string | null {
  try {
    return readFileSync(0, 'utf8')
  } catch {
    return null
  }
}

function run(mode: string | undefined): number {
  if (mode === '--help') {
    process.stdout.write(USAGE)
    return 0
  }
  if (mode !== '--json' && mode !== '--jsonl') {
    process.stderr.write(USAGE)
    return 2
  }
  const read = readArticlePatterns()
  if (!read.ok) {
    process.stderr.write(`${read.problems.map(formatProblem).join('\n')}\n`)
    return 2
  }
  const { patterns } = read
  const input = readInput()
  if (input === null) {
    process.stderr.write(`There is no text to read.\n${USAGE}`)
    return 2
  }
  if (mode === '--json') {
    const check = analyseArticle(input, patterns)
    process.stdout.write(`${JSON.stringify(check, null, 2)}\n`)
    if (check.unreadable === 'link') process.stderr.write(`${linkWords().join('\n')}\n`)
    return 0
  }
  const lines = input.split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const row = articleLineSchema.safeParse(parseJson(line))
    if (!row.success) {
      // The line itself is not repeated: it may be someone's private text.
      process.stderr.write(`Line ${at + 1} is not {"id": "…", "text": "…"}.\n`)
      return 2
    }
    const check = analyseArticle(row.data.text, patterns)
    process.stdout.write(`${JSON.stringify({ id: row.data.id, ...check })}\n`)
    if (check.unreadable === 'link') process.stderr.write(`Line ${at + 1}: ${linkWords()[0] ?? ''}\n`)
  }
  return 0
}

/** What a page says of a link, here beside the result: the result itself has only `"unreadable": "link"`. */
const linkWords = () => linkLines(wordsOf(sourceLocale, 'articleCheck').report)

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

process.exitCode = run(process.argv[2])
