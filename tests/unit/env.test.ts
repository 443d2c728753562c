import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { parseEnv } from '@/lib/env'

test('without settings: port 3000, this computer only, embedded database in .data', () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', LANTERN_DATA: '.data' })
  expect(parseEnv({}).DATABASE_URL).toBeUndefined()
})

test('an empty variable is not set', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}))
})

test('every wrong setting is named at once, and a password is not repeated', () => {
  const read = () => parseEnv({ PORT: '70000', DATABASE_URL: 'mysql://me:secret@host/db' })
  expect(read).toThrow(/PORT/)
  expect(read).toThrow(/DATABASE_URL: must start with postgresql:/)
  expect(read).not.toThrow(/secret/)
})

test('limits are whole numbers, 0 for none; metrics are for nobody unless a setting says so', () => {
  expect(parseEnv({})).toMatchObject({ LANTERN_LIMIT_SHARES_PER_HOUR: 120, LANTERN_METRICS: 'off' })
  expect(parseEnv({ LANTERN_LIMIT_OPENS_PER_MINUTE: '0' }).LANTERN_LIMIT_OPENS_PER_MINUTE).toBe(0)
  for (const wrong of ['-1', '1.5', 'many', '1e99'])
    expect(() => parseEnv({ LANTERN_LIMIT_POSTS_PER_MINUTE: wrong })).toThrow(
      /LANTERN_LIMIT_POSTS_PER_MINUTE/,
    )
  expect(() => parseEnv({ LANTERN_METRICS: 'yes' })).toThrow(/off, local or open/)
})

test('a program with a wrong setting ends with words, and no stack', () => {
  const env = { ...process.env, LANTERN_PUBLIC_URL: 'lantern' }
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/env.ts'], {
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('LANTERN_PUBLIC_URL: must be a web address')
  expect(stderr).not.toMatch(/^\s+at /m)
})
