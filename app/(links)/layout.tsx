import type { Metadata, Viewport } from 'next'
import '@/app/globals.css'
import { languages, sourceLocale } from '@/lib/texts/languages'

/** Pages that a link with a secret after the `#` opens: never indexed, and the secret is taken out at once. */
export const metadata: Metadata = {
  title: { default: 'Lantern', template: '%s · Lantern' },
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#18211e' },
  ],
}

export default function LinksLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang={languages[sourceLocale].lang} dir={languages[sourceLocale].dir} suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: it takes the secret out of the address before anything is painted or run. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/take-fragment.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
