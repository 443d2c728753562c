/**
 * How long the article check takes: `node --import tsx tests/bench/article-check.ts`.
 * Prints the time for 1,000, 10,000 and 30,000 words; leaves with 1 when 10,000 words take 150 ms or more.
 * The first line is the one-off cost of reading the patterns, paid once per page.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyseArticle } from '@/lib/claims/analyse'
import { compilePatterns } from '@/lib/claims/read-article'
import { articlePatterns } from '@/tests/article-patterns'

const LIMIT_MS = 150
const RUNS = 7

const passages = ['adverts', 'informing'].flatMap((name) =>
  z
    .array(z.object({ text: z.string() }))
    .parse(parse(readFileSync(`tests/fixtures/articles/${name}.yaml`, 'utf8'))),
)
const words = passages.flatMap(({ text }) => text.split(/\s+/).filter((word) => word !== ''))

/** A text of `count` words made of the test passages: far denser in hits than a real article, so a worst case. */
function textOf(count: number): string {
  return Array.from({ length: count }, (_, at) => words[at % words.length]).join(' ')
}

const patterns = articlePatterns()
const before = performance.now()
compilePatterns(patterns)
console.log(`patterns read in ${(performance.now() - before).toFixed(1)} ms`)

analyseArticle(textOf(2_000), patterns)
for (const count of [1_000, 10_000, 30_000]) {
  const text = textOf(count)
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    analyseArticle(text, patterns)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const median = times[Math.floor(RUNS / 2)] ?? Number.NaN
  console.log(`${String(count).padStart(6)} words  ${median.toFixed(1)} ms (median of ${RUNS})`)
  if (count === 10_000 && median >= LIMIT_MS) process.exitCode = 1
}
