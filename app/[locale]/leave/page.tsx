import type { Metadata } from 'next'
import { localeOf } from '@/app/page-parts'
import { translator } from '@/lib/texts/translate'

export async function generateMetadata({ params }: PageProps<'/[locale]/leave'>): Promise<Metadata> {
  const t = translator(localeOf((await params).locale))
  return { title: { absolute: t('leave.title') }, description: null, robots: 'noindex' }
}

/** Where "Leave quickly" leads: nothing on it tells what was read. */
export default async function Page({ params }: PageProps<'/[locale]/leave'>) {
  const t = translator(localeOf((await params).locale))
  return (
    <main id="main" className="wrap flow" data-left="">
      <h1>{t('leave.title')}</h1>
      <p>{t('leave.text')}</p>
      {/* No picture: its answer makes the browser drop its copies of our pages, also without scripts. */}
      <img src="/api/forget" alt="" hidden />
    </main>
  )
}
