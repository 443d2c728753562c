/**
 * How long the pages are for a person with a phone: `npm run bench:journey`. Opens every reading page of the built site
 * at 390 × 844 with its folds closed, in each language, and prints screens and words for each kind of page, its longest page
 * beside its budget, then the words and minutes of the shortest honest path of three patients.
 * Words are those that are seen with the folds closed, in `main`; what only screen readers get is not counted twice.
 * Leaves with 1 when a page or a path is over its budget. LANTERN_BENCH_URL measures a server that runs already.
 */
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { readSiteList } from '@/lib/server/build/export-site'
import { budgetOf, budgets, pathWords, patients, wordsPerMinute } from '@/tests/bench/journey-budgets'
import { localeOfAddress, locales } from '@/lib/texts/languages'
import { startLantern } from '@/tests/bench/running'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'

const WIDTH = 390
const HEIGHT = 844

type Length = { route: string; screens: number; words: number }

async function lengthOf(page: Page, base: string, route: string): Promise<Length> {
  await page.goto(`${base}${route}`, { waitUntil: 'load' })
  const { height, words } = await page.evaluate(async () => {
    await document.fonts.ready
    for (const open of document.querySelectorAll('details[open]')) open.removeAttribute('open')
    // Parts that the browser lays out late are laid out now: their height is then their own.
    for (const part of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible'
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    let words = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement
      if (!holder?.checkVisibility({ visibilityProperty: true }) || holder.closest('.sr, svg, script, style'))
        continue
      // A sign by itself ("=", "?") is seen, not read.
      words += node.textContent?.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
    }
    return { height: document.documentElement.scrollHeight, words }
  })
  return { route, screens: height / HEIGHT, words }
}

const given = process.env.LANTERN_BENCH_URL
const lantern = given ? null : await startLantern()
const base = given ?? lantern?.url ?? ''
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
  const routes = Object.keys(readSiteList(path.resolve('.next'))?.pages ?? {})
  const measured = new Map<string, Length>()
  const onPaths = patients.flatMap(({ pages }) => pages)
  const wanted = new Set([...routes.filter((route) => budgetOf(route)), ...onPaths])
  for (const route of wanted) measured.set(route, await lengthOf(page, base, route))

  let isOver = false
  console.log(`screens of ${WIDTH} × ${HEIGHT}, folds closed; of each kind the longest page`)
  console.log(
    `${'page'.padEnd(24)} ${'pages'.padStart(5)} ${'screens'.padStart(8)} ${'budget'.padStart(7)} ${'words'.padStart(6)}`,
  )
  for (const locale of locales)
    for (const { kind } of budgets) {
      const those = [...measured.values()].filter(
        ({ route }) => localeOfAddress(route) === locale && budgetOf(route)?.kind === kind,
      )
      const longest = those.toSorted((a, b) => b.screens - a.screens)[0]
      const most = longest && budgetOf(longest.route)?.screens
      if (!longest || most === undefined) continue
      const over = those.filter(({ screens }) => screens > most)
      if (over.length > 0) isOver = true
      console.log(
        `${kind.padEnd(24)} ${String(those.length).padStart(5)} ${longest.screens.toFixed(2).padStart(8)} ` +
          `${most.toFixed(2).padStart(7)} ${String(longest.words).padStart(6)}  ${longest.route}` +
          (over.length > 0 ? `  over: ${over.length} of ${those.length}` : ''),
      )
    }
  console.log(`\nshortest honest path, at ${wordsPerMinute} words a minute; at most ${pathWords} words`)
  for (const { name, pages } of patients) {
    const all = pages.flatMap((route) => measured.get(route) ?? [])
    const words = all.reduce((sum, length) => sum + length.words, 0)
    const screens = all.reduce((sum, length) => sum + length.screens, 0)
    if (words > pathWords) isOver = true
    console.log(
      `${name.padEnd(30)} ${String(words).padStart(6)} words ${(words / wordsPerMinute).toFixed(0).padStart(4)} minutes ` +
        `${screens.toFixed(1).padStart(6)} screens${words > pathWords ? '  over' : ''}`,
    )
  }
  if (isOver) process.exitCode = 1
} finally {
  await browser.close()
  await lantern?.stop()
}
