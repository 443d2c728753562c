/** The figures of an option on a question, and those of them that stand first. Ids of estimates. */
export type LedFigures = {
  readonly estimates: readonly string[]
  readonly lead?: readonly string[] | undefined
}

/**
 * The figures that stand first wherever not all can stand: on cards, handouts and the summary. They are named in the
 * content (`lead`); a cell of one study needs no name, its first figure leads. The rest is one tap away.
 * Which figures may lead is checked in prisma/pipeline/check-leads.ts.
 */
export function leadFigures({ estimates, lead }: LedFigures): readonly string[] {
  return lead ?? estimates.slice(0, 1)
}

/** The note that marks figures of trials that contradict each other: they are shown together or not at all. */
export const disagreementNote = 'trials-disagree'
