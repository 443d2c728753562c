import { expect, test, vi } from 'vitest'
import { closeConsole } from '@/lib/server/process/close-console'

test('what a library says with the console is told without its words', () => {
  const written: string[] = []
  const write = (line: unknown) => written.push(String(line)) > 0
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(write)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(write)
  const target = { ...console }
  closeConsole(target)
  target.error(new Error('shlink:/secret'), '/v shlink:/secret')
  target.log('/v%20secret')
  target.trace('secret')
  out.mockRestore()
  err.mockRestore()
  expect(written).toEqual(Array(3).fill('{"level":"warn","event":"library.said","code":"unexpected"}\n'))
})
