/** Where the pages and files of a clinic are. */

/** Sheets of the poster. */
export const posterSheets = ['a4', 'a3'] as const
export type PosterSheet = (typeof posterSheets)[number]

export const clinicHref = (locale: string, id: string) => `/${locale}/c/${id}`

export const posterHref = (locale: string, id: string, sheet: PosterSheet) =>
  `${clinicHref(locale, id)}/poster/${sheet}`

/** The logo, as the start leaves it in public/. */
export const logoPath = (id: string, kind: 'png' | 'svg') => `/clinics/${id}.${kind}`

/** The address of a logo when this is one of ours, else null: what a tab kept may be anything. */
export const logoOrNull = (value: unknown): string | null =>
  typeof value === 'string' && /^\/clinics\/[a-z0-9-]+\.(?:png|svg)$/.test(value) ? value : null
