import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { QualityList } from '@/components/quality/quality-list'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { listQuality } from '@/lib/quality/data'
import { qualityParts } from '@/lib/quality/quality'
import { listConditions } from '@/lib/journey/data'
import { countSigned } from '@/lib/reviews/data'
import { listed } from '@/lib/texts/punctuation'

type Props = PageProps<'/[locale]/about/quality'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('quality.title') }
}

export default async function QualityPage({ params }: Props) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const [items, conditions, signedOff] = await Promise.all([
    listQuality(locale),
    listConditions(locale),
    countSigned(locale),
  ])
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('quality.title')} lead={[t('quality.lead'), t('quality.own')]} kit={kit}>
        <p>{t('quality.noTotal')}</p>
      </Opening>
      <div className="wrap sheet">
        <section className="part" aria-labelledby="brief">
          <h2 id="brief">{t('quality.brief.title')}</h2>
          <ul className="list" data-plain>
            <li>
              {t('quality.brief.what', {
                names: listed(
                  conditions.map(({ name }) => name),
                  locale,
                ),
              })}
            </li>
            <li>{t('quality.brief.figures')}</li>
            <li>{t('quality.brief.signed', signedOff)}</li>
            <li>{t('quality.brief.patients')}</li>
            <li>{t('quality.brief.device')}</li>
          </ul>
        </section>
        {qualityParts(items).map((part) => (
          <QualityList key={part.set} part={part} kit={kit} />
        ))}
        <section className="part" aria-labelledby="lists">
          <h2 id="lists">{t('quality.lists')}</h2>
          <p>{t('quality.listsText')}</p>
        </section>
        <section className="part" aria-labelledby="money">
          <h2 id="money">{t('quality.money')}</h2>
          <p>{t('quality.moneyText')}</p>
          <p>
            <Link href={`/${locale}/about#who-made-it`}>{t('quality.moneyMore')}</Link>
          </p>
        </section>
        <section className="part" aria-labelledby="reviewers">
          <h2 id="reviewers">{t('quality.reviewers')}</h2>
          <p>{t('quality.reviewersText')}</p>
          <ul className="list">
            {conditions.map((condition) => (
              <li key={condition.id}>
                <Link href={`/${locale}/review/${condition.id}`}>
                  {t('quality.sheetFor', { name: condition.name })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </SiteFrame>
  )
}
