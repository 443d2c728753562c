import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import { SitePage } from '@/components/layout/site-page'
import { keptHere } from '@/lib/kept-here'
import { getSitePage } from '@/lib/texts/data'
import { labelled } from '@/lib/texts/punctuation'

export async function generateMetadata({ params }: PageProps<'/[locale]/privacy'>): Promise<Metadata> {
  const { locale } = await siteParts((await params).locale)
  return { title: (await getSitePage(locale, 'privacy'))?.title }
}

export default async function Page({ params }: PageProps<'/[locale]/privacy'>) {
  const { locale, t, release, kit, termsIn } = await siteParts((await params).locale)
  const words = await getSitePage(locale, 'privacy')
  if (!words) notFound()
  return (
    <SitePage words={words} release={release} terms={termsIn(words)} kit={kit}>
      <section className="part" aria-labelledby="kept-here">
        <h2 id="kept-here">{t('keptHere.title')}</h2>
        <p>{t('keptHere.lead')}</p>
        <ul className="list">
          {keptHere.map(({ id, where }) => (
            <li key={id}>
              <strong>{t(`keptHere.where.${where}`)}</strong>
              {labelled('', t(`keptHere.what.${id}`), locale)}
            </li>
          ))}
        </ul>
      </section>
    </SitePage>
  )
}
