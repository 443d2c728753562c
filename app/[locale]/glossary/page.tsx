import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { Terms } from '@/components/layout/words-here'
import { listGlossary } from '@/lib/sentences/data'

export async function generateMetadata({ params }: PageProps<'/[locale]/glossary'>): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('site.glossary') }
}

export default async function GlossaryPage({ params }: PageProps<'/[locale]/glossary'>) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const terms = await listGlossary(locale, null)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('site.glossary')} kit={kit} />
      <div className="wrap sheet">
        <Terms terms={terms} className="part" kit={kit} />
      </div>
    </SiteFrame>
  )
}
