import type { Metadata, Viewport } from 'next'

/** Pages that a link with a secret after the `#` opens: never indexed, and the secret is taken out at once. */
export const linksMetadata: Metadata = {
  title: { default: 'Lantern', template: '%s · Lantern' },
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
}

export const linksViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#18211e' },
  ],
}
