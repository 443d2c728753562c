import { languages } from '@/lib/texts/languages'
import { sourceLocale, type Locale } from '@/lib/texts/translate'

/** The document of the pages that a link with a secret opens: the secret is taken out of the address before anything else. */
export function LinksHtml({ locale, children }: { locale: Locale; children: React.ReactNode }) {
  const { lang, dir } = languages[locale]
  return (
    <html lang={lang} dir={dir} suppressHydrationWarning>
      {/* eslint-disable-next-line @next/next/no-head-element -- a document of its own, as app/layout.tsx would be */}
      <head>
        {/* Blocking on purpose: it takes the secret out of the address before anything is painted or run. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/take-fragment.js" />
      </head>
      <body>
        {locale !== sourceLocale && (
          <link rel="stylesheet" href={`/fonts/${locale}.css`} precedence="default" />
        )}
        {children}
      </body>
    </html>
  )
}
