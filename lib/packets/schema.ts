import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'

/** More than any decision has. */
const maxOptions = 24

const isUnique = (list: readonly string[]) => new Set(list).size === list.length

/**
 * What a clinician chose for one patient. It may choose and order; it holds no figure, no address and no style.
 * `options` is the order to read in; what stands in the decision and not here is one press away for the patient.
 */
export const Packet = z.strictObject({
  locale: z.string().regex(/^[a-z]{2,3}$/),
  condition: Id.max(64),
  situation: Id.max(64).nullable(),
  decision: Id.max(64),
  options: z.array(Id.max(64)).min(1).max(maxOptions).refine(isUnique),
  /** Plain text in one line; lib/packets/note-text.ts says what it may hold. Empty: no note. */
  note: z.string(),
  /** The day it was made, by the clinician's clock. */
  made: Day,
})
export type Packet = z.infer<typeof Packet>

/** The packet as it travels: one letter for each field, because every character makes the printed code denser. */
export const PacketOnTheWay = z.strictObject({
  l: Packet.shape.locale,
  c: Packet.shape.condition,
  s: Packet.shape.situation,
  d: Packet.shape.decision,
  o: Packet.shape.options,
  n: Packet.shape.note,
  t: Packet.shape.made,
})
export type PacketOnTheWay = z.infer<typeof PacketOnTheWay>

const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const ClinicName = z
  .string()
  .min(1)
  .max(80)
  .refine(
    (name) => name.trim() === name && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name),
    'must be plain text in one line',
  )

/** The start of the key's RFC 7638 thumbprint: finds the key, proves nothing by itself. */
export const KeyId = z.string().regex(/^[A-Za-z0-9_-]{11}$/)

/** A clinic's public key, as it stands in the file that LANTERN_CLINIC_KEYS names. */
export const ClinicKey = z.strictObject({
  kid: KeyId,
  name: ClinicName,
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  alg: z.literal('ES256').optional(),
  use: z.literal('sig').optional(),
  x: Coordinate,
  y: Coordinate,
})
export type ClinicKey = z.infer<typeof ClinicKey>

/** The file the clinician keeps; `d` is the secret. */
export const PrivateClinicKey = ClinicKey.extend({ d: Coordinate })
export type PrivateClinicKey = z.infer<typeof PrivateClinicKey>

/** The keys of all clinics this site knows (a JWK set with names). */
export const ClinicKeys = z.strictObject({ keys: z.array(ClinicKey).max(1000) })
export type ClinicKeys = z.infer<typeof ClinicKeys>
