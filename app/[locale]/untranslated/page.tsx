import type { Metadata } from 'next'
import { localeOf } from '@/app/page-parts'
import { UntranslatedBody } from '@/components/layout/not-found-body'
import { translator } from '@/lib/texts/translate'

export async function generateMetadata({ params }: PageProps<'/[locale]/untranslated'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('untranslated.title'), robots: 'noindex' }
}

/** What a page shows that is not in this language yet; the export keeps it for answers with 404. */
export default async function Page({ params }: PageProps<'/[locale]/untranslated'>) {
  return <UntranslatedBody locale={localeOf((await params).locale)} />
}
