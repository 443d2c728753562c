import type { Metadata, Viewport } from 'next'
import '@/app/globals.css'
import { LiveWords } from '@/components/layout/live-words'
import { languages } from '@/lib/texts/languages'
import { localeOrFirst, locales, sourceLocale, translator } from '@/lib/texts/translate'

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const locale = localeOrFirst((await params).locale)
  const t = translator(locale)
  return {
    title: { default: t('site.name'), template: `%s · ${t('site.name')}` },
    description: t('site.description'),
    icons: { icon: '/icon.svg', apple: '/apple-touch-icon.png' },
    // Its address alone is needed here: lib/server/build/web-manifest.ts.
    manifest: `/${locale}.webmanifest`,
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#18211e' },
  ],
}

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = localeOrFirst((await params).locale)
  return (
    <html lang={languages[locale].lang} dir={languages[locale].dir} suppressHydrationWarning>
      <body>
        {/* Letters that the fonts of every page lack: lib/server/build/language-fonts.ts. */}
        {locale !== sourceLocale && (
          <link rel="stylesheet" href={`/fonts/${locale}.css`} precedence="default" />
        )}
        {children}
        <LiveWords t={translator(locale)} />
        <script src="/lantern.js" type="module" defer />
      </body>
    </html>
  )
}
