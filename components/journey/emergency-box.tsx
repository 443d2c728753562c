import { Icon } from '@/components/drawings/icon'
import Link from '@/components/ui/link'
import { Items, Words } from '@/components/ui/words'
import type { ConditionView } from '@/lib/journey/data'
import { emergencyHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

/** The first thing that somebody very ill must know. */
export function StopReading({ t, locale }: Pick<Kit, 't' | 'locale'>) {
  return (
    <p>
      <strong>{t('emergency.veryIll')}</strong>
      {punctuationOf(locale).gap + t('emergency.stopReading')}
    </p>
  )
}

/**
 * When to call for help at once, and when to call the team the same day: told apart by a word, a sign and a line, not
 * by colour alone.
 */
export function EmergencyBox({ emergency, kit }: { emergency: ConditionView['emergency']; kit: Kit }) {
  const parts = [
    { kind: 'now', icon: 'emergency', part: emergency.now },
    { kind: 'same-day', icon: 'later', part: emergency.sameDay },
  ] as const
  return (
    <div className="urgent-pair">
      {parts.map(({ kind, icon, part }) => (
        <section key={part.title} className={`urgent ${kind}`}>
          <p className="kind">
            <Icon id={icon} />
            {kit.t(kind === 'now' ? 'emergency.now' : 'emergency.sameDay')}
          </p>
          <h2>{part.title}</h2>
          <p className="do">
            <Words text={part.action} kit={kit} />
          </p>
          <Items items={part.items} kit={kit} />
        </section>
      ))}
    </div>
  )
}

/** The signs in one line that opens; without opening it leads to their page. Paper shows them. */
export function EmergencyLine({
  emergency,
  conditionId,
  kit,
}: {
  emergency: ConditionView['emergency']
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <div className="sos" id="emergency">
      <Icon id="emergency" />
      <div>
        <StopReading t={t} locale={locale} />
        <details>
          <summary>{t('emergency.open')}</summary>
          <div>
            <EmergencyBox emergency={emergency} kit={kit} />
            <p className="screen">
              <Link href={emergencyHref(locale, conditionId)}>{t('emergency.ownPage')}</Link>
            </p>
          </div>
        </details>
      </div>
    </div>
  )
}
