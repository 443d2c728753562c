import type { Metadata } from 'next'
import { translator } from '@/lib/texts/translate'
import { localeOf } from '@/app/page-parts'
import { Summary } from '@/app/[locale]/[condition]/summary/step'

/** The same step made with the answers of one posted form. Never built ahead, cached or indexed. */
export async function generateMetadata({
  params,
}: PageProps<'/[locale]/[condition]/summary/answered'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('summary.title'), robots: { index: false } }
}

export default function Page({ params }: PageProps<'/[locale]/[condition]/summary/answered'>) {
  return <Summary params={params} isAnswered />
}
