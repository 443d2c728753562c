import { Icon } from '@/components/drawings/icon'
import Link from '@/components/ui/link'
import type { ChangedAddress } from '@/lib/reviews/changed-address'
import type { ReviewLine } from '@/lib/reviews/reviews'
import type { StepId } from '@/lib/journey/steps'
import type { LinkPageName } from '@/lib/texts/link-pages'
import { punctuationOf, remarked, sentences } from '@/lib/texts/punctuation'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'
import { LanguageSwitch } from './language-switch'
import { PrintFoot } from './print-foot'
import { ReviewedBy } from './reviewed-by'
import { SiteLinks, sitePaths } from './site-links'
import { Steps } from './steps'

export type Place = {
  conditionId: string
  step: StepId
  emergencyHref: string
  /** Who signed off everything the page shows; empty: nobody has. */
  reviews: readonly ReviewLine[]
  /** Where a print of the page asks if it has changed. */
  changed: ChangedAddress | null
  /** The other languages that have this condition. */
  otherLanguages: readonly Locale[]
}

type Frame = {
  locale: Locale
  t: Translate
  release: { version: string; contentDate: string } | null
  /** The condition and step the page belongs to, when it is part of a journey. */
  place?: Place | undefined
  /** The form that holds the answers of this page, when it has one. */
  answersForm?: string
  /** The page opens a link with a secret: its language switch leads to the same page, and a script takes the secret along. */
  linkPage?: LinkPageName
  children: React.ReactNode
}

function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M8 6V5a4 4 0 0 1 8 0v1" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M6 7h12M7 20h10M8 7l-1.5 13M16 7l1.5 13" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="M12 10c2 2.2 2.4 3.4 2.4 4.6a2.4 2.4 0 0 1-4.8 0C9.6 13.4 10 12.2 12 10z"
        fill="var(--lamp)"
        stroke="currentColor"
        strokeWidth="1.2"
      />
    </svg>
  )
}

/** Masthead, steps, main and footer of every page. */
export function SiteFrame({ locale, t, release, place, answersForm, linkPage, children }: Frame) {
  const form = place && answersForm ? { ...place, id: answersForm } : undefined
  return (
    <>
      <Link className="skip" href="#main">
        {t('site.skip')}
      </Link>
      <header className="masthead">
        <div className="wrap">
          <Link className="mark" href={`/${locale}`}>
            <Mark />
            {t('site.name')}
          </Link>
          {place && (
            <Link className="leave" href={`/${locale}/leave`} rel="nofollow" data-do="leave">
              {t('leave.link')}
            </Link>
          )}
          <LanguageSwitch locale={locale} t={t} form={form} linkPage={linkPage} />
          <nav className="masthead-links" aria-label={t('site.helpNav')}>
            <Link className="help" href={place?.emergencyHref ?? `/${locale}#emergency`}>
              <Icon id="emergency" />
              {t('emergency.link')}
            </Link>
            <Link href={`/${locale}/check-an-article`}>{t('site.checkArticle')}</Link>
          </nav>
        </div>
      </header>
      {place && <Steps locale={locale} t={t} place={place} hasForm={form !== undefined} />}
      <main id="main">
        {children}
        {place && (
          <PrintFoot
            locale={locale}
            t={t}
            release={release}
            changed={place.changed}
            reviews={place.reviews}
          />
        )}
      </main>
      <footer className="foot">
        <div className="wrap">
          <p>
            <span className="unreviewed">
              <ReviewedBy reviews={place?.reviews ?? []} t={t} locale={locale} />
            </span>
          </p>
          <p>
            {sentences(
              [t('site.notAdvice'), t('emergency.notForEmergencies'), t('site.privacyLine')],
              locale,
            )}
          </p>
          <nav aria-label={t('site.footNav')}>
            <ul className="toc">
              <SiteLinks locale={locale} t={t} paths={sitePaths} />
            </ul>
          </nav>
          {release && (
            <p data-plain>
              {remarked(
                t('site.version', { version: release.version }),
                writtenDay(release.contentDate, locale),
                locale,
              ) + punctuationOf(locale).stop}
            </p>
          )}
          <p data-plain data-last-watch="" hidden />
          {place && (
            <p data-pages-saved="" hidden>
              {t('saved.ready')}
            </p>
          )}
        </div>
      </footer>
    </>
  )
}
