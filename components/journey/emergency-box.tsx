import { Items, Words } from '@/components/ui/words'
import type { ConditionView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'

/** When to call for help at once, and when to call the team the same day. */
export function EmergencyBox({
  emergency,
  kit,
  level = 'h2',
}: {
  emergency: ConditionView['emergency']
  kit: Kit
  level?: 'h2' | 'h3'
}) {
  const Heading = level
  return (
    <div className="urgent-pair" id="emergency">
      {([emergency.now, emergency.sameDay] as const).map((part) => (
        <section key={part.title} className="urgent">
          <Heading>{part.title}</Heading>
          <p className="do">
            <Words text={part.action} kit={kit} />
          </p>
          <Items items={part.items} kit={kit} />
        </section>
      ))}
    </div>
  )
}
