/** Whether every number on a page comes from a stored figure with a source. */
import type { Page } from '@playwright/test'
import { Client } from 'pg'
import { siteMap, type Route } from '@/tests/e2e/site-map'
import { english } from '@/tests/e2e/words'

/** The pages that tell figures of an illness. */
export function tellsFigures({ kind, step }: Route): boolean {
  return (
    kind === 'decision' ||
    kind === 'part' ||
    (kind === 'posted' && step === 'summary') ||
    (kind === 'step' && step !== undefined && step !== 'compare')
  )
}

type Numbers = { shown: number; traced: number; untraced: string[]; figures: string[] }

/** Interface sentences with a digit of their own ("how many in 100"): the same on every page, no figure. */
const fixedWords = (function collect(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'object' && word !== null) return collect(word)
    if (typeof word !== 'string' || word.includes(', plural,')) return []
    return word.split(/\{\w+\}/).filter((fixed) => /\d/.test(fixed) && (fixed === word || fixed.length > 20))
  })
})(english)

/**
 * Every number in the text of the page: traced when it stands inside [data-figure] (a stored figure), [data-plain]
 * (a step, a date) or a citation (the name, year and title of a source). Left out: drawings hidden from screen
 * readers (their text says the same), what a person typed, names that hold a digit (names-with-digits.yaml).
 */
export function numbersOf(page: Page): Promise<Numbers> {
  return page.evaluate(
    ({ known, citation }) => {
      const result = { shown: 0, traced: 0, untraced: [] as string[], figures: [] as string[] }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement
        if (!holder || holder.closest('script, style, textarea, svg[aria-hidden="true"], .own-text')) continue
        let text = node.textContent ?? ''
        for (const name of known) text = text.replaceAll(name, ' ')
        const count = text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0
        if (count === 0) continue
        result.shown += count
        if (holder.closest(`[data-figure], [data-plain], ${citation}`)) result.traced += count
        else result.untraced.push(`${holder.outerHTML.split('>')[0]}>: ${text.trim().slice(0, 90)}`)
      }
      const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
      result.figures = [...new Set(figures.map((element) => element.dataset.figure ?? ''))]
      return result
    },
    {
      known: [...siteMap.namesWithDigits, ...fixedWords],
      citation: 'span[data-source], p[data-source], [data-live], cite, a[href*="/sources/"]',
    },
  )
}

/**
 * The figures, facts and sources that the database holds, by the kind that `data-figure` names.
 * @throws without the database's address
 */
export async function storedFigures(): Promise<Map<string, Set<string>>> {
  const connectionString = process.env.LANTERN_E2E_DATABASE
  if (!connectionString)
    throw new Error('This test looks into the database: with LANTERN_E2E_URL give LANTERN_E2E_DATA as well.')
  const client = new Client({ connectionString })
  await client.connect()
  const idsOf = async (sql: string) =>
    new Set((await client.query<{ id: string }>(sql)).rows.map(({ id }) => id))
  const stored = new Map([
    [
      'estimate',
      await idsOf(
        'SELECT a.id FROM "Arm" a JOIN "Result" r ON r.id = a."resultId" JOIN "Source" s ON s.id = r."sourceId"',
      ),
    ],
    ['fact', await idsOf('SELECT f.id FROM "Fact" f JOIN "Source" s ON s.id = f."sourceId"')],
    ['source', await idsOf('SELECT id FROM "Source"')],
  ])
  await client.end()
  return stored
}
