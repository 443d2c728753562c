import { describe, expect, it } from 'vitest'
import { livingLinks } from '@/lib/sharing/living-links'

const id = 'i'.repeat(43)
const secret = 's'.repeat(43)
const now = Date.parse('2026-11-28T12:00:00Z')
const kept = (more: object) => JSON.stringify([{ id, secret, expiresAt: '2026-11-29T12:00:00Z', ...more }])

describe('the links that still work', () => {
  it('are those the server has and whose time is not over', () => {
    expect(livingLinks([kept({}), kept({ expiresAt: null })], now)).toEqual([
      { id, secret },
      { id, secret },
    ])
    expect(livingLinks([kept({ id: null }), kept({ expiresAt: '2026-11-28T12:00:00Z' })], now)).toEqual([])
  })

  it('are found beside an entry that is none', () => {
    expect(livingLinks([`[null,1,${kept({}).slice(1)}`], now)).toEqual([{ id, secret }])
  })

  it('are none in what is no list of shares', () => {
    expect(livingLinks(['', 'null', '{}', '[1, null]', kept({ id: '../revoke' })], now)).toEqual([])
  })
})
