import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { CheckForm, ReportTools } from '@/components/claims/check-form'
import { exampleOf, type Example } from '@/components/ui/example'

/** An invented advert; nothing is checked. */
const example = exampleOf(({ sample, text }: { sample: string; text?: string }, kit) => (
  <>
    <CheckForm sample={{ title: 'An example, not real', text: sample }} kit={kit} {...(text && { text })} />
    <ReportTools kit={kit} />
  </>
))

const sample = 'An example text, not real.'

export const examples: readonly Example[] = [
  example('without our script: the text is sent', { sample }),
  example('brought back by our server', { sample, text: sample }),
  example('all that it can show', { sample }, { showsHidden: true, isUnfolded: true }),
  example('long words', { sample: longName, text: longName }, { isUnfolded: true }),
  example('right to left', { sample: rightToLeftName, text: rightToLeftName }, { isRightToLeft: true }),
]
