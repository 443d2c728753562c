import { SourceKind, SourceStatus, Tier } from '@/lib/sources/schema'
import type { Translate } from '@/lib/texts/translate'

const plain = [
  'legend',
  'search',
  'searchHint',
  'any',
  'condition',
  'about',
  'aboutHint',
  'options',
  'products',
  'kind',
  'from',
  'to',
  'tier',
  'status',
  'randomised',
  'blinded',
  'clear',
  'pending',
  'found',
  'empty',
  'failed',
  'retry',
  'more',
  'results',
  'saveThese',
] as const

/** The words of the search, ready made: the browser gets these few and not the whole file of messages. */
export type SearchWords = Record<(typeof plain)[number], string> & {
  kinds: Record<string, string>
  tiers: Record<string, string>
  statuses: Record<string, string>
  tierB: string
}

/** Fills the words of the search in one language. */
export function searchWordsIn(t: Translate): SearchWords {
  const words = Object.fromEntries(plain.map((key) => [key, t(`library.${key}`)])) as Record<
    (typeof plain)[number],
    string
  >
  return {
    ...words,
    kinds: Object.fromEntries(SourceKind.options.map((kind) => [kind, t(`source.kind.${kind}`)])),
    tiers: Object.fromEntries(Tier.options.map((tier) => [tier, t(`library.tiers.${tier}`)])),
    statuses: Object.fromEntries(
      SourceStatus.options.map((status) => [status, t(`source.statusName.${status}`)]),
    ),
    tierB: t('source.tierB'),
  }
}
