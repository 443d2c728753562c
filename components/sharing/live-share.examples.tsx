import { LiveShare } from '@/components/sharing/live-share'
import { inventedShare, WithServer, type Said } from '@/components/sharing/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { wordsOf } from '@/lib/texts/translate'

const example = exampleOf((said: Said, { locale }) => (
  <WithServer said={said}>
    <LiveShare
      share={inventedShare}
      label="An example share, not real"
      expiresAt={said === 'nothing yet' ? null : '2026-12-05T12:00:00.000Z'}
      words={wordsOf(locale, 'sharing')}
      locale={locale}
      onEnded={() => {}}
      whenGone={<p>An example of what to do then.</p>}
    />
  </WithServer>
))

export const examples: readonly Example[] = [
  example('never opened, with the way to stop it later', { opens: 0 }, { isUnfolded: true }),
  example('opened once', { opens: 1 }),
  example('opened often', { opens: 12 }),
  example('asking the server', 'nothing yet'),
  example('ended or expired', 'gone'),
  example('right to left', { opens: 2 }, { isRightToLeft: true }),
]
