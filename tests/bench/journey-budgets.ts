import type { Locale } from '@/lib/texts/languages'

/** What each kind of page may take of a phone, in screens of 390 × 844 with every fold closed, and of a reader, in words. */
export type Budget = {
  kind: string
  screens: number
  isOf: (route: string) => boolean
}

const under = (path: string) => new RegExp(`^/en/[a-z-]+${path}$`)
const is = (path: string) => (route: string) => under(path).test(route)
const isDecision = is('/compare/[a-z-]+')
const pagesBeside =
  /\/stem-cells\/(?:claims|before-you-pay|early-trials|guidelines|harms|regulators|studies)$/

export const budgets: readonly Budget[] = [
  { kind: 'home', screens: 2.5, isOf: (route) => route === '/en' },
  {
    kind: 'condition',
    screens: 3.5,
    isOf: (route) => is('')(route) && /-failure$/.test(route),
  },
  { kind: 'options', screens: 3, isOf: is('/options') },
  { kind: 'an option', screens: 3.5, isOf: is('/options/[a-z-]+') },
  { kind: 'a decision', screens: 7, isOf: isDecision },
  {
    kind: "a question's pictures",
    screens: 6.5,
    isOf: (route) => is('/compare/[a-z-]+/[a-z-]+')(route) && !/\/(?:days|findings)$/.test(route),
  },
  { kind: 'stem cells', screens: 3.5, isOf: is('/stem-cells') },
  {
    kind: 'a product',
    screens: 3.5,
    isOf: (route) => is('/stem-cells/[a-z-]+')(route) && !pagesBeside.test(route),
  },
  { kind: 'claims', screens: 5, isOf: is('/stem-cells/claims') },
  { kind: 'before you pay', screens: 4, isOf: is('/stem-cells/before-you-pay') },
  { kind: 'what matters', screens: 3, isOf: is('/what-matters') },
  { kind: 'check', screens: 3.5, isOf: is('/check') },
  { kind: 'summary', screens: 3.5, isOf: is('/summary') },
]

/**
 * How much longer than its budget a page may be in a language whose words are longer, as a share. The budgets are for English
 * and hold for Chinese; the Spanish words of the same pages have a sixth more letters, and break lines in more places.
 */
const longerBy: Partial<Record<Locale, number>> = { es: 1 / 5 }

const inEnglish = (route: string) => route.replace(/^\/[a-z]{2,3}(?=\/|$)/, '/en')

/** The budget of a page of any language; undefined for a page that has none. */
export function budgetOf(route: string): Budget | undefined {
  const budget = budgets.find(({ isOf }) => isOf(inEnglish(route)))
  return (
    budget && { ...budget, screens: budget.screens * (1 + (longerBy[route.split('/')[1] as Locale] ?? 0)) }
  )
}

/** Words a minute of a slow, careful reader. */
export const wordsPerMinute = 150
/** What the shortest honest path of a patient may take, in words. */
export const pathWords = 2_800

/** Three patients and the shortest honest path of each, below /en. */
export const patients: readonly { name: string; pages: readonly string[] }[] = [
  {
    name: 'narrow again after a stent',
    pages: paths('heart-failure', 'blocked-arteries'),
  },
  { name: 'advanced heart failure', pages: paths('heart-failure', 'advanced') },
  { name: 'sudden liver failure', pages: paths('liver-failure', 'sudden') },
]

/** First page, illness, its options, the decision, what is known of cells, what matters, check, summary. */
function paths(condition: string, decision: string): string[] {
  const steps = ['', '/options', `/compare/${decision}`, '/stem-cells', '/what-matters', '/check', '/summary']
  return ['/en', ...steps.map((step) => `/en/${condition}${step}`)]
}
