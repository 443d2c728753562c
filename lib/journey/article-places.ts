import {
  cellPageHref,
  claimHref,
  decisionHref,
  emergencyHref,
  optionHref,
  outlookHref,
  sectionHref,
  situationHref,
  stepHref,
} from '@/lib/journey/steps'

/** What the map of an article can lead to: a thing of the condition by its name, or one of four pages. */
export type PlaceNames = {
  situation: ReadonlyMap<string, string>
  section: ReadonlyMap<string, string>
  option: ReadonlyMap<string, string>
  decision: ReadonlyMap<string, string>
  claim: ReadonlyMap<string, string>
  page: ReadonlyMap<string, string>
}

type Kind = keyof PlaceNames
const hrefs: Record<Kind, (locale: string, conditionId: string, id: string) => string> = {
  situation: situationHref,
  section: sectionHref,
  option: optionHref,
  decision: decisionHref,
  claim: claimHref,
  page: (locale, conditionId, id) => {
    if (id === 'emergency') return emergencyHref(locale, conditionId)
    if (id === 'claims') return cellPageHref(locale, conditionId, 'claims')
    if (id === 'before-you-pay') return cellPageHref(locale, conditionId, 'before-you-pay')
    return stepHref(locale, conditionId, 'stemCells')
  },
}

/**
 * The links of one row of the map, each with the name of what it leads to; what this language has no name for is
 * left out.
 * @param places as in condition.yaml: `option:bypass`, `page:emergency`
 * @param byChoice parts of step 1 that stand on the page that is opened by choice
 */
export function articleLinks(
  places: readonly string[],
  names: PlaceNames,
  byChoice: ReadonlySet<string>,
  locale: string,
  conditionId: string,
): { href: string; name: string }[] {
  return places.flatMap((place) => {
    const at = place.indexOf(':')
    const kind = place.slice(0, at) as Kind
    const id = place.slice(at + 1)
    const name = names[kind].get(id)
    if (name === undefined) return []
    const href = kind === 'section' && byChoice.has(id) ? outlookHref : hrefs[kind]
    return [{ href: href(locale, conditionId, id), name }]
  })
}
