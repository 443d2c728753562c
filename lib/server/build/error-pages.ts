/** Pages that no address leads to: what a reader gets in place of a page, kept at hand for the front. */

/**
 * `missing`: an address that is none (404). `untranslated`: one that is there in the first language only (404).
 * `failed`: our side broke (500 and above).
 */
export const errorKinds = ['missing', 'untranslated', 'failed'] as const
export type ErrorKind = (typeof errorKinds)[number]

const pattern = new RegExp(`^/([a-z]{2,3})/(${errorKinds.join('|')})$`)

/** Language and kind of such a page (`/en/missing`); null for any other. */
export function errorPageOf(route: string): { locale: string; kind: ErrorKind } | null {
  const [, locale, kind] = pattern.exec(route) ?? []
  return locale === undefined ? null : { locale, kind: kind as ErrorKind }
}
