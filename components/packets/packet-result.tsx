import Link from '@/components/ui/link'
import { recordNote } from '@/lib/packets/record-note'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'
import { writtenDay } from '@/lib/texts/translate'

type Release = { version: string; contentDate: string }

/** What the builder made: the link, the code, and the slip, which is all that goes on paper. */
export function PacketResult({
  release,
  site,
  kit,
}: {
  release: Release | null
  site: string | null
  kit: Kit
}) {
  const { t } = kit
  return (
    <section className="part" data-packet-result="" aria-labelledby="packet-result" hidden>
      <h2 id="packet-result" tabIndex={-1} className="screen">
        {t('packets.build.result')}
      </h2>
      <div className="screen flow">
        <p className="flag" data-key-state="unknown" hidden>
          {t('packets.build.keyNotKnown')}
        </p>
        <p className="flag" data-key-state="unchecked" hidden>
          {t('packets.build.keyNotChecked')}
        </p>
        <div className="flow" data-copy-from="">
          <div className="field">
            <label htmlFor="packet-link">{t('packets.build.link')}</label>
            <textarea id="packet-link" className="copied" rows={4} readOnly spellCheck={false} />
          </div>
          <p className="onward">
            <button className="go" type="button" data-copy="">
              {t('clinicians.copy')}
            </button>
            <button className="go second" type="button" data-packet-do="print">
              {t('packets.build.print')}
            </button>
            <Link href="/p" target="_blank" rel="noreferrer nofollow" className="back" data-packet-open="">
              {t('packets.build.open')}
            </Link>
          </p>
          <p role="status" data-copied={t('clinicians.copied')} data-by-hand={t('clinicians.copyByHand')} />
        </div>
      </div>
      <Slip kit={kit} />
      <p className="note screen">{t('packets.build.codeHint')}</p>
      <RecordNote release={release} site={site} kit={kit} />
    </section>
  )
}

/** The paper that the patient takes home. What stands in it, build-packet.ts puts there. */
function Slip({ kit: { t, locale } }: { kit: Kit }) {
  return (
    <div className="slip">
      <p data-slip-when="proved" hidden>
        <span data-slip="logo" />
        <strong data-slip="given" data-template={t('packets.build.slip.given', { name: '{name}' })} />
      </p>
      <h3>{t('packets.build.slip.title')}</h3>
      <p>{t('packets.build.slip.scan')}</p>
      <div data-slip="code" role="img" aria-label={t('packets.build.codeLabel')} className="code" />
      <p>
        {t('packets.build.slip.about')} <strong data-slip="condition" />. <span data-slip="decision" />
      </p>
      <div data-slip-note="" hidden>
        <p data-slip-when="open">{t('packets.build.slip.note')}</p>
        <p
          data-slip-when="proved"
          data-slip="note-from"
          data-template={t('packets.build.slip.noteFrom', { name: '{name}' })}
          hidden
        />
        <blockquote className="own-text" data-slip="note" />
      </div>
      <p
        data-slip="call"
        data-template={t('packets.build.slip.call', { phone: '{phone}' })}
        data-template-when={t('packets.build.slip.callWhen', { phone: '{phone}', when: '{when}' })}
        hidden
      />
      <p data-slip="where" data-template={t('clinics.where', { address: '{address}' })} hidden />
      <p
        data-slip="no-camera"
        data-template={t('packets.build.slip.noCamera', { address: '{address}', condition: '{condition}' })}
      />
      <p className="note">
        {t('packets.build.slip.whole')} <span className="whole" data-slip="whole" />
      </p>
      <p className="note">
        {t('packets.build.slip.private') + punctuationOf(locale).gap}
        <span data-slip="made" data-template={t('packets.build.slip.made', { date: '{date}' })} />{' '}
        <span data-slip="reviewed">{t('site.notReviewed')}</span>
        {punctuationOf(locale).gap + t('site.notAdvice')}
      </p>
    </div>
  )
}

/** What the clinician copies into the record; none before a release tells its version. */
function RecordNote({
  release,
  site,
  kit: { t, locale },
}: {
  release: Release | null
  site: string | null
  kit: Kit
}) {
  if (!release) return null
  // Gaps that build-packet.ts fills with what was chosen.
  const note = recordNote(
    {
      condition: '{condition}',
      question: '{question}',
      options: ['{options}'],
      reviewed: '{reviewed}',
      date: '{date}',
      version: release.version,
      contentDate: writtenDay(release.contentDate, locale),
      site,
    },
    t,
    locale,
  )
  return (
    <div className="screen flow" data-copy-from="">
      <h3>{t('clinicians.note')}</h3>
      <p>{t('packets.build.noteForRecord')}</p>
      <textarea
        className="copied"
        rows={12}
        readOnly
        data-packet-note={note}
        aria-label={t('clinicians.note')}
        data-plain
      />
      <p>
        <button className="go second" type="button" data-copy="">
          {t('clinicians.copy')}
          <span className="sr">: {t('clinicians.note')}</span>
        </button>
      </p>
      <p role="status" data-copied={t('clinicians.copied')} data-by-hand={t('clinicians.copyByHand')} />
    </div>
  )
}
