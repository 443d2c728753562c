import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import { SitePage } from '@/components/layout/site-page'
import { getSitePage } from '@/lib/texts/data'

export async function generateMetadata({ params }: PageProps<'/[locale]/licence'>): Promise<Metadata> {
  const { locale } = await siteParts((await params).locale)
  return { title: (await getSitePage(locale, 'licence'))?.title }
}

export default async function Page({ params }: PageProps<'/[locale]/licence'>) {
  const { locale, release, kit, termsIn } = await siteParts((await params).locale)
  const words = await getSitePage(locale, 'licence')
  if (!words) notFound()
  return <SitePage words={words} release={release} terms={termsIn(words)} kit={kit} />
}
