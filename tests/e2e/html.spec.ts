import { siteMap } from '@/tests/e2e/site-map'
import { openRoute } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  for (const route of siteMap.routes) {
    test(`${route.name} reads, with a title, headings in order, text and ways on`, async ({
      page,
      watch,
    }) => {
      await openRoute(page, route)
      await expect(page).toHaveTitle(/Lantern/)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      const main = page.getByRole('main')
      await expect(main).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
      const levels = await main
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])))
      const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
      expect(jumps, 'no heading leaves out a level').toEqual([])
      expect((await main.innerText()).length).toBeGreaterThan(100)
      expect(await page.getByRole('link').count()).toBeGreaterThan(3)
      // Nothing of what a form holds stands in an address.
      expect(watch.requests.filter((request) => request.includes('?'))).toEqual([])
    })
  }
})

test('with JavaScript no route asks anyone but Lantern, sets a cookie, or breaks', async ({
  page,
  watch,
}) => {
  test.setTimeout(120_000)
  for (const route of siteMap.routes) {
    await openRoute(page, route)
    await page.waitForLoadState('load')
  }
  // The watch itself fails on strangers, cookies and errors.
  expect(watch.requests.length).toBeGreaterThan(siteMap.routes.length)
})

test('every link leads to a page that exists, and to a place that exists on it', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
  type Seen = { status: number; ids: Set<string | undefined>; links: string[] }
  const seen = new Map<string, Promise<Seen>>()
  const fetchPage = async (path: string): Promise<Seen> => {
    const response = await fetch(new URL(path, baseURL))
    const html = (await response.text()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
    const links = [...html.matchAll(/<a[^>]*\shref="([^"]+)"/g)].map((match) => match[1] ?? '')
    return { status: response.status, ids: idsOf(html), links }
  }
  const visit = (path: string): Promise<Seen> => {
    const page = seen.get(path) ?? fetchPage(path)
    seen.set(path, page)
    return page
  }
  /** Each dead address with the first page that names it. */
  const dead = new Map<string, string>()
  for (const route of siteMap.routes.filter(({ kind }) => kind !== 'posted')) {
    const { links } = await visit(route.path)
    const ours = links.filter((link) => /^[/#]/.test(link))
    const own = [...new Set(ours)].map((link) => ({ link, path: link.split('#')[0] ?? '' }))
    await Promise.all(own.map(({ path }) => visit(path || route.path)))
    for (const { link, path } of own) {
      const place = link.split('#')[1]
      const target = await visit(path || route.path)
      if (target.status !== 200 && path) dead.set(path, `${target.status}, from ${route.path}`)
      else if (place && !target.ids.has(place)) dead.set(link, `no such place, from ${route.path}`)
    }
  }
  expect(Object.fromEntries(dead)).toEqual({})
})
