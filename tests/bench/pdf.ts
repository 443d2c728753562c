/**
 * How long a summary takes to become a PDF file, and how large it is: the longest summary of each decision, with every
 * answer given. The goal: 100 ms warm, 100 kB.
 */
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import { sheets } from '@/lib/paper/typst'
import { writeSummary } from '@/lib/summary/write-summary'
import { realContent } from '@/tests/content/real-content'
import { allAnswers, partsOf } from '@/tests/content/summary-content'

const papers = realContent().conditions.flatMap((condition) => {
  const parts = partsOf(realContent(), condition)
  return parts.decisions.map(({ id }) => ({
    name: `${parts.condition.id}, ${id}`,
    paper: writeSummary(parts, allAnswers(parts, id)),
  }))
})

const startedAt = performance.now()
const [first] = papers
if (!first) throw new Error('the content has no decision')
await makePdf(first.paper, 'a4')
console.log(
  `first file of a process, with fonts and compiler: ${Math.round(performance.now() - startedAt)} ms`,
)

const rounds = 20
console.log(
  `\n${rounds} warm rounds of each\nsummary                                sheet    median ms    most ms     bytes`,
)
for (const { name, paper } of papers) {
  for (const sheet of sheets) {
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round += 1) {
      // Another text each time, as people write: a compiler that remembers the last file gains nothing by it.
      const lead = [...paper.lead, `Round ${round}`]
      const before = performance.now()
      bytes = (await makePdf({ ...paper, lead }, sheet)).length
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    const [median = 0, most = 0] = [times[rounds / 2], times.at(-1)]
    console.log(
      `${name.padEnd(38)} ${sheet.padEnd(8)} ${median.toFixed(1).padStart(9)} ${most.toFixed(1).padStart(10)} ${String(bytes).padStart(9)}`,
    )
  }
}
console.log(`\nmemory of the process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
