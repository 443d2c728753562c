// Command line of the article check:
//   npm run --silent check:article -- --json < text.txt      one text in, one JSON object out
//   npm run --silent check:article -- --jsonl < texts.jsonl  {"id","text"} a line in, one result a line out
// Node only. Nothing is stored or sent. Leaves with 2 when the input cannot be read.
import { readFileSync } from 'node:fs'
import { analyseArticle } from '@/lib/claims/analyse'
import { readArticlePatterns } from './read-patterns'
import { articleLineSchema } from '@/lib/claims/sign-schema'

const USAGE = 'Use: npm run --silent check:article -- --json < text.txt   (or --jsonl < lines.jsonl)\n'

function run(mode: string | undefined): number {
  if (mode !== '--json' && mode !== '--jsonl') {
    process.stderr.write(USAGE)
    return 2
  }
  const patterns = readArticlePatterns()
  const input = readFileSync(0, 'utf8')
  if (mode === '--json') {
    process.stdout.write(`${JSON.stringify(analyseArticle(input, patterns), null, 2)}\n`)
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
    process.stdout.write(
      `${JSON.stringify({ id: row.data.id, ...analyseArticle(row.data.text, patterns) })}\n`,
    )
  }
  return 0
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

process.exitCode = run(process.argv[2])
