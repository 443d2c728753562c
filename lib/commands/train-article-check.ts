// Makes lib/claims/sign-weights.json, what the article check has learnt, and the page of measured figures:
//   npm run article:train -- <texts.jsonl> …
// A line is {"id","site","text","stance","signs":{"cure_promise":{"state":"clear"|"unclear","words"}}}: docs/article-check.md.
// Our own texts and passages (prisma/content/article-texts.yaml and article-passages.yaml) are always learnt from. Node only. The
// same texts give the same bytes.
// Leaves with 2 when a line cannot be read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  labelledLineSchema,
  passagesFileSchema,
  readLabelled,
  readOwnPassages,
  type LabelledLine,
} from '@/lib/claims/labelled'
import { ownTextsFileSchema, readOwnTexts } from '@/lib/claims/own-texts'
import type { Measured, SignModel } from '@/lib/claims/sign-schema'
import { trainSigns } from '@/lib/claims/sign-training'
import { formatProblem } from '@/prisma/pipeline/check-content'
import { readArticlePatterns } from '@/prisma/pipeline/read-content'

const WEIGHTS = 'lib/claims/sign-weights.json'
const TABLE = 'docs/article-check.md'
const [BEGIN, END] = ['<!-- measured: made by npm run article:train -->', '<!-- end of measured -->']

function readLines(file: string): LabelledLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      const row = labelledLineSchema.safeParse(JSON.parse(line))
      // The line itself is not repeated: it may be someone's text.
      if (!row.success) throw new Error(`${file}, line ${at + 1}: not a labelled text`)
      return [row.data]
    })
}

/** The measured figures as a table in Markdown. */
function tableOf(measured: Measured, from: SignModel['madeFrom']): string {
  const rows = Object.entries(measured.bySign).map(
    ([sign, count]) => `| ${sign} | ${count.right} | ${count.missed} | ${count.false} | ${count.unclear} |`,
  )
  return [
    BEGIN,
    '',
    `Learnt from ${from.texts} texts of ${from.sites} sites, ${from.ownTexts} whole texts and ${from.passages} passages of our own;`,
    `measured in ${from.folds} folds, each site held out whole.`,
    '',
    '| What | On sites held out |',
    '|---|---|',
    `| Recall of clear signs | ${measured.recall} |`,
    `| Precision | ${measured.precision} |`,
    `| False signs per quiet text | ${measured.falsePerQuietText} |`,
    `| First three signs shown: right | ${measured.firstThreeRight} |`,
    `| Warnings that quote, left alone | ${measured.warningsLeftAlone} |`,
    `| Stance right, of ${measured.stanceSaid} said | ${measured.stanceRight} |`,
    '',
    '| Sign | Right | Missed | False | Unclear |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    END,
  ].join('\n')
}

function run(files: readonly string[]): number {
  if (files.length === 0) {
    process.stderr.write('Use: npm run article:train -- <texts.jsonl> …\n')
    return 2
  }
  let lines: LabelledLine[]
  try {
    lines = files.flatMap(readLines)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'A file cannot be read'}\n`)
    return 2
  }
  const content = readArticlePatterns()
  if (!content.ok) {
    process.stderr.write(`${content.problems.map(formatProblem).join('\n')}\n`)
    return 2
  }
  const { patterns, signs } = content
  const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))
  const texts = ownTextsFileSchema.parse(read('prisma/content/article-texts.yaml'))
  const passages = passagesFileSchema.parse(read('prisma/content/article-passages.yaml'))
  const model = trainSigns(
    readLabelled(lines, patterns, signs),
    {
      texts: readOwnTexts(texts, patterns, signs),
      passages: readOwnPassages(passages, patterns, signs),
    },
    signs,
  )
  writeFileSync(WEIGHTS, `${JSON.stringify(model, null, 2)}\n`)
  if (model.measured && existsSync(TABLE)) {
    const page = readFileSync(TABLE, 'utf8')
    const [before, rest = ''] = page.split(BEGIN)
    const [, after = ''] = rest.split(END)
    writeFileSync(TABLE, `${before}${tableOf(model.measured, model.madeFrom)}${after}`)
  }
  process.stdout.write(`${JSON.stringify({ ...model.madeFrom, ...model.measured }, null, 2)}\n`)
  return 0
}

process.exitCode = run(process.argv.slice(2))
