import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const folder = path.resolve('tests/fixtures/watch')
const Recorded = z.object({
  read: z.object({ where: z.string().min(5), on: z.string() }),
  reply: z.unknown(),
})

/** A recorded-format JSON reply; the file must say where and when its shape was read. */
export function reply(name: string): unknown {
  return Recorded.parse(JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'))).reply
}

export function fixtureText(file: string): string {
  return fs.readFileSync(path.join(folder, file), 'utf8')
}
