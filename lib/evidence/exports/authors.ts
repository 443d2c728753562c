/** One author as reference managers want it. `literal`: a group, or a name whose parts we cannot tell apart. */
export type Author = { family: string; given: string } | { literal: string }

/** "Sanchis-Gomar F", "van der Meer P", "O'Connor CM": a name with a small letter, then one to three initials. */
const person = /^(?=.*\p{Ll})(\p{L}[\p{L}'’. -]*?) (\p{Lu}{1,3})$/u

/**
 * The authors of a printed line. "Lippi G, Sanchis-Gomar F" are two people; "Jones NR et al" is one and the others;
 * anything that is not a plain list of names stays one literal, so that no name is ever taken apart wrongly.
 */
export function authorsOf(printed: string | null): Author[] {
  // Some records say in words that nobody wrote the names down: that is not a name.
  if (!printed || /^authors not /i.test(printed)) return []
  const hasOthers = /,? et al\.?$/.test(printed)
  const names = printed.replace(/,? et al\.?$/, '').split(/, /)
  const people = names.map((name) => person.exec(name.trim()))
  if (!people.every((match) => match !== null)) return [{ literal: printed }]
  const authors: Author[] = people.map((match) => ({ family: match[1] ?? '', given: match[2] ?? '' }))
  return hasOthers ? [...authors, { literal: 'et al.' }] : authors
}
