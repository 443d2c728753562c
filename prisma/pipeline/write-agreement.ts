/**
 * `npm run content:agreement`: writes docs/certainty-agreement.md, how often the two raters of certainty agreed, from
 * ratings.yaml alone. A content test compares, so that what is printed is what was rated.
 */
import fs from 'node:fs'
import type { CertaintyLevel } from '@/lib/numbers/schema'
import { agreementTable, weightedKappa } from '@/lib/ratings/agreement'
import { levels } from '@/lib/ratings/rating-level'
import type { Rating } from '@/lib/ratings/schema'
import { formatProblem } from './check-content'
import { defaultContentDir, readContent, type Content } from './read-content'

export const agreementFile = 'docs/certainty-agreement.md'

const words = (level: CertaintyLevel) => level.replace('-', ' ')
/** Two decimals; a kappa of one level only has none. */
const shown = (kappa: number) => (Number.isNaN(kappa) ? 'none (one level only)' : kappa.toFixed(2))

function figuresOf(ratings: readonly Rating[]) {
  const pairs = ratings.map(({ raters: [first, second] }) => [first.rated.level, second.rated.level] as const)
  const table = agreementTable(pairs)
  const apart = (steps: number) =>
    table.flatMap((row, i) => row.filter((_, j) => Math.abs(i - j) === steps)).reduce((a, b) => a + b, 0)
  return {
    table,
    total: pairs.length,
    same: apart(0),
    one: apart(1),
    more: apart(2) + apart(3),
    linear: weightedKappa(table, 'linear'),
    quadratic: weightedKappa(table, 'quadratic'),
  }
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const count = (ratings: readonly Rating[], level: CertaintyLevel, of: (rating: Rating) => CertaintyLevel) =>
  ratings.filter((rating) => of(rating) === level).length

/** The page of the docs, as text. */
export function agreementText(content: Content): string {
  const groups = content.conditions
    .filter(({ ratings }) => ratings.ratings.length > 0)
    .map(({ condition, ratings: { ratings } }) => ({ name: condition.id, ratings }))
  const all = { name: 'all', ratings: groups.flatMap(({ ratings }) => ratings) }
  const { table, total, same, one, more, linear, quadratic } = figuresOf(all.ratings)
  const perGroup = [...groups, all].map(({ name, ratings }) => {
    const of = figuresOf(ratings)
    return row([name, of.total, of.same, of.one, of.more, shown(of.linear), shown(of.quadratic)])
  })
  const settled = all.ratings.filter(({ raters: [a, b] }) => a.rated.level !== b.rated.level)
  const toHigher = settled.filter(
    ({ level, raters }) =>
      level === levels[Math.max(...raters.map(({ rated }) => levels.indexOf(rated.level)))],
  ).length
  const again = all.ratings.filter(({ ratedOn }) => ratedOn !== undefined).length
  const ratedAgain =
    again === 0
      ? []
      : [
          '',
          `Of the ${total}, ${again} were rated again later, as sides of one comparison, by two who had not seen the first ratings;`,
          'here those count. Two sides of one comparison count as two answers.',
        ]
  return [
    '# How far the two raters of certainty agreed',
    '',
    '<!-- Written by `npm run content:agreement` from ratings.yaml. Do not edit: a content test compares. -->',
    '',
    'Two of the people who made Lantern rated each answer by GRADE without seeing what the other one wrote ([how](how-to/rate-certainty.md)).',
    `Of ${total} answers they gave ${same} the same level, ${one} one step apart, ${more} further apart.`,
    `Weighted kappa: **${shown(linear)}** with linear weights, **${shown(quadratic)}** with quadratic weights (1: always the same; 0: as by chance).`,
    ...ratedAgain,
    '',
    '## First rater in rows, second in columns',
    '',
    row(['', ...levels.map(words)]),
    row(['---', ...levels.map(() => '---')]),
    ...levels.map((level, at) => row([words(level), ...(table[at] ?? [])])),
    '',
    '## By condition',
    '',
    row(['', 'answers', 'same', 'one step apart', 'further apart', 'kappa, linear', 'kappa, quadratic']),
    row(Array<string>(7).fill('---')),
    ...perGroup,
    '',
    '## Levels before and after they talked',
    '',
    row(['', 'first rater', 'second rater', 'agreed']),
    row(Array<string>(4).fill('---')),
    ...levels.map((level) =>
      row([
        words(level),
        count(all.ratings, level, ({ raters: [first] }) => first.rated.level),
        count(all.ratings, level, ({ raters: [, second] }) => second.rated.level),
        count(all.ratings, level, (rating) => rating.level),
      ]),
    ),
    '',
    `Of the ${settled.length} that differed, ${toHigher} were settled at the higher level and ${settled.length - toHigher} at the lower one;`,
    'why stands with each (`settled`). Kappa is of the levels before they talked. The raters are not clinicians.',
    '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('write-agreement.ts')) {
  const read = readContent(defaultContentDir)
  if (!read.ok) {
    for (const problem of read.problems.slice(0, 20)) console.error(formatProblem(problem))
    process.exit(1)
  }
  fs.writeFileSync(agreementFile, agreementText(read.content))
  console.log(`wrote ${agreementFile}`)
}
