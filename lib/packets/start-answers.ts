import type { Fields } from '@/lib/kept-here'
import type { Route } from '@/lib/packets/route'

function chosen(route: Route): [string, string][] {
  return [
    ...(route.situation ? [['situation', route.situation.id] as [string, string]] : []),
    ['decision', route.decision.id],
  ]
}

/** Whether the person has said something else already: then they are asked, and nothing is overwritten unasked. */
export function clashes(fields: Fields, route: Route): boolean {
  return chosen(route).some(([name, value]) => fields.some(([own, given]) => own === name && given !== value))
}

/**
 * The tab's answers with the packet's situation and decision.
 * @param keepsOwn where the person has answered, the answer stays
 */
export function startAnswers(fields: Fields, route: Route, keepsOwn: boolean): [string, string][] {
  const mine: [string, string][] = fields.map(([name, value]) => [name, value])
  if (!keepsOwn) {
    const names = new Set(chosen(route).map(([name]) => name))
    return [...mine.filter(([name]) => !names.has(name)), ...chosen(route)]
  }
  return [...mine, ...chosen(route).filter(([name]) => !mine.some(([own]) => own === name))]
}
