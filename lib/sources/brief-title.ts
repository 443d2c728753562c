/** Long enough to know a paper by, short enough for a list of many on a phone. */
const mostLetters = 56

/** The first whole words of a title, with "…" where it was cut. A title that fits stays as it is. */
export function briefTitle(title: string): string {
  if (title.length <= mostLetters) return title
  const cut = title.slice(0, mostLetters).replace(/\s+\S*$/, '')
  return `${cut.replace(/[\s,:;.–—-]+$/, '')} …`
}
