import type { Metadata } from 'next'
import { translator } from '@/lib/texts/translate'
import { localeOf } from '@/app/page-parts'
import { WhatMatters } from '@/app/[locale]/[condition]/what-matters/step'

/** The same step made with the answers of one posted form. Never built ahead, cached or indexed. */
export async function generateMetadata({
  params,
}: PageProps<'/[locale]/[condition]/what-matters/answered'>): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale))('matters.title'), robots: { index: false } }
}

export default function Page({ params }: PageProps<'/[locale]/[condition]/what-matters/answered'>) {
  return <WhatMatters params={params} isAnswered />
}
