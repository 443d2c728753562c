/** "Velazquez EJ et al, 2016", or the publisher when there is no author. */
export function shortCitation(source: {
  authors: string | null
  container: string | null
  title: string
  year: number | null
}): string {
  const who = source.authors ?? source.container ?? source.title
  return source.year ? `${who}, ${source.year}` : who
}
