import { z } from 'zod'
import { Bytes32, NewShare, type CreatedShare } from '@/lib/sharing/schema'

/**
 * A share as the tab keeps it. `jwe` is the locked summary; it goes once the server has it, and `id` comes. Nothing a
 * person wrote is in here in clear.
 */
export const KeptShare = z.object({
  /** The owner's secret, from which both keys come. */
  secret: Bytes32,
  manageHash: Bytes32,
  jwe: z.string().nullable(),
  days: NewShare.shape.days,
  hasIdentity: z.boolean(),
  /** When it was locked, in seconds since 1970. */
  madeAt: z.number(),
  id: Bytes32.nullable(),
  /** When the server stops handing it out. */
  expiresAt: z.string().nullable(),
})
export type KeptShare = z.infer<typeof KeptShare>

/** What was kept; entries that do not fit are left out. */
export function readKeptShares(text: string | null): KeptShare[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(list)) return []
    return list.flatMap((entry) => {
      const read = KeptShare.safeParse(entry)
      return read.success && (read.data.id ?? read.data.jwe) !== null ? [read.data] : []
    })
  } catch {
    return []
  }
}

/** The share after the server has taken it: the locked text is not needed any more. */
export function acknowledged(share: KeptShare, reply: CreatedShare): KeptShare {
  return { ...share, jwe: null, id: reply.id, expiresAt: reply.expiresAt }
}
