/** The database did not answer in the time that it was given. */
export class TooLateError extends Error {}

/** What `work` gives, if it does so within `ms` milliseconds. @throws TooLateError afterwards; the work itself goes on */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLateError()), ms)
  })
  work.catch(() => {}) // it may fail after the time is up
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
