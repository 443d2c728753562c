import type { Metadata } from 'next'
import { connection } from 'next/server'
import { localeOf, siteParts } from '@/app/page-parts'
import '@/app/styles/article.css'
import { CheckForm, ReportTools } from '@/components/claims/check-form'
import { ArticleResult } from '@/components/claims/article-result'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { withPlainLineEnds } from '@/lib/claims/article-report'
import { getArticleKit } from '@/lib/claims/data'
import { wordsBesideLinks } from '@/lib/claims/only-link'
import { checkInThread } from '@/lib/server/article/article-checker'
import { handOver } from '@/lib/page-insert'
import { endPostedTurn, getPostedFields } from '@/lib/posted-fields'
import { translator } from '@/lib/texts/translate'

type Props = PageProps<'/[locale]/check-an-article/answered'>

/**
 * The answer to one posted text. Never built ahead, cached, stored, logged or indexed. A link comes back in its box,
 * where the words can be put. What another app shared (form-posts.ts) comes back in the box too, unread: the check is
 * the person's to start, and runs on the device where there are scripts.
 */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale))('articleCheck.title'),
    robots: { index: false },
  }
}

export default async function AnsweredPage({ params }: Props) {
  await connection()
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const fields = getPostedFields()
  const given = (wanted: string) => fields?.find(([name]) => name === wanted)?.[1]
  const shared = given('shared')
  const text = withPlainLineEnds(shared ?? given('text') ?? '')
  const articleKit = await getArticleKit(locale)
  const isEmpty = text.trim() === ''
  const isShared = shared !== undefined
  const report = isEmpty || isShared ? null : await checkInThread(text, articleKit).finally(endPostedTurn)
  const isHandedOver = report !== null && handOver(report)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="ac-off-paper">
        <Opening
          title={t('articleCheck.title')}
          lead={[
            isEmpty
              ? t('articleCheck.report.empty')
              : isShared
                ? t('articleCheck.sharedSent')
                : t('articleCheck.notKept'),
          ]}
          kit={{ ...kit, terms: null }}
        >
          <p>
            <Link href={`/${locale}/check-an-article`}>{t('articleCheck.another')}</Link>
          </p>
        </Opening>
      </div>
      {report !== null && (
        <div className="wrap sheet">
          <ArticleResult html={isHandedOver ? null : new TextDecoder().decode(report)} />
        </div>
      )}
      {(isShared || wordsBesideLinks(text) !== null) && (
        <div className="wrap sheet">
          <CheckForm sample={articleKit.sample} kit={kit} text={text} />
        </div>
      )}
      {isShared && (
        <>
          <ReportTools kit={kit} />
          <div className="wrap sheet" data-ac="result" />
          <script src="/check-article.js" type="module" defer />
        </>
      )}
    </SiteFrame>
  )
}
