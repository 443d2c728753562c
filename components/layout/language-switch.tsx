import Link from '@/components/ui/link'
import { stepHref, type StepId } from '@/lib/journey/steps'
import { languages, localesBut } from '@/lib/texts/languages'
import { linkPage, type LinkPageName } from '@/lib/texts/link-pages'
import type { Locale, Translate } from '@/lib/texts/translate'

/** A form of the page that holds answers, the step that it belongs to, and the languages that have its condition. */
type AnswersForm = {
  id: string
  conditionId: string
  step: StepId
  /** Only they can take the answers. */
  otherLanguages: readonly Locale[]
}

const naming = (language: Locale) => ({
  lang: languages[language].lang,
  dir: languages[language].dir,
  children: languages[language].name,
})

/** A link to this page in another language. Its address comes when the page is finished (lib/server/build/alternates.ts). */
export function InLanguage({
  language,
  ...rest
}: { language: Locale } & Omit<React.ComponentProps<'a'>, 'href' | 'hrefLang'>) {
  return <Link {...rest} href={`/${language}`} hrefLang={languages[language].lang} data-language={language} />
}

/**
 * This page in the other languages, each by its own name; nothing while there is one. Answers are kept by condition and
 * not by language, so a link keeps them. Without scripts the form of the page takes them along: a button sends it.
 */
export function LanguageSwitch({
  locale,
  t,
  form,
  others = localesBut(locale),
  linkPage: page,
}: {
  locale: Locale
  t: Translate
  form?: AnswersForm | undefined
  others?: readonly Locale[]
  linkPage?: LinkPageName | undefined
}) {
  if (others.length === 0) return null
  return (
    <nav className="masthead-links" aria-label={t('site.languages')} data-plain>
      {others.map((language) =>
        page ? (
          <Link
            key={language}
            href={linkPage(page, language)}
            hrefLang={languages[language].lang}
            data-link-page=""
            {...naming(language)}
          />
        ) : form?.otherLanguages.includes(language) ? (
          <span key={language}>
            <InLanguage language={language} className="needs-js" {...naming(language)} />
            <button
              className="as-link no-js"
              type="submit"
              form={form.id}
              formAction={stepHref(language, form.conditionId, form.step)}
              {...naming(language)}
            />
          </span>
        ) : (
          <InLanguage key={language} language={language} {...naming(language)} />
        ),
      )}
    </nav>
  )
}
