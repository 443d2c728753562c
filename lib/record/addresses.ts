/** The page that opens beside a record: its launch address, its redirect address, and where it is started by hand. */
export const recordHref = (locale: string): string => `/${locale}/record`

/** Whether an address is that page in any language. */
export const isRecordPage = (path: string): boolean => /^\/[a-z]{2,3}\/record$/.test(path)

/** Where the hooks are, behind the address of the site; `aud` of a caller's token is such an address. */
export const hooksPath = '/api/cds-services'
export const hookAddress = (site: string, id: string): string => `${site}${hooksPath}/${id}`
