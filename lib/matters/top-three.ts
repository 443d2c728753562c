/** How many things can matter most. */
const most = 3

/** What was said to matter a lot, in the order of the page. */
export const aLotOf = (
  matters: readonly string[],
  answerTo: (matter: string) => string | undefined,
): string[] => matters.filter((matter) => answerTo(matter) === 'a-lot')

/** Whether more matters a lot than can matter most, so that only the person can say which three. */
export const asksForThree = (aLot: readonly string[]): boolean => aLot.length > most

/** The picks that count: of things that still matter a lot. */
const ofALot = (aLot: readonly string[], picked: readonly string[]) =>
  aLot.filter((matter) => picked.includes(matter))

/** Whether more than three are picked: then none of them stands first until one is taken away. */
export const areTooMany = (aLot: readonly string[], picked: readonly string[]): boolean =>
  asksForThree(aLot) && ofALot(aLot, picked).length > most

/**
 * What matters most, at most three things and in the order of the page: all that matters a lot when that is three or
 * fewer, else those the person picked. Nobody picks for them: of five things that matter a lot and no pick, none.
 */
export function topThree(aLot: readonly string[], picked: readonly string[]): string[] {
  if (!asksForThree(aLot)) return [...aLot]
  return areTooMany(aLot, picked) ? [] : ofALot(aLot, picked)
}

/** The three that were picked, where a pick was asked for: without one, what matters a lot says enough. */
export function pickedThree(
  matters: readonly string[],
  answerTo: (matter: string) => string | undefined,
  picked: readonly string[],
): string[] {
  const aLot = aLotOf(matters, answerTo)
  return asksForThree(aLot) ? topThree(aLot, picked) : []
}
