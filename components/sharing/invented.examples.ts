/** Shares that do not exist, for the examples of this folder. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { PublicSite } from '@/components/sharing/public-site'
import type { SharedDocument } from '@/lib/sharing/document'
import { ShareError, shareStatus } from '@/lib/sharing/queries'

/** No share has this secret or id: example, not real. */
export const inventedShare = { id: 'A'.repeat(43), secret: 'B'.repeat(43) }
const keys = { readKey: new Uint8Array(32), manageToken: 'C'.repeat(43), manageHash: 'D'.repeat(43) }

/** What the server has said so far of the share; `gone`: that it is there no more. */
export type Said = { opens: number } | 'nothing yet' | 'gone'

/** Shows what a page shows once the server has said this. */
export function WithServer({ said, children }: { said: Said; children: React.ReactNode }) {
  const client = new QueryClient()
  client.setQueryData(['share', 'keys', inventedShare.id], keys)
  const { queryKey } = shareStatus(inventedShare.id, keys.manageToken)
  if (typeof said === 'object')
    client.setQueryData(queryKey, { opens: said.opens, expiresAt: '2026-12-05T12:00:00.000Z' })
  if (said === 'gone')
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new ShareError('gone'), fetchStatus: 'idle' })
  const site = createElement(PublicSite, { value: 'https://example.org' }, children)
  return createElement(QueryClientProvider, { client }, site)
}

/** A document that nobody shared. Without parts of markup: reading that needs a browser. */
export const inventedDocument: SharedDocument = {
  title: 'An example summary, not real',
  made: '2026-11-29',
  person: null,
  parts: [],
  others: [{ kind: 'Observation', lines: ['An example line.'] }],
  files: [],
}
