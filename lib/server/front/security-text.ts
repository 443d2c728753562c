/** Whom to tell about a weakness: `/.well-known/security.txt` (RFC 9116), from LANTERN_CONTACT. */

/** Days until a copy of the file is too old. RFC 9116 asks for less than a year. */
const goodForDays = 180

/**
 * The file, or null when nobody gave a contact: a file without one is none, and one that nobody reads is worse.
 * @param locales the languages in which a report can be read
 * @param now milliseconds; the file ends half a year later, at the start of that day (UTC)
 */
export function securityText(
  contact: string | undefined,
  locales: readonly string[],
  now: number,
): string | null {
  if (!contact) return null
  const expires = new Date(now + goodForDays * 86_400_000)
  expires.setUTCHours(0, 0, 0, 0)
  return `Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: ${locales.join(', ')}\n`
}

/** The one line that the start prints while nobody can be told; null once a contact is set. */
export function missingContact(contact: string | undefined): string | null {
  if (contact) return null
  return 'Nobody can report a weakness of this site: set LANTERN_CONTACT, e.g. mailto:security@example.org'
}
