import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { SiteFrame } from '@/components/layout/site-frame'
import { Opening } from '@/components/layout/opening'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { Items, Lines } from '@/components/ui/words'
import { listConditions } from '@/lib/journey/data'
import { emergencyHref, stepHref } from '@/lib/journey/steps'
import { getSitePage } from '@/lib/texts/data'
import { sourceLocale } from '@/lib/texts/languages'

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const { t } = await siteParts((await params).locale)
  return { title: { absolute: t('home.documentTitle') } }
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const { locale, t, release, kit, termsIn } = await siteParts((await params).locale)
  const [conditions, all, words] = await Promise.all([
    listConditions(locale),
    listConditions(sourceLocale),
    getSitePage(locale, 'home'),
  ])
  const untranslated = all.filter(({ id }) => conditions.every((condition) => condition.id !== id))
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={words?.title ?? t('site.name')} lead={words?.lead ?? []} kit={kit} />
      <div className="wrap sheet">
        <section className="part" aria-labelledby="choose">
          <h2 id="choose">{t('home.choose')}</h2>
          <div className="cards">
            {conditions.map((condition) => (
              <Link key={condition.id} className="door" href={stepHref(locale, condition.id, 'condition')}>
                <b>{condition.name}</b>
                {condition.short}
              </Link>
            ))}
            {untranslated.map(({ id, name }) => (
              <Link
                key={id}
                className="door"
                href={stepHref(sourceLocale, id, 'condition')}
                hrefLang={sourceLocale}
              >
                <b lang={sourceLocale}>{name}</b>
                {t('untranslated.short')}
              </Link>
            ))}
          </div>
        </section>
        <section className="part" aria-labelledby="article">
          <h2 id="article">{t('home.article')}</h2>
          <p>{t('home.articleHint')}</p>
          <div className="cards">
            {conditions.map((condition) => (
              <Link key={condition.id} className="door" href={stepHref(locale, condition.id, 'stemCells')}>
                <b>{t('stemCells.title', { name: condition.inSentence })}</b>
              </Link>
            ))}
            <Link className="door" href={`/${locale}/check-an-article`}>
              <b>{t('site.checkArticle')}</b>
              {t('home.checkHint')}
            </Link>
          </div>
        </section>
        {words?.sections.map((section) => (
          <section key={section.id} className="part" aria-labelledby={section.id}>
            <h2 id={section.id}>{section.title}</h2>
            <Lines text={section.text} kit={kit} />
            <Items items={section.items} kit={kit} />
            {section.id === 'emergency' && (
              <ul className="ways">
                {conditions.map((condition) => (
                  <li key={condition.id}>
                    <Link href={emergencyHref(locale, condition.id)}>
                      {t('emergency.of', { name: condition.inSentence })}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <Lines text={section.after} kit={kit} />
          </section>
        ))}
        <WordsHere terms={termsIn(words)} kit={kit} />
      </div>
    </SiteFrame>
  )
}
