/** `npm run content:check [condition]`: reads all content, prints every problem with its shape, ids and sentences; exit 1 when there is one. */
import { checkProse } from './check-prose'
import { comparisonsRatedApart, ratingsToMake } from './check-ratings'
import { checkAll } from './check-references'
import { checkLanguages } from './translation/check-translation'
import { conditionFolders, defaultContentDir, readAllLanguages, type Problem } from './read-content'

/** One problem in a line a nurse can act on. */
export function formatProblem(p: Problem): string {
  return `${p.file}${p.line ? `:${p.line}` : ''}${p.path ? ` → ${p.path}` : ''}: ${p.message}. To do: ${p.fix}.`
}

/** "1 problem", "2 problems" */
const counted = (problems: readonly Problem[]) =>
  `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`

/** What is printed, and how the command ends. `only`: the folder whose problems are wanted. */
function check(only: string | undefined): { lines: string[]; exitCode: number } {
  const read = readAllLanguages(defaultContentDir)
  const conditions = conditionFolders(defaultContentDir)
  if (only && conditions.length && ![...conditions, 'shared'].includes(only)) {
    const there = [...conditions, 'shared'].join(', ')
    return { lines: [`There is no folder “${only}” in the content. There are: ${there}.`], exitCode: 2 }
  }
  const broken = read.ok ? checkAll(read) : read.problems
  // Sentences are read with their figures in them, so only once every figure is there.
  const all =
    read.ok && broken.length === 0
      ? [...[read.content, ...read.translations].flatMap(checkProse), ...checkLanguages(defaultContentDir)]
      : broken
  const told = only ? all.filter(({ file }) => file.startsWith(`${only}/`)) : all
  const lines = told.slice(0, 200).map(formatProblem)
  if (told.length > 200) lines.push(`… and ${told.length - 200} more`)
  if (!read.ok) lines.push('(files that cannot be read yet hide the checks that need them)')
  else if (broken.length > 0) lines.push('(sentences are read once the ids are in order)')
  // Not problems: the page says that these are not rated, and a release may go out.
  for (const c of read.ok ? read.content.conditions : [])
    for (const { place, note } of [...ratingsToMake(c), ...comparisonsRatedApart(c)])
      lines.push(`to do some time: ${c.condition.id}/ratings.yaml → ${place}: ${note}`)
  const elsewhere = all.filter((problem) => !told.includes(problem))
  if (elsewhere.length) lines.push(`(and ${counted(elsewhere)} elsewhere: npm run content:check)`)
  lines.push(told.length ? counted(told) : elsewhere.length ? `nothing in ${only}` : 'content is in order')
  return { lines, exitCode: all.length ? 1 : 0 }
}

if (process.argv[1]?.endsWith('check-content.ts')) {
  const { lines, exitCode } = check(process.argv[2])
  console.log(lines.join('\n'))
  process.exitCode = exitCode
}
