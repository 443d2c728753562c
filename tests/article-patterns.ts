import type { ArticlePatterns } from '@/lib/claims/sign-schema'
import { formatProblem } from '@/prisma/pipeline/check-content'
import { readArticlePatterns } from '@/prisma/pipeline/read-content'

/** What the article check's engine reads. @throws with the problems of a file that cannot be read */
export function articlePatterns(): ArticlePatterns {
  const read = readArticlePatterns()
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'))
  return read.patterns
}
