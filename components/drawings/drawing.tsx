import type { Drawing as DrawingId } from '@/lib/journey/schema'
import type { Kit } from '@/lib/sentences/kit'
import { wordsOf } from '@/lib/texts/translate'
import { ArtificialLiver } from './artificial-liver'
import { BlockedArteryStent } from './blocked-artery-stent'
import { Bypass } from './bypass'
import { Crt } from './crt'
import { Heart } from './heart'
import { HeartPump } from './heart-pump'
import { Icd } from './icd'
import { Liver } from './liver'
import { MitralClip } from './mitral-clip'

/** Our own schematic drawings, by key, with their words in the language of the page. */
export function Drawing({ id, kit }: { id: DrawingId; kit: Kit }) {
  const words = wordsOf(kit.locale, 'drawings')
  switch (id) {
    case 'heart':
      return <Heart words={words.heart} />
    case 'blocked-artery-stent':
      return <BlockedArteryStent words={words['blocked-artery-stent']} />
    case 'bypass':
      return <Bypass words={words.bypass} />
    case 'icd':
      return <Icd words={words.icd} />
    case 'crt':
      return <Crt words={words.crt} />
    case 'mitral-clip':
      return <MitralClip words={words['mitral-clip']} />
    case 'heart-pump':
      return <HeartPump words={words['heart-pump']} />
    case 'liver':
      return <Liver words={words.liver} />
    case 'artificial-liver':
      return <ArtificialLiver words={words['artificial-liver']} />
  }
}
