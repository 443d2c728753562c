import type { Metadata } from 'next'
import { translator } from '@/lib/texts/translate'
import { localeOf } from '@/app/page-parts'
import { Check } from '@/app/[locale]/[condition]/check/step'

/** The same step made with the answers of one posted form. Never built ahead, cached or indexed. */
export async function generateMetadata({
  params,
}: PageProps<'/[locale]/[condition]/check/answered'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('check.title'), robots: { index: false } }
}

export default function Page({ params }: PageProps<'/[locale]/[condition]/check/answered'>) {
  return <Check params={params} isAnswered />
}
