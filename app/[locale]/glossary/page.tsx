import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { Lines } from '@/components/ui/words'
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
        <dl className="facts part">
          {terms.map((term) => (
            <div key={term.id} id={`word-${term.id}`}>
              <dt>{term.term}</dt>
              <dd>
                <Lines text={term.meaning} kit={{ ...kit, terms: null }} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </SiteFrame>
  )
}
