import type { Metadata, Viewport } from 'next'
import '@/app/globals.css'
import { LiveWords } from '@/components/layout/live-words'
import { isLocale, locales, translator } from '@/lib/texts/translate'

export const metadata: Metadata = {
  title: { default: 'Lantern', template: '%s · Lantern' },
  description:
    'Heart failure and liver failure explained: the treatments that doctors offer, and what is known about stem cells.',
  icons: { icon: '/icon.svg' },
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
  const { locale } = await params
  return (
    <html lang={isLocale(locale) ? locale : 'en'} dir="ltr" suppressHydrationWarning>
      <body>
        {children}
        <LiveWords t={translator(isLocale(locale) ? locale : 'en')} />
        <script src="/lantern.js" type="module" defer />
      </body>
    </html>
  )
}
