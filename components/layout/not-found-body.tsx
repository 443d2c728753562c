import { InLanguage } from '@/components/layout/language-switch'
import { SiteFrame } from '@/components/layout/site-frame'
import { SiteLinks } from '@/components/layout/site-links'
import Link from '@/components/ui/link'
import { sourceLocale, translator, type Locale } from '@/lib/texts/translate'

/** Title, a few lines, and ways on. Needs no database. */
function Astray({
  locale,
  title,
  lines,
  children,
}: {
  locale: Locale
  title: string
  lines: readonly string[]
  children?: React.ReactNode
}) {
  const t = translator(locale)
  const [lead, ...rest] = lines
  return (
    <SiteFrame locale={locale} t={t} release={null}>
      <div className="opening">
        <div className="wrap flow">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {rest.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <ul className="list">
            {children}
            <SiteLinks locale={locale} t={t} paths={['', '/glossary', '/sources']} />
          </ul>
        </div>
      </div>
    </SiteFrame>
  )
}

/** What a wrong address shows: no blame, and ways on. */
export function NotFoundBody({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <Astray locale={locale} title={t('notFound.title')} lines={[t('notFound.text'), t('notFound.choose')]} />
  )
}

/** What a page shows that only the first language has: that it is so, and the way to it. */
export function UntranslatedBody({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <Astray locale={locale} title={t('untranslated.title')} lines={[t('untranslated.text')]}>
      <li>
        <InLanguage language={sourceLocale}>{t('untranslated.read')}</InLanguage>
      </li>
    </Astray>
  )
}

/** What someone sees when a page could not be made: not their fault, and ways on. */
export function FailedBody({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <Astray locale={locale} title={t('failed.title')} lines={[t('failed.text')]}>
      <li>
        {/* The same address again. */}
        <Link href="">{t('failed.again')}</Link>
      </li>
    </Astray>
  )
}
