import type { Metadata } from 'next'
import '@/app/globals.css'
import { NotFoundBody } from '@/components/layout/not-found-body'
import { languages, sourceLocale } from '@/lib/texts/languages'
import { translator } from '@/lib/texts/translate'

const t = translator(sourceLocale)

export const metadata: Metadata = { title: `${t('notFound.documentTitle')} · ${t('site.name')}` }

/** The kind 404 for an address that fits no page at all. */
export default function GlobalNotFound() {
  return (
    <html lang={languages[sourceLocale].lang} dir={languages[sourceLocale].dir}>
      <body>
        <NotFoundBody locale={sourceLocale} />
      </body>
    </html>
  )
}
