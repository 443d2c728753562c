import type { SharedSummary } from '@/lib/record/in-language'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Locale } from '@/lib/texts/languages'

/**
 * The words of a summary in a language, from its own page: no answer is sent. Null: there are none, or no line.
 * The server is told the condition and the language, as when the page is opened.
 */
export async function fetchParts(
  { conditionId }: SharedSummary,
  locale: Locale,
): Promise<SummaryParts | null> {
  const reply = await fetch(`/${locale}/${conditionId}/summary`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => null)
  if (!reply?.ok) return null
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const held = page.getElementById('summary-parts')?.textContent
  return held ? (JSON.parse(held) as SummaryParts) : null
}
