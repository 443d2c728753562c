import Link from '@/components/ui/link'
import type { Clinic } from '@/lib/clinics/read-clinics'
import { optionHref } from '@/lib/journey/steps'
import { labelled, listed, punctuationOf, remarked } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** A number to tap: it comes from the clinic's own profile. */
function Phone({ phone, when, locale }: { phone: string; when?: string | undefined; locale: string }) {
  return (
    <>
      <a className="tel" href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>
        {phone}
      </a>
      {when && remarked('', when, locale)}
    </>
  )
}

/** How to reach the clinic; nothing when its profile does not say. */
export function ClinicDetails({ clinic, locale, t }: { clinic: Clinic; locale: string; t: Translate }) {
  const { phone, phoneWhen, address, languages } = clinic
  if (!phone && !address && languages.length === 0) return null
  return (
    <section className="part" aria-labelledby="reach">
      <h2 id="reach">{t('clinics.reach')}</h2>
      {phone && (
        <p>
          {labelled(t('clinics.phone'), '', locale)}
          <Phone phone={phone} when={phoneWhen} locale={locale} />
        </p>
      )}
      {address && (
        <address>
          {address.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      {languages.length > 0 && <p>{labelled(t('clinics.languages'), listed(languages, locale), locale)}</p>}
    </section>
  )
}

/** The local numbers, with the emergency first. */
export function ClinicNumbers({
  clinic: { emergency, advice },
  locale,
  t,
}: {
  clinic: Clinic
  locale: string
  t: Translate
}) {
  const { gap } = punctuationOf(locale)
  const calls = [
    ...(emergency ? [{ label: t('clinics.emergency'), call: emergency }] : []),
    ...(advice ? [{ label: t('clinics.advice'), call: advice }] : []),
  ]
  if (calls.length === 0) return null
  return (
    <section className="part" aria-labelledby="numbers">
      <h2 id="numbers">{t('clinics.numbers')}</h2>
      <ul className="list">
        {calls.map(({ label, call }) => (
          <li key={label}>
            {label + gap}
            <strong>{call.name}</strong>
            {labelled('', '', locale)}
            <Phone phone={call.phone} when={call.when} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type Condition = { id: string; name: string; options: readonly { id: string; name: string }[] }

/** What is done here and elsewhere, in the site's own words and order: neither is advice. */
export function ClinicOptions({
  clinic,
  conditions,
  locale,
  t,
}: {
  clinic: Clinic
  conditions: readonly Condition[]
  locale: string
  t: Translate
}) {
  const { here, elsewhere } = clinic
  if (here.length + elsewhere.length === 0) return null
  const of = (condition: Condition, ids: readonly string[]) =>
    condition.options.filter(({ id }) => ids.includes(`${condition.id}/${id}`))
  return (
    <section className="part" aria-labelledby="done">
      <h2 id="done">{t('clinics.done')}</h2>
      <p>{t('clinics.doneText')}</p>
      {conditions.map((condition) => {
        const done = of(condition, here)
        const away = elsewhere.flatMap((other) =>
          of(condition, [other.option]).map((option) => ({ ...other, ...option })),
        )
        if (done.length + away.length === 0) return null
        return (
          <div key={condition.id} className="flow">
            <h3>{condition.name}</h3>
            <ul className="list">
              {done.map(({ id, name }) => (
                <li key={id}>
                  <Link href={optionHref(locale, condition.id, id)}>{name}</Link>
                  {labelled('', t('clinics.here'), locale)}
                </li>
              ))}
              {away.map(({ id, name, where, phone }) => (
                <li key={`${id} ${where}`}>
                  <Link href={optionHref(locale, condition.id, id)}>{name}</Link>
                  {labelled('', t('clinics.elsewhere', { where }), locale)}
                  {phone && (
                    <>
                      {' '}
                      <Phone phone={phone} locale={locale} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
