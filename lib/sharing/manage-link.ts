import { readings } from '@/lib/sharing/unwrap'
import { linkPage } from '@/lib/texts/link-pages'

/** What the owner keeps: which share it is, and the secret from which both keys come. */
export type ManageLink = {
  /** 43 characters of base64url, given by the server. */
  id: string
  /** The owner's 32 random bytes as base64url. Who has them can read and end the share. */
  secret: string
}

/** The address to keep: everything stands in the fragment, which no server is sent. */
export function manageAddress(origin: string, { id, secret }: ManageLink, locale: string): string {
  return `${origin}${linkPage('m', locale)}#1.${id}.${secret}`
}

/** Finds it again in whatever was pasted, wrapped by a mail service or not; null when it is not there whole. */
export function findManageLink(pasted: string): ManageLink | null {
  for (const text of readings(pasted)) {
    const [, id, secret] =
      /(?:^|#)1\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text) ?? []
    if (id && secret) return { id, secret }
  }
  return null
}
