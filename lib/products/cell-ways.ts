import { cellPageHref, type CellPageId } from '@/lib/journey/steps'
import type { Locale, Translate } from '@/lib/texts/translate'

/** Anchors of step 4 and of "before you pay" whose content has a page of its own now: old links still lead to it. */
const oldAnchors: Record<CellPageId, readonly string[]> = {
  claims: ['claims'],
  'before-you-pay': ['before-you-pay', 'questions', 'prices'],
  'find-a-trial': ['checks'],
  'early-trials': ['early-trials'],
  harms: ['harms'],
  regulators: ['regulators'],
  guidelines: ['guidelines'],
  studies: ['trial-picture'],
}

/** The ways to pages about cells, each with its name and a few words, and the anchors that it stands for. */
export function waysTo(
  pages: readonly CellPageId[],
  { locale, t, condition }: { locale: Locale; t: Translate; condition: { id: string } },
) {
  return pages.map((page) => ({
    page,
    href: cellPageHref(locale, condition.id, page),
    name: t(`stemCells.pages.${page}.name`),
    hint: t(`stemCells.pages.${page}.hint`),
    anchors: oldAnchors[page],
  }))
}
