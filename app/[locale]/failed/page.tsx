import type { Metadata } from 'next'
import { localeOf } from '@/app/page-parts'
import { FailedBody } from '@/components/layout/not-found-body'
import { translator } from '@/lib/texts/translate'

export async function generateMetadata({ params }: PageProps<'/[locale]/failed'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('failed.title'), robots: 'noindex' }
}

/** What someone sees when our side failed; the export keeps it for answers with 500 and above. */
export default async function Page({ params }: PageProps<'/[locale]/failed'>) {
  return <FailedBody locale={localeOf((await params).locale)} />
}
