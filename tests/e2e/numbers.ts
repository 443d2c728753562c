import { expect, type Page } from '@playwright/test'
import { Client } from 'pg'
import { siteMap } from '@/tests/e2e/site-map'
import { openRoute, unfoldAll } from '@/tests/e2e/steps'
import { test } from '@/tests/e2e/watched'
import { english } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

const isChecked = (kind: string, step?: string) =>
  kind === 'decision' ||
  kind === 'part' ||
  (kind === 'posted' && step === 'summary') ||
  (kind === 'step' && step !== undefined && step !== 'compare')

const routes = siteMap.routes.filter(({ kind, step }) => isChecked(kind, step))

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
function numbersOf(page: Page): Promise<Numbers> {
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

let known: Map<string, Set<string>>

test.beforeAll(async () => {
  const connectionString = process.env.LANTERN_E2E_DATABASE
  if (!connectionString)
    throw new Error('This test looks into the database: with LANTERN_E2E_URL give LANTERN_E2E_DATA as well.')
  const client = new Client({ connectionString })
  await client.connect()
  const idsOf = async (sql: string) =>
    new Set((await client.query<{ id: string }>(sql)).rows.map(({ id }) => id))
  known = new Map([
    ['estimate', await idsOf('SELECT e.id FROM "Estimate" e JOIN "Source" s ON s.id = e."sourceId"')],
    ['fact', await idsOf('SELECT f.id FROM "Fact" f JOIN "Source" s ON s.id = f."sourceId"')],
    ['source', await idsOf('SELECT id FROM "Source"')],
  ])
  await client.end()
})

for (const route of routes) {
  test(`${route.name}: every number comes from a stored figure with a source`, async ({ page }) => {
    await openRoute(page, route)
    await unfoldAll(page)
    const { shown, traced, untraced, figures } = await numbersOf(page)
    console.log(`${route.path}: numbers shown ${shown}, traced ${traced}, figures ${figures.length}`)
    expect([...new Set(untraced)]).toEqual([])
    expect(traced).toBe(shown)
    const unknown = figures.filter((figure) => {
      const [kind = '', id = ''] = figure.split(':')
      return !known.get(kind)?.has(id)
    })
    expect(unknown).toEqual([])
    if (route.kind === 'decision') expect(figures.length).toBeGreaterThan(5)
  })
}
