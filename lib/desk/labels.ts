/** What a place in a file is called, for people. */
import { words } from './desk-words'
import type { Place } from '@/lib/texts/yaml-edit'

/** "daysBody" → "Days body". */
const plain = (name: string) => {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/**
 * The last steps of a place in words: "Harms, 2" or "At a glance: Bypass surgery".
 * @param names what ids are called: of options, decisions, products
 */
export function labelOf(at: Place, names: Readonly<Record<string, string>> = {}): string {
  const known = (step: string) => words.aspects[step] ?? words.labels[step] ?? names[step] ?? plain(step)
  const shown = at
    .slice(-3)
    .filter((step, index, all) => index > 0 || all.length < 3 || typeof all[2] === 'number')
  return shown
    .map((step) => (typeof step === 'number' ? String(step + 1) : known(step)))
    .join(': ')
    .replace(/: (\d+)$/, ', $1')
}
