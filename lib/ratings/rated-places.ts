/** Where a rating stands, as `of` in ratings.yaml names it. */
export const cellPlace = (decision: string, outcome: string, option: string) =>
  `${decision}/${outcome}/${option}`

/** The answer of a cell product; the lane of cells has no decision of this name (a content check holds it). */
export const answerPlace = (product: string, question: string) => `cells/${product}/${question}`
