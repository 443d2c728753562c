import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { Result } from '@/lib/errors'
import {
  Bytes32,
  CreatedShare,
  ManageShare,
  NewShare,
  ShareStatus,
  type CreatedShare as Created,
  type ShareStatus as Status,
} from '@/lib/sharing/schema'

/**
 * One clock for all servers: the database's. A share is alive while `expiresAt` is later than it, to the millisecond,
 * whether or not the sweep has come by.
 */

/** A share that is not there looks the same whatever the reason: never existed, ran out, taken back, wrong token. */
const gone = { ok: false, code: 'not-found' } as const
const misread = { ok: false, code: 'bad-request' } as const

/**
 * Stores a share and returns its id and end. The same manage hash with the same ciphertext returns the share that is
 * there; with another ciphertext, or when that one has run out, it is refused as `bad-request`.
 * @throws when the database did not store it
 */
export async function createShare(input: unknown): Promise<Result<Created>> {
  const parsed = NewShare.safeParse(input)
  if (!parsed.success) return misread
  const { jwe, manageHash, days } = parsed.data
  const id = randomBytes(32).toString('base64url')
  // One statement: two retries at once meet at the unique hash, and the later one reads what the earlier one stored.
  const rows = await db.$queryRaw<{ id: string; expiresAt: Date }[]>`
    INSERT INTO "Share" ("id", "ciphertext", "manageHash", "expiresAt")
    VALUES (${id}, ${jwe}, ${manageHash}, now() + ${days}::int * interval '1 day')
    ON CONFLICT ("manageHash") DO UPDATE SET "manageHash" = EXCLUDED."manageHash"
      WHERE "Share"."ciphertext" = EXCLUDED."ciphertext" AND "Share"."expiresAt" > now()
    RETURNING "id", "expiresAt"`
  const [row] = rows
  if (!row) return misread
  return { ok: true, value: CreatedShare.parse({ id: row.id, expiresAt: row.expiresAt.toISOString() }) }
}

/**
 * Counts one opening and returns the ciphertext, in one statement: however many come at once, none is lost.
 * @throws when the database is away
 */
export async function openShare(id: string): Promise<Result<string>> {
  if (!Bytes32.safeParse(id).success) return gone
  const [row] = await db.$queryRaw<{ ciphertext: string }[]>`
    UPDATE "Share" SET "opens" = "opens" + 1 WHERE "id" = ${id} AND "expiresAt" > now() RETURNING "ciphertext"`
  return row ? { ok: true, value: row.ciphertext } : gone
}

/** Whether a share is alive, counting nothing. @throws when the database is away */
export async function hasShare(id: string): Promise<boolean> {
  if (!Bytes32.safeParse(id).success) return false
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Share" WHERE "id" = ${id} AND "expiresAt" > now()`
  return rows.length > 0
}

/** Stands in for the hash of a share that is not there, so that a wrong id takes the same steps as a wrong token. */
const nobodysHash = randomBytes(32)

/** The share that this token manages; null for anything else. */
async function findManaged(id: string, body: unknown): Promise<(Status & { manageHash: string }) | null> {
  const manage = ManageShare.safeParse(body)
  if (!manage.success || !Bytes32.safeParse(id).success) return null
  const [row] = await db.$queryRaw<{ opens: number; expiresAt: Date; manageHash: string }[]>`
    SELECT "opens", "expiresAt", "manageHash" FROM "Share" WHERE "id" = ${id} AND "expiresAt" > now()`
  const given = createHash('sha256').update(Buffer.from(manage.data.manage, 'base64url')).digest()
  const isOwner = timingSafeEqual(given, row ? Buffer.from(row.manageHash, 'base64url') : nobodysHash)
  if (!row || !isOwner) return null
  return { opens: row.opens, expiresAt: row.expiresAt.toISOString(), manageHash: row.manageHash }
}

/** How often a share was opened and when it ends, for the holder of its manage token. @throws when the database is away */
export async function getShareStatus(id: string, body: unknown): Promise<Result<Status>> {
  const share = await findManaged(id, body)
  return share ? { ok: true, value: ShareStatus.parse(share) } : gone
}

/** Deletes a share at once, for the holder of its manage token. @throws when the database is away: it may still be there */
export async function revokeShare(id: string, body: unknown): Promise<Result<null>> {
  const share = await findManaged(id, body)
  if (!share) return gone
  const deleted = await db.$executeRaw`
    DELETE FROM "Share" WHERE "id" = ${id} AND "manageHash" = ${share.manageHash}`
  return deleted > 0 ? { ok: true, value: null } : gone
}
