/**
 * Who calls a hook, proved by a JSON web token (CDS Hooks 2.0, "Trusting CDS Clients"): from an issuer of the settings, signed
 * with a key of that issuer's file. `jku` is never followed: nothing is fetched.
 */
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import type { Caller, Records } from '@/lib/record/read-records'

/** Keys in pairs only: a shared secret proves nobody, and `none` nothing. */
const algorithms = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'EdDSA']

/** A token that lives longer was not made for one call. */
const mostAgeSeconds = 600
const clockSeconds = 60

export type SeenTokens = {
  /** True the first time; false for a token that was seen and could still be used. `until`: seconds since 1970. */
  isNew: (id: string, until: number, now: number) => boolean
}

/** Ids of tokens of this process, until they run out: what is sent again proves nobody. @param most how many are kept */
export function rememberTokens(most = 10_000): SeenTokens {
  const seen = new Map<string, number>()
  return {
    isNew: (id, until, now) => {
      for (const [old, end] of seen) {
        if (end >= now && seen.size < most) break
        seen.delete(old)
      }
      if (seen.has(id)) return false
      seen.set(id, until)
      return true
    },
  }
}

export type KnownCaller = { system: Records['systems'][number]; caller: Caller }

const issuerOf = (token: string): string | null => {
  try {
    return decodeJwt(token).iss ?? null
  } catch {
    return null
  }
}

/**
 * The caller that a header proves, or null. Never throws for what a stranger sends.
 * @param header `Bearer <token>`
 * @param audience the address of the service that was called
 * @param now milliseconds since 1970
 */
export async function knownCaller(
  header: string | null,
  audience: string,
  { systems }: Records,
  seen: SeenTokens,
  now: number,
): Promise<KnownCaller | null> {
  const [, token] = /^Bearer ([A-Za-z0-9_.-]{20,8000})$/i.exec(header ?? '') ?? []
  const iss = token && issuerOf(token)
  const known = systems
    .flatMap((system) => system.callers.map((caller) => ({ system, caller })))
    .find(({ caller }) => caller.iss === iss)
  if (!token || !known) return null
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      createLocalJWKSet({ keys: known.caller.keys }),
      {
        algorithms,
        issuer: known.caller.iss,
        audience,
        maxTokenAge: mostAgeSeconds,
        clockTolerance: clockSeconds,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
        currentDate: new Date(now),
      },
    )
    const { jti, exp } = payload
    // Without a kid the set is guessed at; the specification asks for one.
    if (!protectedHeader.kid || typeof jti !== 'string' || jti === '' || exp === undefined) return null
    const seconds = now / 1000
    return seen.isNew(`${known.caller.iss} ${jti}`, exp + clockSeconds, seconds) ? known : null
  } catch {
    return null
  }
}
