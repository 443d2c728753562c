import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { afterNewLines } from '@/lib/server/front/new-lines'

test('what waits begins when all lines that want in were taken, though the loop takes one in each turn', async () => {
  const server = http.createServer((_request, response) => void response.end())
  const later = afterNewLines(server)
  let taken = 0
  server.on('connection', () => (taken += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const lines = 40
  const connect = `const net = require('net'); let open = 0; for (let i = 0; i < ${lines}; i++) net.connect(${port}, '127.0.0.1', () => ++open === ${lines} && process.send('open'))`
  const child = spawn(process.execPath, ['-e', connect], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  // Nobody takes a line before all are there: this loop stands still, the system keeps them.
  const until = performance.now() + 1_500
  while (performance.now() < until);
  const before = taken
  await new Promise<void>((resolve) => later(resolve))
  expect(before).toBeLessThan(5)
  expect(taken).toBe(lines)
  child.kill()
  server.close()
  server.closeAllConnections()
})

test('lines that come without end stop nothing for longer than a tenth of a second', async () => {
  const server = new EventEmitter()
  const later = afterNewLines(server as unknown as http.Server)
  let isOver = false
  const come = () => {
    server.emit('connection')
    if (!isOver) setImmediate(come)
  }
  come()
  const begin = performance.now()
  await new Promise<void>((resolve) => later(resolve))
  isOver = true
  expect(performance.now() - begin).toBeGreaterThan(90)
})

test('with no line waiting it begins at once', async () => {
  const later = afterNewLines(new EventEmitter() as unknown as http.Server)
  const begin = performance.now()
  await new Promise<void>((resolve) => later(resolve))
  expect(performance.now() - begin).toBeLessThan(90)
})
