import { describe, expect, it, test } from 'vitest'
import {
  allows,
  arrivalOf,
  authorizeAddress,
  isVisitOf,
  mostWayMs,
  patientName,
  readConfiguration,
  readToken,
  scopesFor,
  systemOf,
  visitDay,
  wayOf,
  type Configuration,
  type OfferedSystem,
  type Way,
} from '@/lib/record/smart'

const system: OfferedSystem = {
  name: 'Made-up record',
  iss: 'https://fhir.example.org/r4',
  clientId: 'lantern-test',
  signIn: ['https://login.example.org'],
  clinic: null,
}
const good = {
  issuer: 'https://login.example.org',
  authorization_endpoint: 'https://login.example.org/authorize',
  token_endpoint: 'https://fhir.example.org/token',
  code_challenge_methods_supported: ['S256'],
  capabilities: ['launch-ehr', 'permission-v2'],
}
const now = Date.parse('2026-11-29T10:00:00Z')
const way: Way = {
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  verifier: 'v'.repeat(43),
  iss: system.iss,
  token: good.token_endpoint,
  issuer: good.issuer,
  at: now - 60_000,
}

describe('an arrival', () => {
  it('is told by what stands behind the ?', () => {
    expect(arrivalOf('')).toEqual({ kind: 'plain' })
    expect(arrivalOf('?iss=https%3A%2F%2Ffhir.example.org%2Fr4&launch=xyz')).toEqual({
      kind: 'launch',
      iss: 'https://fhir.example.org/r4',
      launch: 'xyz',
    })
    expect(arrivalOf('?code=a&state=b')).toEqual({ kind: 'back', code: 'a', state: 'b' })
    expect(arrivalOf('?error=access_denied&state=b')).toEqual({ kind: 'refused', state: 'b' })
  })

  it.each(['?code=a', '?state=b', '?error=x', `?code=${'a'.repeat(9_000)}&state=b`])(
    'that is not whole, or far too long, is none: %.20s',
    (search) => expect(arrivalOf(search)).toEqual({ kind: 'plain' }),
  )
})

test('an iss is on the list letter by letter, but for a stroke at its end', () => {
  expect(systemOf('https://fhir.example.org/r4/', [system])).toBe(system)
  for (const other of [
    'https://fhir.example.org',
    'https://fhir.example.org/r4/x',
    'http://fhir.example.org/r4',
    '',
  ])
    expect(systemOf(other, [system]), other).toBeNull()
})

describe('what a record says of itself', () => {
  it('is used when it signs in on a host of the list, with S256', () => {
    expect(readConfiguration(good, system)).toEqual({
      ok: true,
      configuration: {
        authorize: good.authorization_endpoint,
        token: good.token_endpoint,
        issuer: good.issuer,
        isOldScopes: false,
      },
    })
  })

  it.each([
    ['plain PKCE only', { code_challenge_methods_supported: ['plain'] }, 'not-safe'],
    ['no PKCE', { code_challenge_methods_supported: undefined }, 'not-safe'],
    ['another host to sign in', { authorization_endpoint: 'https://evil.example/authorize' }, 'elsewhere'],
    [
      'another host for tokens',
      { token_endpoint: 'https://login.example.org.evil.example/token' },
      'elsewhere',
    ],
    ['a script for a host', { authorization_endpoint: 'javascript:alert(1)' }, 'elsewhere'],
    ['no place for tokens', { token_endpoint: undefined }, 'not-a-record'],
  ])('is not used with %s', (_, over, why) => {
    expect(readConfiguration({ ...good, ...over }, system)).toEqual({ ok: false, why })
  })

  it('that is nothing is no record', () => {
    for (const json of [null, [], 'x', 7])
      expect(readConfiguration(json, system)).toEqual({ ok: false, why: 'not-a-record' })
  })
})

describe('scopes', () => {
  it('are the smallest: one patient, three kinds to read, two to add, nothing to change or delete', () => {
    expect(scopesFor(true, false)).toBe(
      'launch openid fhirUser patient/Patient.r patient/Condition.rs patient/Encounter.r patient/DocumentReference.c patient/QuestionnaireResponse.c',
    )
    expect(scopesFor(false, false)).not.toContain('Encounter')
    expect(scopesFor(true, true)).toContain(
      'patient/Condition.read patient/Encounter.read patient/DocumentReference.write',
    )
    for (const scope of [scopesFor(true, false), scopesFor(false, true)])
      expect(scope).not.toMatch(/\*|offline|user\/|\.[a-z]*[ud]s?\b(?<!read)/)
  })

  it.each([
    ['patient/Condition.rs', 'Condition', 's', true],
    ['patient/Condition.r', 'Condition', 's', false],
    ['patient/*.cruds', 'DocumentReference', 'c', true],
    ['patient/Condition.read', 'Condition', 's', true],
    ['patient/Condition.read', 'Condition', 'c', false],
    ['user/DocumentReference.write', 'DocumentReference', 'c', true],
    ['patient/DocumentReference.*', 'DocumentReference', 'c', true],
    ['system/DocumentReference.c', 'DocumentReference', 'c', false],
    ['patient/DocumentReferences.c', 'DocumentReference', 'c', false],
    ['', 'Patient', 'r', false],
  ] as const)('“%s” for %s.%s: %s', (scope, kind, right, isAllowed) => {
    expect(allows(`launch ${scope} openid`, kind, right)).toBe(isAllowed)
  })
})

describe('the way back', () => {
  const kept = JSON.stringify(way)
  it('is the one of this state, and fresh', () => {
    expect(wayOf(kept, way.state, now)).toEqual(way)
    expect(wayOf(kept, 'another', now)).toBeNull()
    expect(wayOf(kept, way.state, way.at + mostWayMs + 1)).toBeNull()
    expect(wayOf(kept, way.state, way.at - 1), 'from the future').toBeNull()
    for (const broken of [null, '', '{', '[]', '{"state":"x"}']) expect(wayOf(broken, 'x', now)).toBeNull()
  })

  it('asks with state, nonce, aud and S256, and with what the record gave', () => {
    const { configuration } = readConfiguration(good, system) as { configuration: Configuration }
    const redirect = 'https://lantern.example.org/en/record'
    const at = (launch: string | null) =>
      new URL(authorizeAddress(configuration, system, way, { launch, redirect, challenge: 'c' })).searchParams
    const asked = Object.fromEntries(at('xyz'))
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: system.clientId,
      redirect_uri: redirect,
      launch: 'xyz',
      state: way.state,
      nonce: way.nonce,
      aud: system.iss,
      code_challenge: 'c',
      code_challenge_method: 'S256',
    })
    expect(JSON.stringify(asked)).not.toContain(way.verifier)
    expect(at(null).has('launch')).toBe(false)
  })
})

describe('the answer of the token endpoint', () => {
  const claims = {
    iss: good.issuer,
    aud: system.clientId,
    nonce: way.nonce,
    exp: now / 1000 + 300,
    fhirUser: 'https://fhir.example.org/r4/Practitioner/p1',
  }
  const answer = {
    access_token: 'a',
    token_type: 'bearer',
    scope: 'x',
    patient: 'p-1',
    encounter: 'e.1',
    id_token: 'some',
  }
  const read = (over: object, said: object = claims) =>
    readToken({ ...answer, ...over }, way, system, now, () => said)

  it('gives the patient, the visit and who signed in', () => {
    expect(read({})).toEqual({
      ok: true,
      session: { system, access: 'a', scope: 'x', patient: 'p-1', encounter: 'e.1', user: 'Practitioner/p1' },
    })
    expect(read({ id_token: undefined, encounter: undefined })).toMatchObject({
      session: { user: null, encounter: null },
    })
  })

  it.each([
    ['another nonce', { nonce: 'x' }],
    ['no nonce', { nonce: undefined }],
    ['another client', { aud: 'somebody' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['an end that is over', { exp: now / 1000 - 120 }],
  ])('is not for us with %s', (_, over) => {
    expect(read({}, { ...claims, ...over })).toEqual({ ok: false, why: 'not-for-us' })
  })

  it('is refused without a patient, and with an id that could change an address', () => {
    expect(read({ patient: undefined })).toEqual({ ok: false, why: 'no-patient' })
    expect(read({ patient: '../Practitioner/1' })).toEqual({ ok: false, why: 'no-patient' })
    expect(read({ encounter: 'a/b' })).toMatchObject({ session: { encounter: null } })
    expect(read({ token_type: 'mac' })).toEqual({ ok: false, why: 'not-a-record' })
  })
})

test('a name is one plain line, whatever the record holds', () => {
  expect(patientName({ name: [{ given: ['Ann', 'B'], family: 'Example' }] })).toBe('Ann B Example')
  expect(patientName({ name: [{ text: 'old' }, { use: 'official', text: 'Ann\u202e\nExample' }] })).toBe(
    'AnnExample',
  )
  for (const none of [null, {}, { name: 'x' }, { name: [{}] }]) expect(patientName(none)).toBe('')
})

test('a visit counts when it is this patient’s and was not taken back', () => {
  const visit = {
    resourceType: 'Encounter',
    status: 'in-progress',
    subject: { reference: 'Patient/p-1' },
    period: { start: '2026-11-29T09:00:00Z' },
  }
  expect(isVisitOf(visit, 'p-1')).toBe(true)
  expect(
    isVisitOf({ ...visit, subject: { reference: 'https://fhir.example.org/r4/Patient/p-1' } }, 'p-1'),
  ).toBe(true)
  expect(isVisitOf(visit, 'p-2')).toBe(false)
  expect(isVisitOf({ ...visit, status: 'cancelled' }, 'p-1')).toBe(false)
  expect(isVisitOf({ ...visit, resourceType: 'OperationOutcome' }, 'p-1')).toBe(false)
  expect([visitDay(visit), visitDay({ ...visit, period: undefined }), visitDay(null)]).toEqual([
    '2026-11-29',
    '',
    '',
  ])
})
