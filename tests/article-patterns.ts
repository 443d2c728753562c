import type { ArticlePatterns } from '@/lib/claims/sign-schema'
import { formatProblem } from '@/prisma/pipeline/check-content'
import { readArticlePatterns } from '@/prisma/pipeline/read-content'

function read() {
  const content = readArticlePatterns()
  if (!content.ok) throw new Error(content.problems.map(formatProblem).join('\n'))
  return content
}

/** What the article check's engine reads. @throws with the problems of a file that cannot be read */
export const articlePatterns = (): ArticlePatterns => read().patterns

/** The ids of the signs that people are shown, in the order of the content. @throws as above */
export const signIds = (): string[] => read().signs
