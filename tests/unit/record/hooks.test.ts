import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { knownCaller, rememberTokens } from '@/lib/record/caller'
import { answerHook, discovery, hookServices } from '@/lib/record/hooks'
import type { Records } from '@/lib/record/read-records'
import type { HookCall } from '@/lib/record/schema'
import { sourceLocale, translator } from '@/lib/texts/translate'

const t = translator(sourceLocale)
const site = 'https://lantern.example.org'
const illnesses = [
  {
    id: 'heart-failure',
    name: 'Heart failure',
    sets: [{ system: 'http://snomed.info/sct', alsoFiner: false, codes: ['84114007'] }],
  },
]
const bundle = (text = 'Heart failure') => ({
  resourceType: 'Bundle',
  entry: [
    {
      resource: {
        resourceType: 'Condition',
        code: { coding: [{ system: 'http://snomed.info/sct', code: '84114007' }], text },
      },
    },
  ],
})
const call = (over: Partial<HookCall> = {}): HookCall => ({
  hook: 'patient-view',
  hookInstance: 'x',
  context: { patientId: '1' },
  prefetch: { conditions: bundle() },
  ...over,
})
const answer = (one: HookCall) => answerHook(one, illnesses, { site, locale: 'en' }, t)
type Card = { summary: string; detail: string; indicator: string; links: { url: string; type: string }[] }
const cards = (one: HookCall): Card[] => {
  const given = answer(one)
  return given.ok ? (given.cards as Card[]) : []
}

describe('a hook', () => {
  it('is found by discovery with what it needs', () => {
    const { services } = discovery(t)
    expect(services.map(({ hook, id }) => [hook, id])).toEqual(hookServices.map(({ hook, id }) => [hook, id]))
    for (const { prefetch, description } of services) {
      expect(prefetch).toEqual({ conditions: 'Condition?patient={{context.patientId}}' })
      expect(description).not.toBe('')
    }
  })

  it('answers with one card that leads to the page beside the record and to the form with the illness', () => {
    const [card, ...more] = cards(call())
    expect(more).toEqual([])
    expect(card?.summary.length).toBeLessThan(140)
    expect(card?.indicator).toBe('info')
    expect(card?.links.map(({ url, type }) => [type, url])).toEqual([
      ['smart', `${site}/en/record`],
      ['absolute', `${site}/en/clinicians/packet#heart-failure`],
    ])
    expect(card?.detail).toContain('No clinician has reviewed it yet')
  })

  it('has no card for a patient without such an illness, nor for the order of a tablet', () => {
    expect(answer(call({ prefetch: { conditions: null } }))).toEqual({ ok: true, cards: [] })
    expect(answer(call({ prefetch: { conditions: { resourceType: 'Bundle' } } }))).toEqual({
      ok: true,
      cards: [],
    })
    const order = (selections: string[]) =>
      call({ hook: 'order-select', context: { patientId: '1', selections } })
    expect(cards(order(['MedicationRequest/1']))).toEqual([])
    expect(cards(order(['MedicationRequest/1', 'ServiceRequest/2']))).toHaveLength(1)
  })

  it('fails when the list did not come along, or came as an error: nothing is fetched', () => {
    expect(answer(call({ prefetch: undefined }))).toEqual({ ok: false })
    expect(answer(call({ prefetch: { conditions: { resourceType: 'OperationOutcome' } } }))).toEqual({
      ok: false,
    })
  })

  it('shows the record’s words as words: no mark of Markdown stays', () => {
    const [card] = cards(call({ prefetch: { conditions: bundle('[Click](https://evil.example) <b>`x`') } }))
    expect(card?.detail).not.toMatch(/[[\]<>`*_#]|:\/\//)
  })
})

describe('a caller', () => {
  const iss = 'https://ehr.example.org/'
  const audience = `${site}/api/cds-services/lantern-patient-view`
  const now = Date.parse('2026-11-29T10:00:00Z')
  let records: Records
  let own: CryptoKey
  let other: CryptoKey
  beforeAll(async () => {
    const pair = await generateKeyPair('ES384', { extractable: true })
    own = pair.privateKey
    other = (await generateKeyPair('ES384')).privateKey
    const key = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES384' }
    const system = { name: 'x', iss: 'https://fhir.example.org', clientId: 'x', signIn: [], shownIn: [] }
    records = { address: site, systems: [{ ...system, callers: [{ iss, keys: [key as never] }] }] }
  })

  type Over = {
    key?: CryptoKey
    iss?: string
    aud?: string
    iat?: number
    exp?: number
    jti?: string | null
    kid?: string | null
  }
  const tokenOf = (over: Over = {}) => {
    const iat = over.iat ?? now / 1000 - 10
    const jwt = new SignJWT(over.jti === null ? {} : { jti: over.jti ?? 'j1' })
      .setProtectedHeader({
        alg: 'ES384',
        typ: 'JWT',
        jku: 'https://evil.example/keys.json',
        ...(over.kid !== null && { kid: over.kid ?? 'k' }),
      })
      .setIssuer(over.iss ?? iss)
      .setAudience(over.aud ?? audience)
      .setIssuedAt(iat)
      .setExpirationTime(over.exp ?? iat + 300)
    return jwt.sign(over.key ?? own)
  }
  const known = async (header: string | null, seen = rememberTokens()) =>
    (await knownCaller(header, audience, records, seen, now)) !== null

  it('is known by a token of its key, made for this service and just now; where it says its keys are is not looked at', async () => {
    expect(await known(`Bearer ${await tokenOf()}`)).toBe(true)
  })

  it.each([
    ['another key', () => ({ key: other })],
    ['another issuer', () => ({ iss: 'https://other.example.org/' })],
    ['a token for another service', () => ({ aud: `${site}/api/cds-services/lantern-order-select` })],
    ['a token that ran out', () => ({ iat: now / 1000 - 500, exp: now / 1000 - 200 })],
    ['a token that is an hour old', () => ({ iat: now / 1000 - 3_600, exp: now / 1000 + 3_600 })],
    ['a token of tomorrow', () => ({ iat: now / 1000 + 86_400 })],
    ['no jti', () => ({ jti: null })],
    ['no kid', () => ({ kid: null })],
    ['a kid that nobody has', () => ({ kid: 'nobody' })],
  ] as [string, () => Over][])('is not known with %s', async (_, over) => {
    expect(await known(`Bearer ${await tokenOf(over())}`)).toBe(false)
  })

  it('is not known without a token, with a broken one, or with one that nobody signed', async () => {
    const [, payload] = (await tokenOf()).split('.')
    const none = `${Buffer.from('{"alg":"none","kid":"k"}').toString('base64url')}.${payload}.`
    for (const header of [null, '', 'Bearer', 'Bearer x.y.z', `Basic ${await tokenOf()}`, `Bearer ${none}`])
      expect(await known(header), header ?? '').toBe(false)
  })

  it('is known once by the same token; the memory of tokens has an end', async () => {
    const seen = rememberTokens()
    const header = `Bearer ${await tokenOf()}`
    expect(await known(header, seen)).toBe(true)
    expect(await known(header, seen)).toBe(false)
    const small = rememberTokens(2)
    expect([1, 2, 3].map((n) => small.isNew(String(n), 100, 0))).toEqual([true, true, true])
    expect(small.isNew('3', 100, 0)).toBe(false)
    expect(small.isNew('1', 100, 0), 'the oldest was let go').toBe(true)
  })
})
