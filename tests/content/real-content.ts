import { readContent, type Content } from '@/prisma/pipeline/read-content'

let read: Content | undefined

/** A change of what all tests read fails where it is tried. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/**
 * The content of the project, read once for all test files of a worker. Frozen: tests change copies.
 * @throws with every problem named when it cannot be read.
 */
export function realContent(): Content {
  if (read) return read
  const result = readContent()
  if (!result.ok)
    throw new Error(
      result.problems.map((p) => `${p.file}:${p.line} ${p.path}: ${p.message}. ${p.fix}`).join('\n'),
    )
  read = frozen(result.content)
  return read
}
