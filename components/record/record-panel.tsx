import type { ReactNode } from 'react'
import Link from '@/components/ui/link'
import type { LaunchFault } from '@/lib/record/smart'
import type { CodedIllness } from '@/lib/record/value-sets'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

const faults: Record<LaunchFault, true> = {
  'unknown-record': true,
  'no-answer': true,
  'not-a-record': true,
  'not-safe': true,
  elsewhere: true,
  state: true,
  refused: true,
  code: true,
  'not-for-us': true,
  'no-patient': true,
  'keeps-nothing': true,
}
const openFaults = ['none', 'broken', 'newer', 'elsewhere', 'gone', 'busy', 'key', 'form'] as const
const written = ['note', 'summary', 'answers'] as const
const writeFaults = ['over', 'refused', 'unsure'] as const

/** Before a record is open: asking, the list of records, and why one could not be opened. */
function Before({ kit: { t, locale } }: { kit: Kit }) {
  return (
    <>
      <section className="part" data-r-when="working" hidden>
        <p role="status">{t('record.working')}</p>
      </section>
      <section className="part" data-r-when="wrong" aria-labelledby="record-wrong" hidden>
        <div className="error-box" role="alert">
          <h2 id="record-wrong" tabIndex={-1}>
            {t('record.problem')}
          </h2>
          {(Object.keys(faults) as LaunchFault[]).map((why) => (
            <p key={why} data-r-wrong={why} hidden>
              {t(`record.wrong.${why}`)}
            </p>
          ))}
        </div>
        <p>
          {t('record.without') + punctuationOf(locale).gap}
          <Link href={`/${locale}/clinicians/packet`}>{t('record.make')}</Link>
        </p>
      </section>
      <section className="part" data-r-when="choose wrong" aria-labelledby="record-choose" hidden>
        <h2 id="record-choose">{t('record.choose')}</h2>
        <p>{t('record.chooseText')}</p>
        <p data-r="none" hidden>
          {t('record.none')}
        </p>
        <p className="onward" data-r="systems" data-template={t('record.start', { name: '{name}' })} />
      </section>
    </>
  )
}

/** Whose record is open, what was read of it, and the three parts. */
function Head({ kit: { t } }: { kit: Kit }) {
  const name = { name: '{name}' }
  return (
    <section className="part" aria-labelledby="record-for">
      <h2 id="record-for" tabIndex={-1} data-r="for" data-template={t('record.for', name)}>
        {t('record.noName')}
      </h2>
      <p data-r="clinic-line" hidden>
        <strong data-r="clinic" />
      </p>
      <p>
        <span data-r="opened" data-template={t('record.opened', name)} />{' '}
        <span data-r="visit" data-template={t('record.visit', { date: '{date}' })} />
      </p>
      <p data-r="fits" data-template={t('record.fits', { problems: '{problems}' })} hidden />
      <p data-r="fits-none" hidden>
        {t('record.fitsNone')}
      </p>
      <p data-r="fits-unread" className="flag" hidden>
        {t('record.fitsUnread')}
      </p>
      <p data-r="fits-more" className="flag" hidden>
        {t('record.fitsMore')}
      </p>
      <details>
        <summary>{t('record.what')}</summary>
        <ul className="list">
          <li data-r-read="name">{t('record.whatName')}</li>
          <li data-r-read="name-not">{t('record.whatNameNot')}</li>
          <li data-r-read="problems" data-template={t('record.whatProblems', { count: '{count}' })} />
          <li data-r-read="problems-not">{t('record.whatProblemsNot')}</li>
          <li data-r-read="visit">{t('record.whatVisit')}</li>
          <li data-r-read="visit-not">{t('record.whatVisitNot')}</li>
          <li>{t('record.whatNothing')}</li>
        </ul>
      </details>
      <nav className="record-parts" aria-label={t('record.parts')}>
        {(['give', 'talk', 'note'] as const).map((part) => (
          <button key={part} type="button" data-r-go={part}>
            {t(`record.${part}`)}
          </button>
        ))}
      </nav>
    </section>
  )
}

/** A link is pasted, opened here, and shown as question and answer. */
function Talk({ kit: { t } }: { kit: Kit }) {
  return (
    <section className="part" data-r-part="talk" aria-labelledby="record-talk" hidden>
      <h2 id="record-talk" tabIndex={-1}>
        {t('record.talkTitle')}
      </h2>
      <p>{t('record.talkText')}</p>
      <div className="field">
        <label htmlFor="record-link">{t('record.link')}</label>
        <textarea id="record-link" rows={4} autoComplete="off" spellCheck={false} />
      </div>
      <p>
        <button type="button" className="go" data-r-do="open">
          {t('record.open')}
        </button>
      </p>
      <div role="status">
        <p data-r="opening" hidden>
          {t('record.opening')}
        </p>
        {openFaults.map((why) => (
          <p key={why} className="card" data-r-open-wrong={why} hidden>
            {t(`record.openWrong.${why}`)}
          </p>
        ))}
      </div>
      <div data-r="shared" className="flow" hidden>
        <p className="flag">{t('record.whose')}</p>
        <p
          className="error-box"
          role="alert"
          data-r="other-name"
          data-template={t('record.otherName', { name: '{name}' })}
          hidden
        />
        <h3 tabIndex={-1} data-r="said-title">
          {t('record.said')}
        </h3>
        <dl data-r="said" className="record-said" />
        <p>
          <button type="button" className="go second" data-r-go="note">
            {t('record.writeTitle')}
          </button>
        </p>
      </div>
    </section>
  )
}

/** The note, what goes along, the one button that writes, and what was written. */
function Note({ kit: { t } }: { kit: Kit }) {
  const values = { size: '{size}', id: '{id}', count: '{count}' }
  return (
    <section className="part" data-r-part="note" aria-labelledby="record-note" hidden>
      <h2 id="record-note" tabIndex={-1}>
        {t('record.writeTitle')}
      </h2>
      <p>{t('record.writeText')}</p>
      <div className="flow" data-copy-from="">
        <div className="field">
          <label htmlFor="record-text">{t('record.noteLabel')}</label>
          <textarea
            id="record-text"
            className="copied"
            rows={16}
            autoComplete="off"
            data-first={t('record.noteFirst')}
          />
        </div>
        <p className="flag" data-r="not-allowed" hidden>
          {t('record.notAllowed')}
        </p>
        <div className="choices tall" data-r="what">
          <label className="choice">
            <input type="checkbox" data-r-add="note" defaultChecked />
            {t('record.addNote')}
          </label>
          <label className="choice" hidden>
            <input type="checkbox" data-r-add="summary" defaultChecked />
            {t('record.addSummary')}
          </label>
          <label className="choice" hidden>
            <input type="checkbox" data-r-add="answers" defaultChecked />
            {t('record.addAnswers')}
          </label>
        </div>
        <p className="note" data-r="pdf-hint" hidden>
          {t('record.pdfHint')}
        </p>
        <p className="onward">
          <button type="button" className="go" data-r-do="write">
            {t('record.write')}
          </button>
          <button type="button" className="go second" data-copy="">
            {t('record.copy')}
          </button>
        </p>
        <p role="status" data-copied={t('clinicians.copied')} data-by-hand={t('clinicians.copyByHand')} />
      </div>
      <div role="status" data-r="result" className="flow">
        <p data-r="nothing" hidden>
          {t('record.nothing')}
        </p>
        <p data-r="writing" hidden>
          {t('record.writing')}
        </p>
        <div data-r="written" className="card" hidden>
          <h3 tabIndex={-1}>{t('record.written')}</h3>
          <ul className="list">
            {written.map((what) => (
              <li key={what} data-r-wrote={what} data-template={t(`record.wrote.${what}`, values)} hidden />
            ))}
            <li data-r-wrote="summaryText" data-template={t('record.wrote.summaryText', values)} hidden />
          </ul>
          <p data-r="no-pdf" hidden>
            {t('record.noPdf')}
          </p>
        </div>
        <div data-r="not-written" className="error-box" hidden>
          {written.map((what) => (
            <p key={what} data-r-not-written={what} hidden>
              <strong>{t(`record.notWritten.${what}`)}</strong>{' '}
              {writeFaults.map((why) => (
                <span key={why} data-r-why={why} hidden>
                  {t(`record.writeWrong.${why}`)}
                </span>
              ))}
            </p>
          ))}
        </div>
      </div>
    </section>
  )
}

/**
 * The page beside a clinic's record. It holds every word; lib/browser/record/open-record.ts shows and fills. `children`: the
 * form that makes a page for a patient.
 */
export function RecordPanel({
  illnesses,
  kit,
  children,
}: {
  illnesses: readonly CodedIllness[]
  kit: Kit
  children: ReactNode
}) {
  const { t, locale } = kit
  const json = JSON.stringify(illnesses).replaceAll('<', '\\u003c')
  return (
    <>
      <p className="card no-js">
        {t('record.noJs') + punctuationOf(locale).gap}
        <Link href={`/${locale}/clinicians`}>{t('site.clinicians')}</Link>
      </p>
      <div
        className="needs-js record"
        data-record={locale}
        data-title-note={t('record.titleNote')}
        data-title-summary={t('record.titleSummary')}
        data-size={t('record.size', { count: '{count}' })}
      >
        <div className="screen">
          <p className="error-box" data-r="unsafe" hidden>
            {t('record.unsafe')}
          </p>
          <Before kit={kit} />
        </div>
        <div data-r-when="open" hidden>
          <div className="screen">
            <Head kit={kit} />
          </div>
          <p className="paper" data-r="paper-for" data-template={t('record.for', { name: '{name}' })} />
          <section data-r-part="give" aria-labelledby="record-give">
            <h2 id="record-give" tabIndex={-1} className="screen">
              {t('record.giveTitle')}
            </h2>
            {children}
          </section>
          <div className="screen">
            <Talk kit={kit} />
            <Note kit={kit} />
          </div>
        </div>
      </div>
      <script type="application/json" id="record-codes" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  )
}
