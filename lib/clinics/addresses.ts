/** Where the pages and files of a clinic are. */

/** Sheets of the poster. */
export const posterSheets = ['a4', 'a3'] as const
export type PosterSheet = (typeof posterSheets)[number]

export const clinicHref = (locale: string, id: string) => `/${locale}/c/${id}`

export const posterHref = (locale: string, id: string, sheet: PosterSheet) =>
  `${clinicHref(locale, id)}/poster/${sheet}`

/** The logo, as the build leaves it in public/. */
export const logoPath = (id: string, kind: 'png' | 'svg') => `/clinics/${id}.${kind}`
