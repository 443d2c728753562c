import type { Metadata } from 'next'
import { localeOf } from '@/app/page-parts'
import { NotFoundBody } from '@/components/layout/not-found-body'
import { translator } from '@/lib/texts/translate'

export async function generateMetadata({ params }: PageProps<'/[locale]/missing'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('notFound.title'), robots: 'noindex' }
}

/** What a wrong address shows in this language; the export keeps it for answers with 404. */
export default async function Page({ params }: PageProps<'/[locale]/missing'>) {
  return <NotFoundBody locale={localeOf((await params).locale)} />
}
