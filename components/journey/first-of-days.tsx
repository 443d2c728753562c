import { Words } from '@/components/ui/words'
import type { OptionView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'
import { splitSentences } from '@/lib/texts/readability'

/** What the days with an option are like, in its first sentence. */
export function FirstOfDays({ option, kit }: { option: OptionView; kit: Kit }) {
  return (
    <div className="say">
      <p>
        <Words text={splitSentences(option.daysBody[0] ?? '')[0] ?? ''} kit={kit} plain />
      </p>
    </div>
  )
}
