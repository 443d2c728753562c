/** What ends a link: its id and the owner's secret, base64url both. */
export type LivingLink = { id: string; secret: string }

const isPart = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value)

/**
 * The links among kept shares (lib/sharing/kept-shares.ts, as text) that still work. Plain checks instead of the
 * schema: loaded by every reader. A share that the server never took is none, and one whose end is unknown may live.
 * @param now in milliseconds since 1970
 */
export function livingLinks(texts: readonly string[], now: number): LivingLink[] {
  return texts.flatMap((text) => {
    try {
      const list: unknown = JSON.parse(text)
      if (!Array.isArray(list)) return []
      return list.flatMap((share: Partial<Record<string, unknown>> | null) => {
        const { id, secret, expiresAt } = share ?? {}
        const isOver = typeof expiresAt === 'string' && Date.parse(expiresAt) <= now
        return isPart(id) && isPart(secret) && !isOver ? [{ id, secret }] : []
      })
    } catch {
      return []
    }
  })
}
