import { createContext } from 'react'

/**
 * Where people find this site (LANTERN_PUBLIC_URL, without a stroke at its end); null: where the page is open. A link is
 * made with it: the address that one computer happened to use may not work on another.
 */
export const PublicSite = createContext<string | null>(null)
