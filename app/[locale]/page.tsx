import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { HomeScene } from '@/components/drawings/home-scene'
import { Icon } from '@/components/drawings/icon'
import { Sketch } from '@/components/drawings/sketch'
import { SiteFrame } from '@/components/layout/site-frame'
import { Opening } from '@/components/layout/opening'
import { WordsHere } from '@/components/layout/words-here'
import { StopReading } from '@/components/journey/emergency-box'
import Link from '@/components/ui/link'
import { Items, Lines } from '@/components/ui/words'
import { listConditions } from '@/lib/journey/data'
import { emergencyHref, stepHref } from '@/lib/journey/steps'
import { getSitePage } from '@/lib/texts/data'
import { sourceLocale } from '@/lib/texts/languages'
import { langOf } from '@/lib/texts/languages'

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
  const [first, ...rest] = words?.sections ?? []
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={words?.title ?? t('site.name')} lead={words?.lead ?? []} kit={kit}>
        <HomeScene />
      </Opening>
      <div className="wrap sheet">
        <section className="group" aria-labelledby="choose">
          <h2 id="choose">{t('home.choose')}</h2>
          <ul className="tiles">
            {conditions.map(({ id, name, short, sketch }) => (
              <li key={id}>
                <Link className="tile" href={stepHref(locale, id, 'condition')}>
                  {sketch && <Sketch id={sketch} />}
                  <b>{name}</b>
                  <span>{short}</span>
                </Link>
                <p className="go-on" data-go-on={id} hidden>
                  <Link href={stepHref(locale, id, 'condition')}>{t('home.goOn', { name })}</Link>
                </p>
              </li>
            ))}
            {untranslated.map(({ id, name }) => (
              <li key={id}>
                <Link
                  className="tile"
                  href={stepHref(sourceLocale, id, 'condition')}
                  hrefLang={langOf(sourceLocale)}
                >
                  <b lang={langOf(sourceLocale)}>{name}</b>
                  <span>{t('untranslated.short')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section className="group" aria-labelledby="article">
          <h2 id="article">{t('home.article')}</h2>
          <ul className="tiles stack">
            {conditions.map((condition) => (
              <li key={condition.id}>
                <Link className="tile" href={stepHref(locale, condition.id, 'stemCells')}>
                  <b>{t('stemCells.title', { name: condition.inSentence })}</b>
                </Link>
              </li>
            ))}
            <li>
              <Link className="tile" href={`/${locale}/check-an-article`}>
                <Sketch id="article" />
                <b>{t('site.checkArticle')}</b>
                <span>{t('home.checkHint')}</span>
              </Link>
            </li>
          </ul>
        </section>
        <section className="sos" id="emergency" aria-label={t('emergency.link')}>
          <Icon id="emergency" />
          <div>
            <StopReading t={t} locale={locale} />
            <ul className="ways">
              {conditions.map((condition) => (
                <li key={condition.id}>
                  <Link href={emergencyHref(locale, condition.id)}>
                    {t('emergency.of', { name: condition.inSentence })}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </section>
        {first && (
          <section className="group" aria-labelledby={first.id}>
            <h2 id={first.id}>{first.title}</h2>
            <Lines text={first.text} kit={kit} />
          </section>
        )}
        {rest.map((section) => (
          <details key={section.id} className="opens" id={section.id}>
            <summary>{section.title}</summary>
            <div>
              <Lines text={section.text} kit={kit} />
              <Items items={section.items} kit={kit} />
              <Lines text={section.after} kit={kit} />
            </div>
          </details>
        ))}
      </div>
      <WordsHere terms={termsIn(words)} kit={kit} />
    </SiteFrame>
  )
}
