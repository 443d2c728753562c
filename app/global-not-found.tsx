import type { Metadata } from 'next'
import '@/app/globals.css'
import { NotFoundBody } from '@/components/layout/not-found-body'

export const metadata: Metadata = { title: 'Page not found · Lantern' }

/** The kind 404 for an address that fits no page at all. */
export default function GlobalNotFound() {
  return (
    <html lang="en" dir="ltr">
      <body>
        <NotFoundBody />
      </body>
    </html>
  )
}
