/**
 * What the article check costs: `npm run bench:article`. Prints the time for 1,000, 10,000 and 30,000 words, the time per
 * character up to the most that is read, and what its page loads for a check, packed. Leaves with 1 when 10,000 words
 * take 150 ms or more, when 200,000 characters cost more than 1.5 times as much each as 50,000, or when the worker
 * (engine and weights) is larger than 200 kB. Of each time the median and the fastest: on a busy machine they lie apart,
 * and the limits are held against the median.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { z } from 'zod'
import { analyseArticle } from '@/lib/claims/analyse'
import { compilePatterns } from '@/lib/claims/read-article'
import { howToBuild, scripts } from '@/lib/server/build/make-assets'
import { readPassages } from '@/tests/article-languages'
import { articlePatterns } from '@/tests/article-patterns'

const mostMs = 150
/** How much more a character of the longest text may cost than one of a text a quarter as long. */
const mostGrowth = 1.5
const mostBytes = 200_000
const runs = 7

const passages = ['adverts', 'informing'].flatMap((name) =>
  z
    .array(z.object({ text: z.string() }))
    .parse(parse(readFileSync(`tests/fixtures/articles/${name}.yaml`, 'utf8'))),
)
const words = passages.flatMap(({ text }) => text.split(/\s+/).filter((word) => word !== ''))

/** A text of `count` words made of the test passages: far denser in hits than a real article, so a worst case. */
const textOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => words[at % words.length]).join(' ')

const fail = (why: string) => {
  console.log(`missed: ${why}`)
  process.exitCode = 1
}

const patterns = articlePatterns()
const before = performance.now()
compilePatterns(patterns)
console.log(`patterns read in ${(performance.now() - before).toFixed(1)} ms, once per page`)

/** Milliseconds that the check of a text takes. */
function timeOf(text: string): { median: number; fastest: number } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    analyseArticle(text, patterns)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)] ?? Number.NaN, fastest: times[0] ?? Number.NaN }
}
const told = ({ median, fastest }: { median: number; fastest: number }) =>
  `${median.toFixed(1)} ms (median of ${runs}; fastest ${fastest.toFixed(1)})`

analyseArticle(textOf(2_000), patterns)
for (const count of [1_000, 10_000, 30_000]) {
  const time = timeOf(textOf(count))
  console.log(`${String(count).padStart(7)} words       ${told(time)}`)
  if (count === 10_000 && time.median >= mostMs) fail(`10,000 words take ${mostMs} ms or more`)
}

// The other languages by their own passages; 10,000 Chinese words are about 16,500 signs.
for (const [language, characters] of [
  ['es', 60_000],
  ['zh', 16_500],
] as const) {
  const own = readPassages(language)
    .map(({ text }) => text)
    .join('\n')
  const time = timeOf(own.repeat(Math.ceil(characters / own.length)).slice(0, characters))
  console.log(`  10000 words (${language})  ${told(time)}`)
  if (time.median >= mostMs) fail(`10,000 words of ${language} take ${mostMs} ms or more`)
}

const longest = textOf(40_000)
const perCharacter = [50_000, 100_000, 200_000].map((length) => {
  const time = timeOf(longest.slice(0, length))
  const nanoseconds = (time.median * 1e6) / length
  console.log(
    `${String(length).padStart(7)} characters  ${told(time)}, ${nanoseconds.toFixed(0)} ns for each character`,
  )
  return nanoseconds
})
const [first = Number.NaN, , last = Number.NaN] = perCharacter
console.log(`a character of 200,000 costs ${(last / first).toFixed(2)} times one of 50,000`)
if (!(last / first <= mostGrowth)) fail(`more than ${mostGrowth} times: not linear`)

for (const script of scripts.filter(({ to }) => to.startsWith('check-article'))) {
  const made = await build({ ...howToBuild(script), write: false })
  const bytes = gzipSync(made.outputFiles[0]?.contents ?? '', { level: 9 }).length
  console.log(`${script.to}.js: ${bytes} bytes, gzip`)
  if (script.to === 'check-article-worker' && bytes > mostBytes)
    fail(`the worker is larger than ${mostBytes} bytes`)
}
