/** Each row with its words, in order; one that has none in this language is left out. */
export function withWords<Row extends { id: string }, Words, View>(
  rows: readonly Row[],
  words: ReadonlyMap<string, Words>,
  view: (row: Row, words: Words) => View,
): View[] {
  return rows.flatMap((row) => {
    const own = words.get(row.id)
    return own === undefined ? [] : [view(row, own)]
  })
}
