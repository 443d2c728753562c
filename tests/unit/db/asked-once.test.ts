import { expect, test, vi } from 'vitest'
import { asOneRequest, once } from '@/lib/db/asked-once'

const reader = () => vi.fn((locale: string, scope: string | null) => Promise.resolve(`${locale} ${scope}`))

test('in one request each thing is read once, also by two that ask at the same time', async () => {
  const read = reader()
  const ask = once(read)
  const got = await asOneRequest(async () => {
    const both = await Promise.all([ask('en', 'shared'), ask('en', 'shared')])
    return [...both, await ask('en', 'shared'), await ask('en', null), await ask('es', 'shared')]
  })
  expect(got).toEqual(['en shared', 'en shared', 'en shared', 'en null', 'es shared'])
  expect(read).toHaveBeenCalledTimes(3)
})

test('the next request, and one at the same time, read anew', async () => {
  const read = reader()
  const ask = once(read)
  await Promise.all([asOneRequest(() => ask('en', 'a')), asOneRequest(() => ask('en', 'a'))])
  await asOneRequest(() => ask('en', 'a'))
  expect(read).toHaveBeenCalledTimes(3)
})

test('a request within a request is a part of it', async () => {
  const read = reader()
  const ask = once(read)
  await asOneRequest(async () => {
    await ask('en', 'a')
    await asOneRequest(() => ask('en', 'a'))
    await ask('en', 'a')
  })
  expect(read).toHaveBeenCalledTimes(1)
})

test('what a request left running, and what no request asks, is read each time', async () => {
  const read = reader()
  const ask = once(read)
  let later: () => Promise<unknown> = () => Promise.resolve()
  await asOneRequest(async () => {
    await ask('en', 'a')
    const { AsyncResource } = await import('node:async_hooks')
    later = AsyncResource.bind(() => ask('en', 'a')) // as a timer set in a request would
  })
  await later()
  await later()
  await ask('en', 'a')
  expect(read).toHaveBeenCalledTimes(4)
})

test('two readers with the same arguments do not share', async () => {
  const [one, other] = [once(() => Promise.resolve(1)), once(() => Promise.resolve(2))]
  expect(await asOneRequest(async () => [await one(), await other()])).toEqual([1, 2])
})

test('a failure is known in its request and forgotten with it', async () => {
  const read = vi.fn(() => Promise.resolve('there')).mockRejectedValueOnce(new Error('the database is away'))
  const ask = once(read)
  await asOneRequest(async () => {
    await expect(ask()).rejects.toThrow('away')
    await expect(ask()).rejects.toThrow('away')
  })
  expect(await asOneRequest(() => ask())).toBe('there')
})
