/**
 * `npm run content:balance`: writes docs/balance.md, what each option is given on its good and its bad side, counted from
 * the content. A content test compares, so that what is printed is what people read.
 */
import fs from 'node:fs'
import { formatProblem } from './check-content'
import { balanceOfCells, balanceOfDecision, framesOfDecision, type Sides } from './measure-balance'
import { defaultContentDir, readContent, type Content } from './read-content'

export const balanceFile = 'docs/balance.md'

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]) => [row(cells), row(cells.map(() => '---'))]
const pair = ({ benefit, harm }: Sides) => `${Math.round(benefit)} / ${Math.round(harm)}`
const ratio = ({ benefit, harm }: Sides) => (harm > 0 ? (benefit / harm).toFixed(2) : 'none')

/** The page of the docs, as text. */
export function balanceText(content: Content): string {
  const parts = content.conditions.flatMap((c) => [
    ...c.decisions.decisions.flatMap((decision) => {
      const { benefit, harm } = framesOfDecision(c, decision)
      const told = ({ both, goodOnly, badOnly }: typeof benefit) =>
        `${both} on both sides, ${goodOnly.length} on the good side only, ${badOnly.length} on the bad side only`
      return [
        `## ${c.condition.id}: ${decision.id}`,
        '',
        ...head([
          'option',
          'words',
          'ratio',
          'figures',
          'lead figures',
          'drawn as people',
          'values: for / against',
        ]),
        ...balanceOfDecision(c, decision).map((one) =>
          row([
            one.option,
            pair(one.words),
            ratio(one.words),
            pair(one.figures),
            pair(one.leads),
            pair(one.pictures),
            `${one.pointers.towards} / ${one.pointers.against}`,
          ]),
        ),
        '',
        'Shares of people in the answers:',
        '',
        `- questions about good: ${told(benefit)}`,
        `- questions about harm: ${told(harm)}`,
        '',
      ]
    }),
    `## ${c.condition.id}: stem-cell products, in their own lane`,
    '',
    ...head(['product', 'words a question', 'ratio', 'figures']),
    ...balanceOfCells(c).map((one) =>
      row([one.product, pair(one.words), ratio(one.words), pair(one.figures)]),
    ),
    '',
  ])
  return [
    '# What each option is given on its good and its bad side',
    '',
    '<!-- Written by `npm run content:balance` from the content. Do not edit: a content test compares. -->',
    '',
    'Each pair is benefit / harm. Words: "what it may do for you" and "what may go wrong" of the option. Figures: in the cells of the',
    'decision, by what the question asks about. Lead figures: those that people see first. A card shows every share on both sides,',
    'whatever the answer above it tells. Cell products answer four questions about good and one about harm, so their words are counted',
    'a question. The limits, and why they stand where they do: `tests/content/balance-limits.ts`.',
    '',
    ...parts,
  ].join('\n')
}

if (process.argv[1]?.endsWith('write-balance.ts')) {
  const read = readContent(defaultContentDir)
  if (!read.ok) {
    for (const problem of read.problems.slice(0, 20)) console.error(formatProblem(problem))
    process.exit(1)
  }
  fs.writeFileSync(balanceFile, balanceText(read.content))
  console.log(`wrote ${balanceFile}`)
}
