import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Clinic } from '@/lib/clinics/read-clinics'
import { ClinicProfile } from '@/lib/clinics/schema'
import { writeLogos } from '@/lib/server/start/check-clinics'

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-logos-'))
afterAll(() => fs.rmSync(base, { recursive: true }))

const clinic = (id: string, text: string | null): Clinic => ({
  ...ClinicProfile.parse({ id, name: id }),
  logo: text === null ? null : { kind: 'svg', bytes: new TextEncoder().encode(text) },
})
const file = (name: string) => path.join(base, 'clinics', name)

it('lay logos in place, and take those of earlier clinics away', () => {
  writeLogos([clinic('a', '<svg/>'), clinic('b', null)], base)
  expect(fs.readdirSync(path.join(base, 'clinics'))).toEqual(['a.svg'])
  writeLogos([clinic('c', '<svg></svg>')], base)
  expect(fs.readdirSync(path.join(base, 'clinics'))).toEqual(['c.svg'])
  expect(fs.readFileSync(file('c.svg'), 'utf8')).toBe('<svg></svg>')
})

it('write nothing when they lie there already: the disk of a container is read-only', () => {
  const written = fs.statSync(file('c.svg'))
  writeLogos([clinic('c', '<svg></svg>')], base)
  expect(fs.statSync(file('c.svg')).ino).toBe(written.ino)
  expect(fs.statSync(file('c.svg')).mtimeMs).toBe(written.mtimeMs)
  writeLogos([clinic('c', '<svg ></svg>')], base)
  expect(fs.readFileSync(file('c.svg'), 'utf8')).toBe('<svg ></svg>')
})

it('touch nothing where there is no clinic', () => {
  const empty = path.join(base, 'empty')
  writeLogos([], empty)
  expect(fs.existsSync(empty)).toBe(false)
})
