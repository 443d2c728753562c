'use client'

import { useMemo, useState } from 'react'
import { otherLanguages, sharedSummary, writeInLanguage } from '@/lib/record/in-language'
import { fetchParts } from '@/lib/record/queries'
import { languages, type Locale } from '@/lib/texts/languages'
import { say, type ShareWords } from './share-words'
import { SharedDocument } from './shared-document'
import styles from './sharing.module.css'
import type { SharedDocument as Shared } from '@/lib/sharing/document'

type Written = { locale: Locale; title: string; markup: string }

/** A shared summary, and the same answers in another language beside it, on screen and on paper. */
export function InLanguage({
  json,
  shared,
  words,
  locale,
}: {
  json: string
  shared: Shared
  words: ShareWords
  locale: string
}) {
  const summary = useMemo(() => sharedSummary(json), [json])
  const [written, setWritten] = useState<Written | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const choose = async (language: Locale) => {
    if (!summary) return
    const parts = await fetchParts(summary, language)
    setHasFailed(parts === null)
    if (parts) setWritten({ locale: language, ...writeInLanguage(summary, parts) })
  }
  const whole = <SharedDocument shared={shared} words={words} locale={locale} />
  if (!summary || otherLanguages(summary).length === 0) return whole
  return (
    <>
      <section className="part screen" aria-labelledby="in-language">
        <h2 id="in-language">{say(words, 'inLanguage')}</h2>
        <p>{say(words, 'inLanguageHint')}</p>
        <p className="onward">
          {otherLanguages(summary).map((language) => (
            <button
              key={language}
              type="button"
              className="go second"
              lang={languages[language].lang}
              aria-pressed={written?.locale === language}
              onClick={() => void choose(language)}
            >
              {languages[language].name}
            </button>
          ))}
        </p>
        <p role="status">{hasFailed ? say(words, 'inLanguageFailed') : ''}</p>
      </section>
      <div className={written ? styles.beside : undefined}>
        <div lang={languages[summary.locale].lang}>{whole}</div>
        {written && (
          <div
            lang={languages[written.locale].lang}
            dir={languages[written.locale].dir}
            data-in-language={written.locale}
          >
            <SharedDocument
              shared={{
                title: written.title,
                made: '',
                person: null,
                parts: [{ title: '', markup: written.markup }],
                others: [],
                files: [],
              }}
              words={words}
              locale={written.locale}
            />
          </div>
        )}
      </div>
    </>
  )
}
