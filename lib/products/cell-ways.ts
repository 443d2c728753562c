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

/** Pages whose name does not tell what is on them. */
const hinted = ['claims', 'before-you-pay', 'find-a-trial', 'guidelines'] as const

/** The ways to pages about cells, each with its name, a few words where it needs them, and the anchors it stands for. */
export function waysTo(
  pages: readonly CellPageId[],
  { locale, t, condition }: { locale: Locale; t: Translate; condition: { id: string } },
) {
  return pages.map((page) => {
    const told = hinted.find((id) => id === page)
    return {
      page,
      href: cellPageHref(locale, condition.id, page),
      name: t(`stemCells.pages.${page}.name`),
      hint: told ? t(`stemCells.pages.${told}.hint`) : null,
      anchors: oldAnchors[page],
    }
  })
}
