/**
 * One spelling for each DOI and PubMed number, however it was written: other places print them behind an address, in
 * capitals, with a full stop behind, several to a cell, or with characters that cannot be seen.
 */

/** Spaces of all kinds and characters without a width, which come along when a number is copied. */
const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g
const prefix = /^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi:)/i
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray percent sign
  }
}

/**
 * A DOI or PubMed number as one key: "https://doi.org/10.1000/ABC." and "doi:10.1000/abc" are "10.1000/abc",
 * "PMID: 12345.0" is "12345". DOIs do not tell capitals apart (DOI Handbook, 2.4).
 */
export function recordKey(written: string): string {
  const bare = decoded(written)
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replace(unseen, '')
    .replace(prefix, '')
    .toLowerCase()
    .replace(/[.,;:]+$/, '')
  const [, number] = /^(?:pmid:?)?0*(\d{1,9})(?:\.0+)?$/.exec(bare) ?? []
  return number ?? bare
}

/**
 * Every key that a cell may mean: the whole of it, and its parts where several stand in one. A DOI may itself hold a
 * semicolon or a bracket, so that a cell is parted only before the start of another number.
 */
export function recordKeysIn(cell: string): string[] {
  const parts = cell.split(/[\s;,|]+(?=(?:https?:\/\/|doi:|10\.\d{4}|pmid|\d+(?:\.0)?(?:[\s;,|]|$)))/i)
  return [...new Set([cell, ...parts].map(recordKey))].filter(Boolean)
}
