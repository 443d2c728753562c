import { SentShare } from '@/components/sharing/sent-share'
import { inventedShare, WithServer } from '@/components/sharing/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { KeptShare } from '@/lib/sharing/kept-shares'
import { wordsOf } from '@/lib/texts/translate'

/** An example, not real: nothing is locked in it. */
const kept: KeptShare = {
  secret: inventedShare.secret,
  manageHash: 'D'.repeat(43),
  jwe: null,
  days: 7,
  hasIdentity: false,
  madeAt: 1_795_000_000,
  id: inventedShare.id,
  expiresAt: '2026-12-05T12:00:00.000Z',
}

const example = exampleOf((over: Partial<KeptShare>, { locale }) => (
  <WithServer said={{ opens: 0 }}>
    <SentShare
      share={{ ...kept, ...over }}
      words={wordsOf(locale, 'sharing')}
      locale={locale}
      put={() => {}}
      forget={() => {}}
    />
  </WithServer>
))

export const examples: readonly Example[] = [
  example('taken by the server, without a name', {}),
  example('taken by the server, with a name', { hasIdentity: true }),
  example('on its way', { id: null, jwe: 'example', expiresAt: null }),
  example('right to left', {}, { isRightToLeft: true }),
]
