import { beforeEach, expect, test, vi } from 'vitest'

let release: { contentHash: string } | null
vi.mock('@/lib/db/client', () => ({ db: { release: { findUnique: () => Promise.resolve(release) } } }))
const { keptPerRelease } = await import('@/lib/release/data')

beforeEach(() => {
  release = { contentHash: 'first' }
})

test('reads once while a release stays, for each of what is asked, and again after the next release', async () => {
  const read = vi.fn((locale: string) => Promise.resolve(`${locale} of ${release?.contentHash}`))
  const kept = keptPerRelease(read)
  expect(await kept('en')).toBe('en of first')
  expect(await kept('en')).toBe('en of first')
  expect(await kept('es')).toBe('es of first')
  expect(read).toHaveBeenCalledTimes(2)
  release = { contentHash: 'second' }
  expect(await kept('en')).toBe('en of second')
  expect(read).toHaveBeenCalledTimes(3)
})

test('what failed is asked again; what came meanwhile stays', async () => {
  const read = vi.fn(() => Promise.resolve('there')).mockRejectedValueOnce(new Error('the database is away'))
  const kept = keptPerRelease(read)
  await expect(kept()).rejects.toThrow('away')
  expect(await kept()).toBe('there')
  expect(await kept()).toBe('there')
  expect(read).toHaveBeenCalledTimes(2)
})

test('everyone who asks while it is being read waits for the same reading', async () => {
  const read = vi.fn(() => Promise.resolve({}))
  const kept = keptPerRelease(read)
  const [one, other] = await Promise.all([kept(), kept()])
  expect(one).toBe(other)
})
