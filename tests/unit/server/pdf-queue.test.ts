import { expect, test } from 'vitest'
import { makePdfQueue, PdfBusyError } from '@/lib/server/pdf/pdf-queue'

/** A file that is made when told. */
function slowFile() {
  let finish: (how: 'made' | 'broken') => void = () => {}
  const done = new Promise<string>((resolve, reject) => {
    finish = (how) => (how === 'made' ? resolve(how) : reject(new Error(how)))
  })
  return { make: () => done, finish }
}
const fill = (queue: ReturnType<typeof makePdfQueue>, count: number, characters: number) =>
  Array.from({ length: count }, () => {
    const file = slowFile()
    return { ...file, answer: queue(characters, file.make).catch((error: unknown) => String(error)) }
  })

test('forty files wait; who comes then is told at once, and each file that is made or fails gives a place back', async () => {
  const queue = makePdfQueue()
  const waiting = fill(queue, 40, 10_000)
  const once = () => queue(1, () => Promise.resolve('made'))
  await expect(once()).rejects.toThrow(PdfBusyError)
  waiting[0]?.finish('made')
  expect(await waiting[0]?.answer).toBe('made')
  expect(await once()).toBe('made')
  const [last] = fill(queue, 1, 10_000)
  await expect(once()).rejects.toThrow(PdfBusyError)
  waiting[1]?.finish('broken')
  expect(await waiting[1]?.answer).toBe('Error: broken')
  expect(await once()).toBe('made')
  last?.finish('made')
})

test('600,000 characters wait together; the longest paper is made when it comes alone', async () => {
  const queue = makePdfQueue()
  const [first, second] = fill(queue, 2, 300_000)
  await expect(queue(1, () => Promise.resolve('made'))).rejects.toThrow(PdfBusyError)
  first?.finish('made')
  second?.finish('made')
  await Promise.all([first?.answer, second?.answer])
  expect(await queue(1_000_000, () => Promise.resolve('made'))).toBe('made')
})
