import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/article.css'
import { SignList } from '@/components/claims/sign-list'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { listWarningSigns } from '@/lib/claims/data'

type Props = PageProps<'/[locale]/warning-signs'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('articleCheck.signs.title') }
}

/** Every warning sign explained, readable without script. */
export default async function WarningSignsPage({ params }: Props) {
  const { locale, t, release, kit, termsIn } = await siteParts((await params).locale)
  const signs = await listWarningSigns(locale)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening
        title={t('articleCheck.signs.title')}
        lead={[t('articleCheck.signs.lead'), t('articleCheck.signs.notProof')]}
        kit={kit}
      >
        <p>
          <Link href={`/${locale}/check-an-article`}>{t('articleCheck.signs.toCheck')}</Link>
        </p>
      </Opening>
      <div className="wrap sheet">
        <SignList signs={signs} kit={kit} />
      </div>
      <WordsHere
        terms={termsIn(
          t('articleCheck.signs.lead'),
          t('articleCheck.signs.notProof'),
          signs.map(({ what, why, ask }) => [what, why, ask]),
        )}
        kit={kit}
      />
    </SiteFrame>
  )
}
