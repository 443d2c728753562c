/**
 * SMART App Launch 2.2 for a public client: what is asked, and what of an answer is believed. Pure and without a schema
 * library: it runs in the page (lib/browser/record). Read: the guide's pages of app launch, scopes and conformance,
 * version 2.2.0. Why not fhirclient: docs/decisions/0061-in-the-record.md.
 */

/** A record system that this site may be opened from. */
export type OfferedSystem = {
  name: string
  iss: string
  clientId: string
  /** Further hosts that it signs people in with. */
  signIn: readonly string[]
  /** The clinic whose page it is. */
  clinic: string | null
}

/** Why a launch ends; each has its sentence in the messages (`record.wrong`). */
export type LaunchFault =
  | 'unknown-record'
  | 'no-answer'
  | 'not-a-record'
  | 'not-safe'
  | 'elsewhere'
  | 'state'
  | 'refused'
  | 'code'
  | 'not-for-us'
  | 'no-patient'
  | 'keeps-nothing'

/** What an address of the page asks for. */
export type Arrival =
  /** The record opened the page (EHR launch). */
  | { kind: 'launch'; iss: string; launch: string }
  /** The record sent the person back. */
  | { kind: 'back'; code: string; state: string }
  | { kind: 'refused'; state: string }
  /** Opened by hand. */
  | { kind: 'plain' }

/** Longer parts are nobody's. */
const mostLetters = 4_000

/** Reads the part of the address behind `?`. */
export function arrivalOf(search: string): Arrival {
  const given = new URLSearchParams(search.length > mostLetters * 2 ? '' : search)
  const [iss, launch, code, state, error] = ['iss', 'launch', 'code', 'state', 'error'].map(
    (name) => given.get(name) ?? '',
  )
  if (iss) return { kind: 'launch', iss, launch: launch ?? '' }
  if (error && state) return { kind: 'refused', state }
  if (code && state) return { kind: 'back', code, state }
  return { kind: 'plain' }
}

/** The system that an `iss` names, letter by letter but for a stroke at the end; null: it is not on the list. */
export const systemOf = (iss: string, systems: readonly OfferedSystem[]): OfferedSystem | null =>
  systems.find((system) => system.iss === iss.replace(/\/+$/, '')) ?? null

/** Where a system says how to sign in; the version of the guide is told by what stands there. */
export const configurationAddress = ({ iss }: OfferedSystem): string =>
  `${iss}/.well-known/smart-configuration`

export type Configuration = {
  authorize: string
  token: string
  /** Of the tokens that tell who signed in (OpenID Connect); null: it gives none. */
  issuer: string | null
  /** The old spelling of scopes (`.read`), because the new one is not known there. */
  isOldScopes: boolean
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Only hosts of the list: its FHIR server's own, and those it signs people in with. */
function isAllowed(address: string, { iss, signIn }: OfferedSystem): boolean {
  if (!URL.canParse(address)) return false
  const { origin } = new URL(address)
  return origin === new URL(iss).origin || signIn.includes(origin)
}

/** What a system says of itself, or why it cannot be used. Plain PKCE is never used: S256 must be offered. */
export function readConfiguration(
  json: unknown,
  system: OfferedSystem,
): { ok: true; configuration: Configuration } | { ok: false; why: LaunchFault } {
  if (!isObject(json)) return { ok: false, why: 'not-a-record' }
  const authorize = textOf(json.authorization_endpoint)
  const token = textOf(json.token_endpoint)
  if (!authorize || !token) return { ok: false, why: 'not-a-record' }
  if (![authorize, token].every((address) => isAllowed(address, system)))
    return { ok: false, why: 'elsewhere' }
  if (!listOf(json.code_challenge_methods_supported).includes('S256')) return { ok: false, why: 'not-safe' }
  const can = listOf(json.capabilities)
  return {
    ok: true,
    configuration: {
      authorize,
      token,
      issuer: textOf(json.issuer) || null,
      isOldScopes: can.includes('permission-v1') && !can.includes('permission-v2'),
    },
  }
}

/** What is asked for, and no more: read four things of one patient, add two kinds of document. */
const wanted = [
  ['Patient', 'r'],
  ['Condition', 'rs'],
  ['Encounter', 'r'],
  ['DocumentReference', 'c'],
  ['QuestionnaireResponse', 'c'],
] as const
export type Kind = (typeof wanted)[number][0]

/**
 * The scopes of a launch. A launch from the record brings patient and visit; started by hand, the record is asked to let
 * a patient be chosen, and there is no visit to read.
 */
export function scopesFor(isFromRecord: boolean, isOld: boolean): string {
  const data = wanted
    .filter(([kind]) => isFromRecord || kind !== 'Encounter')
    .map(([kind, rights]) => `patient/${kind}.${isOld ? (rights === 'c' ? 'write' : 'read') : rights}`)
  return [isFromRecord ? 'launch' : 'launch/patient', 'openid', 'fhirUser', ...data].join(' ')
}

/** Whether the scopes that were given allow to read (`r`), search (`s`) or add (`c`) resources of a kind. */
export function allows(scope: string, kind: Kind, right: 'r' | 's' | 'c'): boolean {
  return scope.split(/\s+/).some((one) => {
    const [, of, rights = ''] =
      /^(?:patient|user)\/([A-Za-z]+|\*)\.(\*|read|write|c?r?u?d?s?)$/.exec(one) ?? []
    if (of !== '*' && of !== kind) return false
    if (rights === '*') return true
    if (rights === 'read') return right !== 'c'
    return rights === 'write' ? right === 'c' : rights.includes(right)
  })
}

/** What the tab keeps between leaving for the record and coming back, once. */
export type Way = {
  state: string
  nonce: string
  /** The secret half of PKCE. */
  verifier: string
  iss: string
  token: string
  issuer: string | null
  /** Milliseconds since 1970. */
  at: number
}

/** A way that is older is not gone on: the record's codes live for about a minute. */
export const mostWayMs = 15 * 60_000

/** The way that belongs to an answer of the record, or null: none, another one, or too old. Never throws. */
export function wayOf(kept: string | null, state: string, now: number): Way | null {
  try {
    const way: unknown = JSON.parse(kept ?? 'null')
    if (!isObject(way)) return null
    const texts = ['state', 'nonce', 'verifier', 'iss', 'token'].every((name) => textOf(way[name]) !== '')
    const isFresh = typeof way.at === 'number' && now - way.at >= 0 && now - way.at <= mostWayMs
    return texts && isFresh && way.state === state ? (way as Way) : null
  } catch {
    return null
  }
}

/** The address that asks the record for a code. */
export function authorizeAddress(
  configuration: Configuration,
  system: OfferedSystem,
  way: Pick<Way, 'state' | 'nonce'>,
  { launch, redirect, challenge }: { launch: string | null; redirect: string; challenge: string },
): string {
  const address = new URL(configuration.authorize)
  const asked = {
    response_type: 'code',
    client_id: system.clientId,
    redirect_uri: redirect,
    ...(launch === null ? {} : { launch }),
    scope: scopesFor(launch !== null, configuration.isOldScopes),
    state: way.state,
    nonce: way.nonce,
    aud: system.iss,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return address.href
}

/** The form that changes a code into a token. */
export const tokenForm = (code: string, way: Way, system: OfferedSystem, redirect: string): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    client_id: system.clientId,
    code_verifier: way.verifier,
  })

/** What a launch gives. It lives in the page's memory only. */
export type Session = {
  system: OfferedSystem
  access: string
  scope: string
  /** Ids at the record. */
  patient: string
  encounter: string | null
  /** Who signed in, as a reference there ("Practitioner/123"); null: the record does not say. */
  user: string | null
}

/** An id of FHIR: nothing in it can change an address. */
const isFhirId = (text: string) => /^[A-Za-z0-9.-]{1,64}$/.test(text)

/**
 * Who signed in, from the claims of an id token. The token came from the token endpoint itself over TLS, so its
 * signature need not be looked at (OpenID Connect Core 1.0, 3.1.3.7, 6); what it says must fit this launch.
 * @param now milliseconds since 1970
 * @returns undefined when it is not for us
 */
function userOf(claims: unknown, way: Way, system: OfferedSystem, now: number): string | null | undefined {
  if (!isObject(claims)) return undefined
  const { nonce, aud, exp, iss } = claims
  const isForUs = aud === system.clientId || (Array.isArray(aud) && aud.includes(system.clientId))
  const isNow = typeof exp === 'number' && exp * 1000 > now - 60_000
  if (nonce !== way.nonce || !isForUs || !isNow || (way.issuer !== null && iss !== way.issuer))
    return undefined
  const [, kind, id = ''] =
    /(?:^|\/)(Practitioner|PractitionerRole|Patient|RelatedPerson|Person)\/([^/]+)$/.exec(
      textOf(claims.fhirUser) || textOf(claims.profile),
    ) ?? []
  return kind && isFhirId(id) ? `${kind}/${id}` : null
}

/**
 * Reads the answer of the token endpoint.
 * @param claimsOf the claims of a JWT, or null when it is none
 */
export function readToken(
  json: unknown,
  way: Way,
  system: OfferedSystem,
  now: number,
  claimsOf: (token: string) => unknown,
): { ok: true; session: Session } | { ok: false; why: LaunchFault } {
  if (!isObject(json)) return { ok: false, why: 'not-a-record' }
  const access = textOf(json.access_token)
  if (!access || !/^bearer$/i.test(textOf(json.token_type))) return { ok: false, why: 'not-a-record' }
  const user = json.id_token === undefined ? null : userOf(claimsOf(textOf(json.id_token)), way, system, now)
  if (user === undefined) return { ok: false, why: 'not-for-us' }
  const patient = textOf(json.patient)
  if (!isFhirId(patient)) return { ok: false, why: 'no-patient' }
  const encounter = textOf(json.encounter)
  return {
    ok: true,
    session: {
      system,
      access,
      scope: textOf(json.scope),
      patient,
      encounter: isFhirId(encounter) ? encounter : null,
      user,
    },
  }
}

/** The name to print of a Patient resource, "Given Family" or as the record writes it whole; empty: it has none. */
export function patientName(patient: unknown): string {
  const names = isObject(patient) ? listOf(patient.name).filter(isObject) : []
  const name = names.find(({ use }) => use === 'official' || use === 'usual') ?? names[0]
  if (!name) return ''
  const whole = textOf(name.text) || [...listOf(name.given).map(textOf), textOf(name.family)].join(' ')
  return whole
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
}

/** Whether a visit is this patient's and was not taken back: a note must not be tied to another one. */
export function isVisitOf(encounter: unknown, patient: string): boolean {
  if (!isObject(encounter) || encounter.resourceType !== 'Encounter') return false
  const subject = isObject(encounter.subject) ? textOf(encounter.subject.reference) : ''
  const isTheirs =
    subject === '' || subject === `Patient/${patient}` || subject.endsWith(`/Patient/${patient}`)
  return isTheirs && !['cancelled', 'entered-in-error'].includes(textOf(encounter.status))
}

/** The day a visit began; empty: it does not say. */
export function visitDay(encounter: unknown): string {
  const period = isObject(encounter) && isObject(encounter.period) ? encounter.period : {}
  return /^\d{4}-\d{2}-\d{2}/.exec(textOf(period.start))?.[0] ?? ''
}
