/**
 * A small record system for the tests: SMART App Launch 2.2 with PKCE, and as much of FHIR R4 as Lantern asks. It is strict: it
 * refuses what the guide forbids, gives each code once, looks at scopes, and takes only valid resources. `mood` makes it
 * misbehave in one way. Nobody in it is real.
 */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { Fhir } from 'fhir'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export type Mood =
  | 'well'
  | 'denies'
  | 'wrong-state'
  | 'expired-code'
  | 'wrong-nonce'
  | 'no-s256'
  | 'elsewhere'
  | 'no-patient'
  | 'fails'
  | 'slow'
  | 'huge'
  | 'few-scopes'
  | 'token-over'
  | 'refuses-writing'
  | 'fails-writing'

export const madeUp = {
  clientId: 'lantern-test',
  patient: 'made-up-1',
  encounter: 'made-up-visit-1',
  name: 'Quillan Featherstonehaugh',
  problem: 'Chronic systolic heart failure',
  launch: 'made-up-launch',
} as const

type Code = { scope: string; challenge: string; redirect: string; nonce: string; hasLaunch: boolean }
type Written = { resourceType: string; id: string } & Record<string, unknown>

export type RecordStub = {
  origin: string
  mood: Mood
  /** What was written to it. */
  written: Written[]
  /** Codes and tokens that it gave: secrets to look for elsewhere. */
  secrets: string[]
  /** Scopes that were asked for, the last launch last. */
  scopes: string[]
  close: () => Promise<void>
}

const bodyOf = async (request: http.IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const condition = (code: string, text: string, status = 'active') => ({
  resource: {
    resourceType: 'Condition',
    subject: { reference: `Patient/${madeUp.patient}` },
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: status }],
    },
    code: { coding: [{ system: 'http://snomed.info/sct', code }], text },
  },
})

/** What the record holds while it runs. */
type Held = {
  stub: RecordStub
  iss: string
  codes: Map<string, Code>
  /** Scopes by token. */
  tokens: Map<string, string>
  privateKey: CryptoKey
  fhir: Fhir
}

const answer = (response: http.ServerResponse, status: number, body: object, headers = {}) => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Location',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

const configuration = ({ stub, iss }: Held) => ({
  issuer: iss,
  jwks_uri: `${stub.origin}/jwks`,
  authorization_endpoint:
    stub.mood === 'elsewhere' ? 'https://elsewhere.example/authorize' : `${stub.origin}/authorize`,
  token_endpoint: `${stub.origin}/token`,
  grant_types_supported: ['authorization_code'],
  code_challenge_methods_supported: stub.mood === 'no-s256' ? ['plain'] : ['S256'],
  capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2', 'context-ehr-patient'],
})

function authorize({ stub, iss, codes }: Held, url: URL, response: http.ServerResponse): void {
  const given = Object.fromEntries(url.searchParams)
  const {
    redirect_uri: redirect = '',
    state = '',
    scope = '',
    code_challenge: challenge = '',
    nonce = '',
  } = given
  const isGood =
    given.response_type === 'code' &&
    given.client_id === madeUp.clientId &&
    given.aud === iss &&
    given.code_challenge_method === 'S256' &&
    challenge.length === 43 &&
    state.length >= 22 &&
    new URL(redirect).pathname === '/en/record' &&
    (given.launch === undefined ? scope.includes('launch/patient') : given.launch === madeUp.launch)
  if (!isGood) return answer(response, 400, { error: 'invalid_request' })
  stub.scopes.push(scope)
  const back = new URL(redirect)
  if (stub.mood === 'denies') back.searchParams.set('error', 'access_denied')
  else {
    const code = randomUUID()
    codes.set(code, { scope, challenge, redirect, nonce, hasLaunch: given.launch !== undefined })
    stub.secrets.push(code)
    back.searchParams.set('code', code)
  }
  back.searchParams.set('state', stub.mood === 'wrong-state' ? randomUUID() : state)
  response.writeHead(302, { location: back.href })
  response.end()
}

async function token(
  { stub, iss, codes, tokens, privateKey }: Held,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const given = Object.fromEntries(new URLSearchParams(await bodyOf(request)))
  const code = codes.get(given.code ?? '')
  codes.delete(given.code ?? '')
  const challenge = createHash('sha256')
    .update(given.code_verifier ?? '')
    .digest('base64url')
  const isGood =
    code !== undefined &&
    given.grant_type === 'authorization_code' &&
    given.client_id === madeUp.clientId &&
    given.redirect_uri === code.redirect &&
    challenge === code.challenge
  if (!isGood || stub.mood === 'expired-code') return answer(response, 400, { error: 'invalid_grant' })
  const access = randomUUID()
  const scope = stub.mood === 'few-scopes' ? 'launch openid fhirUser' : code.scope
  tokens.set(access, scope)
  stub.secrets.push(access)
  answer(response, 200, {
    access_token: access,
    token_type: 'Bearer',
    expires_in: 300,
    scope,
    ...(stub.mood !== 'no-patient' && { patient: madeUp.patient }),
    ...(code.hasLaunch && { encounter: madeUp.encounter }),
    id_token: await idToken(privateKey, iss, stub.mood === 'wrong-nonce' ? randomUUID() : code.nonce),
  })
}

const resources: Record<string, object> = {
  [`Patient/${madeUp.patient}`]: {
    resourceType: 'Patient',
    id: madeUp.patient,
    name: [{ use: 'official', given: ['Quillan'], family: 'Featherstonehaugh' }],
    birthDate: '1951-05-17',
  },
  [`Encounter/${madeUp.encounter}`]: {
    resourceType: 'Encounter',
    id: madeUp.encounter,
    status: 'in-progress',
    subject: { reference: `Patient/${madeUp.patient}` },
    period: { start: '2026-11-29T09:00:00Z' },
  },
}

const problems = (mood: Mood) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [
    condition('441481004', madeUp.problem),
    condition('59927004', 'Hepatic failure, long ago', 'resolved'),
    ...(mood === 'huge'
      ? Array.from({ length: 40_000 }, (_, at) =>
          condition('38341003', `Other problem ${at} ${'x'.repeat(80)}`),
        )
      : []),
  ],
})

async function ofFhir(
  { stub, iss, tokens, fhir }: Held,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: URL,
): Promise<void> {
  const place = url.pathname.slice('/fhir/'.length)
  const scope = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
  const [kind = ''] = place.split('/')
  const right = request.method === 'POST' ? 'c' : place.includes('/') ? 'r' : 's'
  if (scope === undefined || stub.mood === 'token-over')
    return answer(response, 401, { resourceType: 'OperationOutcome' })
  const isAllowed = scope.split(' ').some((one) => new RegExp(`^patient/${kind}\\.[a-z]*${right}`).test(one))
  if (!isAllowed || (right === 'c' && stub.mood === 'refuses-writing'))
    return answer(response, 403, { resourceType: 'OperationOutcome' })
  if (right === 'c') {
    if (stub.mood === 'fails-writing') return answer(response, 500, {})
    const resource = JSON.parse(await bodyOf(request)) as Written
    const { valid, messages } = fhir.validate(structuredClone(resource), { errorOnUnexpected: true })
    if (!valid) return answer(response, 422, { resourceType: 'OperationOutcome', messages })
    resource.id = `made-${stub.written.length + 1}`
    stub.written.push(resource)
    return answer(response, 201, resource, { location: `${iss}/${kind}/${resource.id}/_history/1` })
  }
  if (place === 'Condition') return answer(response, 200, problems(stub.mood))
  return answer(response, place in resources ? 200 : 404, resources[place] ?? {})
}

/** Starts it on a port of this computer. */
export async function startRecordStub(port: number): Promise<RecordStub> {
  const origin = `http://127.0.0.1:${port}`
  const iss = `${origin}/fhir`
  const { privateKey } = await generateKeyPair('ES256')
  const stub: RecordStub = {
    origin,
    mood: 'well',
    written: [],
    secrets: [],
    scopes: [],
    close: async () => {},
  }
  const held: Held = { stub, iss, codes: new Map(), tokens: new Map(), privateKey, fhir: new Fhir() }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, accept',
      })
      return response.end()
    }
    if (stub.mood === 'slow' && url.pathname.startsWith('/fhir')) return // never
    if (stub.mood === 'fails' && url.pathname.startsWith('/fhir')) return answer(response, 500, {})
    if (url.pathname === '/authorize') return authorize(held, url, response)
    if (url.pathname === '/token') return void token(held, request, response)
    if (url.pathname === '/fhir/.well-known/smart-configuration')
      return answer(response, 200, configuration(held))
    if (url.pathname === '/fhir/metadata')
      return answer(response, 200, { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' })
    if (url.pathname === '/ehr') {
      // A record that shows the page in a frame.
      response.writeHead(200, { 'content-type': 'text/html' })
      const target = url.searchParams.get('show') ?? ''
      return response.end(
        `<!doctype html><title>A record, not real</title><iframe src="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="480" height="700"></iframe>`,
      )
    }
    return void ofFhir(held, request, response, url).catch(() => answer(response, 500, {}))
  })
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
  stub.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return stub
}

const idToken = (key: CryptoKey, iss: string, nonce: string) =>
  new SignJWT({ nonce, fhirUser: `${iss}/Practitioner/made-up-doctor` })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(iss)
    .setSubject('made-up-doctor')
    .setAudience(madeUp.clientId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)

/** The `iss` of the hook's caller in the tests. */
export const hookIssuer = 'https://ehr.example.org/made-up'

/**
 * Leaves a settings file for this record in a folder, with the keys of a caller of hooks; the private key lies beside it as
 * `hook-secret.json`.
 * @returns the file
 */
export async function writeRecords(folder: string, lantern: string, origin: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true })
  const kid = 'made-up-key'
  fs.writeFileSync(
    path.join(folder, 'hook-keys.json'),
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES384', use: 'sig' }] }),
  )
  fs.writeFileSync(
    path.join(folder, 'hook-secret.json'),
    JSON.stringify({ ...(await exportJWK(privateKey)), kid }),
  )
  const file = path.join(folder, 'records.yaml')
  fs.writeFileSync(
    file,
    [
      `address: ${lantern}`,
      'records:',
      '  - name: Made-up record',
      `    iss: ${origin}/fhir`,
      `    clientId: ${madeUp.clientId}`,
      '    clinic: made-up',
      `    shownIn: ['${origin}']`,
      '    hooks:',
      `      - iss: ${hookIssuer}`,
      '        keys: hook-keys.json',
      '',
    ].join('\n'),
  )
  return file
}
