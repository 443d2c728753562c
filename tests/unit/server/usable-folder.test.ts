import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { faultOf, faultOfFolder, makeUsable, UnusableFolderError } from '@/lib/server/database/usable-folder'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-usable-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const refusalOf = (dataFolder: string): UnusableFolderError => {
  try {
    makeUsable(dataFolder)
  } catch (error) {
    if (error instanceof UnusableFolderError) return error
    throw error
  }
  throw new Error(`${dataFolder} was taken`)
}

/** As a user who is not root: root may write everywhere. */
function asSomebody<Value>(act: () => Value): Value {
  if (process.getuid?.() !== 0) return act()
  process.seteuid?.(65534)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}

describe('a folder that cannot hold the database is named at once, with why and how to go on', () => {
  const file = path.join(folder, 'a-file')
  fs.writeFileSync(file, 'kept')
  const dangling = path.join(folder, 'dangling')
  fs.symlinkSync(path.join(folder, 'not-there'), dangling)

  test.each<[string, string, string]>([
    ['a file', file, 'file'],
    ['a folder below a file', path.join(file, 'below'), 'file'],
    ['a link that leads nowhere', dangling, 'place'],
    ['a name that is too long', path.join(folder, 'x'.repeat(300)), 'place'],
  ])('%s', (_, dataFolder, fault) => {
    const refusal = refusalOf(dataFolder)
    expect(refusal.fault).toBe(fault)
    expect(refusal.message).toContain(`The folder ${dataFolder} cannot hold the database`)
    expect(refusal.message).toContain('LANTERN_DATA=/some/other/folder')
    expect(fs.readFileSync(file, 'utf8')).toBe('kept')
    expect(fs.readdirSync(folder).sort()).toEqual(['a-file', 'dangling'])
  })

  test.runIf(process.platform === 'linux')('a place where no folder can be made (/proc)', () => {
    expect(refusalOf('/proc/lantern').fault).toBe('place')
    expect(refusalOf('/proc/lantern/deeper/still').fault).toBe('place')
  })

  test.skipIf(process.platform === 'win32')('a folder of another user', () => {
    const closed = path.join(folder, 'closed')
    fs.mkdirSync(closed)
    fs.chmodSync(folder, 0o755)
    fs.chmodSync(closed, 0o500)
    expect(asSomebody(() => refusalOf(closed)).fault).toBe('denied')
    expect(asSomebody(() => refusalOf(path.join(closed, 'below'))).message).toContain('chown -R')
    expect(fs.readdirSync(closed)).toEqual([])
    fs.rmdirSync(closed)
  })

  test.skipIf(process.platform === 'win32')('one file in the database that another user left', () => {
    const mixed = path.join(folder, 'mixed')
    const left = path.join(mixed, 'db/base/1')
    fs.mkdirSync(path.dirname(left), { recursive: true })
    fs.writeFileSync(left, 'rows', { mode: 0o400 })
    for (const at of [mixed, path.join(mixed, 'db'), path.dirname(left)]) fs.chmodSync(at, 0o777)
    expect(asSomebody(() => refusalOf(mixed)).fault).toBe('denied')
    fs.chmodSync(left, 0o666)
    expect(asSomebody(() => faultOfFolder(mixed))).toBeNull()
  })
})

test('a folder is made with those above it, for its own user only, and nothing is left in it', () => {
  const deep = path.join(folder, 'one/two/three')
  makeUsable(deep)
  makeUsable(deep)
  expect(fs.readdirSync(deep)).toEqual([])
  if (process.platform !== 'win32') expect(fs.statSync(deep).mode & 0o777).toBe(0o700)
})

test('a folder that went away since is called gone and is not made again', () => {
  const away = path.join(folder, 'away')
  expect(faultOfFolder(away)?.fault).toBe('gone')
  expect(fs.existsSync(away)).toBe(false)
})

test('a full disk says to make room, and that what is stored stays', () => {
  for (const code of ['ENOSPC', 'EDQUOT'])
    expect(faultOf(Object.assign(new Error(code), { code }))?.fault).toBe('full')
  expect(new UnusableFolderError('/data', 'full', 'ENOSPC').message).toMatch(
    /its disk is full.*\n.*Make room/,
  )
  expect(faultOf(Object.assign(new Error('database'), { code: '53100' }))).toBeNull()
})
