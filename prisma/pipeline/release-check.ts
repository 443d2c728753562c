/**
 * `npm run content:release-check [YYYY-MM-DD]`: lists every estimate, claim and source that should have been looked at
 * again before today (or the given day), and every figure that changed since the last release (prisma/released.json)
 * without a line in the change log; exit 1 when there is one. A release is not built from such content.
 */
import { formatProblem } from './check-content'
import { hashOfText, readReleased, stateOf } from './content-state'
import { defaultContentDir, readContent } from './read-content'
import { missingEntries, seenIn } from '@/lib/reviews/content-changes'
import { listOverdue, type Reviewable } from '@/lib/reviews/freshness'
import { Day } from '@/lib/sources/schema'

const day = Day.safeParse(process.argv[2] ?? new Date().toISOString().slice(0, 10))
if (!day.success) {
  console.error('Write the day as YYYY-MM-DD.')
  process.exit(2)
}
const read = readContent(defaultContentDir)
if (!read.ok) {
  for (const problem of read.problems.slice(0, 20)) console.error(formatProblem(problem))
  process.exit(1)
}
const { sources, conditions } = read.content
const items: Reviewable[] = [
  ...sources.map(({ id, nextReview }) => ({ kind: 'source' as const, id, nextReview })),
  ...conditions.flatMap((condition) => [
    ...condition.numbers.estimates.map(({ id, nextReview }) => ({
      kind: 'estimate' as const,
      id,
      nextReview,
    })),
    ...condition.claims.claims.map(({ id, nextReview }) => ({
      kind: 'claim' as const,
      id: `${condition.condition.id}/${id}`,
      nextReview,
    })),
  ]),
]
const overdue = listOverdue(items, day.data)
for (const { kind, id, nextReview } of overdue)
  console.log(`${kind} ${id} should have been checked again by ${nextReview}`)
console.log(`${items.length} things looked at, ${overdue.length} overdue on ${day.data}`)
const { changelog } = read.content
const figures = seenIn(stateOf(read.content).figures)
const untold = missingEntries(readReleased(), figures, changelog, hashOfText(changelog))
for (const one of untold) console.log(one)
console.log(
  `${Object.keys(figures).length} figures compared with the last release, ${untold.length} changes untold`,
)
process.exit(overdue.length + untold.length ? 1 : 0)
