import { describe, expect, it } from 'vitest'
import { hostsOf, readRecords } from '@/lib/record/read-records'
import { recordsAtStart } from '@/lib/server/start/check-records'

const keys = JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-384', kid: 'k', x: 'a', y: 'b' }] })
const file = (more = '') =>
  `records:\n  - name: Made-up record\n    iss: https://fhir.example.org/r4/\n    clientId: lantern\n${more}`
const read = (text: string, keyFile: string | null = keys) => readRecords('records.yaml', text, () => keyFile)
const why = (text: string, keyFile?: string | null) => {
  const result = read(text, keyFile)
  return result.ok ? '' : result.why
}

describe('the records of a site', () => {
  it('are read with their hosts, and the stroke at the end of an iss does not count', () => {
    const result = read(
      file(
        "    signIn: ['https://login.example.org']\n    shownIn: ['https://ehr.example.org']\n    hooks:\n      - { iss: 'https://ehr.example.org/', keys: keys.json }\n",
      ),
    )
    expect(result.ok && result.records.systems[0]).toMatchObject({
      iss: 'https://fhir.example.org/r4',
      callers: [{ iss: 'https://ehr.example.org/', keys: [{ kid: 'k' }] }],
    })
    expect(result.ok && hostsOf(result.records)).toEqual({
      asked: ['https://fhir.example.org', 'https://login.example.org'],
      framed: ['https://ehr.example.org'],
    })
  })

  it.each([
    ['no list', 'x: 1', 'the field “records” must be a list of records'],
    ['no YAML', 'records: [', 'cannot be read as YAML'],
    [
      'an unknown field',
      file('    secret: x\n'),
      'the field “secret”, which is not known in records, entry 1',
    ],
    [
      'an iss without TLS',
      file().replace('https:', 'http:'),
      '“records, entry 1, iss” must be a web address that begins with https://',
    ],
    ['an iss with a query', file().replace('r4/', 'r4?x=1'), 'without ? and #'],
    ['a wildcard for a host', file("    shownIn: ['https://*.example.org']\n"), 'must be a host'],
    [
      'a host with a rule behind it',
      file('    shownIn: ["https://a.example; script-src *"]\n'),
      'must be a host',
    ],
    ['a path for a host', file("    signIn: ['https://a.example/x']\n"), 'must be a host'],
    ['the same record twice', file() + file().replace('records:\n', ''), 'two records have the same iss'],
    [
      'a key file elsewhere',
      file("    hooks:\n      - { iss: x, keys: '../secret.json' }\n"),
      'a file of public keys in the same folder',
    ],
  ])('are refused with %s, in one sentence that says where', (_, text, says) => {
    expect(why(text)).toContain(says)
    expect(why(text)).toMatch(/[.]$/)
  })

  it('are refused with keys that are missing, broken or private, and no key is repeated', () => {
    const hooks = file('    hooks:\n      - { iss: x, keys: keys.json }\n')
    expect(why(hooks, null)).toBe('The file of keys keys.json is not there.')
    expect(why(hooks, '{')).toContain('no JSON')
    expect(why(hooks, '{"keys":[]}')).toContain('no set of public keys')
    const secret = JSON.stringify({ keys: [{ kty: 'EC', kid: 'k', d: 'very-secret' }] })
    expect(why(hooks, secret)).toContain('private key')
    expect(why(hooks, secret)).not.toContain('very-secret')
  })

  it('may be without TLS on this computer only', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000'])
      expect(read(file().replace('https://fhir.example.org', `http://${host}`)).ok, host).toBe(true)
    expect(read(file().replace('https://fhir.example.org', 'http://localhost.example.org')).ok).toBe(false)
  })
})

describe('the start', () => {
  it('goes on without a file, and stops with a sentence when it is not there', () => {
    expect(recordsAtStart({}).systems).toEqual([])
    expect(() => recordsAtStart({ LANTERN_RECORDS: '/no/such/file.yaml' })).toThrow(/there is no such file/)
  })
})
