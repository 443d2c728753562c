import type { Metadata, Viewport } from 'next'

/** Pages that a link with a secret after the `#` opens: never indexed, and the secret is taken out at once. */
export const linksMetadata: Metadata = {
  title: 'Lantern',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
}

/** A template of a layout counts only for pages below it, and these stand in the folder of theirs. */
export const linkTitle = (title: string): string => `${title} · Lantern`

export const linksViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#18211e' },
  ],
}
