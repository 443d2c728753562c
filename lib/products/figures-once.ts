/** A place that names figures: an answer, a trial. */
export type FigurePlace = { id: string; estimates: readonly string[] }

/**
 * On one page every figure stands once, in the first place that names it; later places lead back to it.
 * @returns by place: the figures to show there, and the places where its other figures stand already
 * @example an answer naming `a` and a trial naming `a` and `b`: the trial shows `b` and leads back to the answer
 */
export function figuresOnce(
  places: readonly FigurePlace[],
): Map<string, { here: string[]; above: string[] }> {
  const firstPlace = new Map<string, string>()
  return new Map(
    places.map(({ id, estimates }) => {
      const here: string[] = []
      const above = new Set<string>()
      for (const estimate of new Set(estimates)) {
        const first = firstPlace.get(estimate)
        if (first) above.add(first)
        else here.push(estimate)
      }
      for (const estimate of here) firstPlace.set(estimate, id)
      return [id, { here, above: [...above] }]
    }),
  )
}
