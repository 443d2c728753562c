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
 * One clock for all servers: the database's (`Clock`). A share is alive (`LivingShare`) while `expiresAt` is later than
 * it, to the millisecond, whether or not the sweep has come by.
 */
const dayMs = 86_400_000

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
  const { now } = await db.clock.findFirstOrThrow()
  const expiresAt = new Date(now.getTime() + days * dayMs)
  const share = { id: randomBytes(32).toString('base64url'), ciphertext: jwe, manageHash, expiresAt }
  const select = { id: true, expiresAt: true }
  // Two retries at once meet at the unique hash: one is stored, and the other waits for it and then reads it.
  const [stored] = await db.share.createManyAndReturn({ data: [share], skipDuplicates: true, select })
  const row = stored ?? (await db.livingShare.findFirst({ where: { manageHash, ciphertext: jwe }, select }))
  if (!row) return misread
  return { ok: true, value: CreatedShare.parse({ id: row.id, expiresAt: row.expiresAt.toISOString() }) }
}

/**
 * Counts one opening and returns the ciphertext, in one `UPDATE … RETURNING`: however many come at once, none is lost.
 * @throws when the database is away
 */
export async function openShare(id: string): Promise<Result<string>> {
  if (!Bytes32.safeParse(id).success) return gone
  const [row] = await db.livingShare.updateManyAndReturn({
    where: { id },
    data: { opens: { increment: 1 } },
    select: { ciphertext: true },
  })
  return row ? { ok: true, value: row.ciphertext } : gone
}

/** Whether a share is alive, counting nothing. @throws when the database is away */
export async function hasShare(id: string): Promise<boolean> {
  if (!Bytes32.safeParse(id).success) return false
  return (await db.livingShare.findUnique({ where: { id }, select: { id: true } })) !== null
}

/** Stands in for the hash of a share that is not there, so that a wrong id takes the same steps as a wrong token. */
const nobodysHash = randomBytes(32)

/** The share that this token manages; null for anything else. */
async function findManaged(id: string, body: unknown): Promise<(Status & { manageHash: string }) | null> {
  const manage = ManageShare.safeParse(body)
  if (!manage.success || !Bytes32.safeParse(id).success) return null
  const row = await db.livingShare.findUnique({
    where: { id },
    select: { opens: true, expiresAt: true, manageHash: true },
  })
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
  const { count } = await db.share.deleteMany({ where: { id, manageHash: share.manageHash } })
  return count > 0 ? { ok: true, value: null } : gone
}
