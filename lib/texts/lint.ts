import { parseWords } from '@/lib/texts/placeholders'

/** Something a sentence must not do, found in its own text (not in its placeholders). */
export type WordsFault = { rule: string; found: string; fix: string }

const banned: readonly { rule: string; pattern: RegExp; fix: string }[] = [
  {
    rule: 'no "1 in X"',
    pattern:
      /\b(one|a) (person )?(in|out of) (every )?(two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|a thousand)\b/i,
    fix: 'say how many in 100 (Zikmund-Fisher: "1 in X" misleads)',
  },
  {
    rule: 'no lone relative change',
    pattern:
      /\b(halv(es|ed|ing)|doubl(es|ed|ing)|tripl(es|ed|ing)|cut(s|ting)? (the|your|their) (risk|chance)|times (more|less) likely|twice as likely|half as likely|half the (risk|chance)|percent (lower|higher|less|more))\b/i,
    fix: 'give both absolute numbers',
  },
  { rule: 'no percent sign', pattern: /%|\bper ?cent\b/i, fix: 'say how many in 100' },
  {
    rule: 'no loaded word',
    pattern:
      /\b(gold standard|cutting[- ]edge|breakthrough|miracle|revolutionary|state of the art|unfortunately|sadly|scam|quack|battle|fight your|hopeless)\b/i,
    fix: 'use a neutral word',
  },
  {
    rule: 'no telling people what to choose',
    pattern:
      /\b(you should (choose|have|pick|refuse)|the best (option|choice|treatment)|we recommend|our advice is)\b/i,
    fix: 'say what it does and does not do; "talk with your team"',
  },
]

/** The text of a sentence without its placeholders. */
export function ownText(text: string): string {
  return parseWords(text)
    .map((part) => (part.kind === 'text' ? part.text : ' '))
    .join('')
}

/**
 * Faults of one line of content.
 * @param namesWithDigits proper names that may hold a digit ("HeartMate 3"); anything else with a digit is a fault.
 */
export function lintWords(text: string, namesWithDigits: readonly string[]): WordsFault[] {
  const faults: WordsFault[] = []
  for (const part of parseWords(text)) {
    if (part.kind === 'broken') {
      faults.push({ rule: 'placeholder', found: part.raw, fix: 'write {estimate-id.part} or {fact:id}' })
    }
  }
  const own = ownText(text)
  let rest = own
  for (const name of namesWithDigits) rest = rest.replaceAll(name, ' ')
  const digit = /\S*\d\S*/.exec(rest)
  if (digit)
    faults.push({
      rule: 'no digit in a sentence',
      found: digit[0],
      fix: 'put the figure in numbers.yaml or facts.yaml and write a placeholder',
    })
  for (const { rule, pattern, fix } of banned) {
    const found = pattern.exec(own)
    if (found) faults.push({ rule, found: found[0], fix })
  }
  return faults
}
