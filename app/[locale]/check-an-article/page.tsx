import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/article.css'
import { CheckForm, ReportTools } from '@/components/claims/check-form'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { getArticleKit } from '@/lib/claims/data'

type Props = PageProps<'/[locale]/check-an-article'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('articleCheck.title') }
}

/** Paste, choose or try a text: checked in the browser, or posted when there is no script. */
export default async function CheckAnArticlePage({ params }: Props) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const articleKit = await getArticleKit(locale)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="ac-off-paper">
        <Opening
          title={t('articleCheck.title')}
          lead={[t('articleCheck.lead'), t('articleCheck.limits'), t('articleCheck.readsLanguages')]}
          kit={{ ...kit, terms: null }}
        >
          <p>
            <Link href={`/${locale}/warning-signs`}>{t('articleCheck.toSigns')}</Link>
          </p>
        </Opening>
      </div>
      <div className="wrap sheet">
        <CheckForm sample={articleKit.sample} kit={kit} />
      </div>
      <ReportTools kit={kit} />
      <div className="wrap sheet" data-ac="result" />
      <script src="/check-article.js" type="module" defer />
    </SiteFrame>
  )
}
