import { readContent, type Content } from '@/prisma/pipeline/read-content'

let read: Content | undefined

/** The content of the project, read once for each test file. @throws with every problem named when it cannot be read. */
export function realContent(): Content {
  if (read) return read
  const result = readContent()
  if (!result.ok)
    throw new Error(
      result.problems.map((p) => `${p.file}:${p.line} ${p.path}: ${p.message}. ${p.fix}`).join('\n'),
    )
  read = result.content
  return read
}
