/**
 * What a browser needs to install Lantern as an app: one file for each language, in its words. Written into public/ by
 * make-assets.ts. Why these values: docs/decisions/0059-more-doors-to-the-check.md.
 */
import { shareAddress, shareFields } from '@/lib/claims/shared-text'
import { languages } from '@/lib/texts/languages'
import { translator, type Locale } from '@/lib/texts/translate'

/** Where it lies; its address stays, as a browser asks there again. */
export const manifestAddress = (locale: Locale): string => `/${locale}.webmanifest`

/** The pictures, made by `npm run icons` from public/icon.svg. */
const icons = [
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
  // Filled to its edges: phones cut their own shape out of it.
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
]

/** The manifest of a language, as JSON. */
export function webManifest(locale: Locale): string {
  const t = translator(locale)
  const home = `/${locale}`
  return JSON.stringify({
    id: home,
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.description'),
    lang: languages[locale].lang,
    dir: languages[locale].dir,
    start_url: home,
    // As far as the service worker sees. Links to shares and packets (/v, /m, /p) lie outside and open as they always did.
    scope: home,
    // With the browser's own Back and address: pages of ours lead to sources elsewhere.
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0e4a3f',
    icons,
    share_target: {
      action: shareAddress(locale),
      method: 'POST',
      enctype: 'application/x-www-form-urlencoded',
      params: Object.fromEntries(shareFields.map((name) => [name, name])),
    },
  })
}
