/** `npm run content:check [condition]`: reads all content, prints every problem with its shape, ids and sentences; exit 1 when there is one. */
import { checkProse } from './check-prose'
import { checkAll } from './check-references'
import { defaultContentDir, readAllLanguages, type Problem } from './read-content'

/** One problem in a line a nurse can act on. */
export function formatProblem(p: Problem): string {
  return `${p.file}${p.line ? `:${p.line}` : ''}${p.path ? ` → ${p.path}` : ''}: ${p.message}. To do: ${p.fix}.`
}

if (process.argv[1]?.endsWith('check-content.ts')) {
  const only = process.argv[2]
  const read = readAllLanguages(defaultContentDir)
  const broken = read.ok ? checkAll(read) : read.problems
  // Sentences are read with their figures in them, so only once every figure is there.
  const all = read.ok && broken.length === 0 ? checkProse(read.content) : broken
  const problems = only ? all.filter((p) => p.file.startsWith(only)) : all
  for (const problem of problems.slice(0, 200)) console.log(formatProblem(problem))
  if (problems.length > 200) console.log(`… and ${problems.length - 200} more`)
  if (!read.ok) console.log('(files that cannot be read yet hide the checks that need them)')
  else if (broken.length > 0) console.log('(sentences are read once the ids are in order)')
  console.log(problems.length ? `${problems.length} problems` : 'content is in order')
  process.exit(problems.length ? 1 : 0)
}
