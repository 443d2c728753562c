/** What every page says without any script: read as HTML, and one page of each kind in a browser with JavaScript off. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { attributeOf, elementsIn, textIn } from '@/tests/html'
import { onePerLook, siteMap, type Route } from '@/tests/e2e/site-map'
import { conditionOf, fieldsOf, openRoute, somethingToSay } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 120_000 })

type Element = DefaultTreeAdapterTypes.Element
type Read = { status: number; all: Element[]; html: string }

async function read(url: URL, init?: RequestInit): Promise<Read> {
  const response = await fetch(url, init)
  const html = await response.text()
  return { status: response.status, html, all: elementsIn(parse(html)) }
}

/** A page as somebody without JavaScript gets it: a posted one by the form that posts it. */
function readRoute(route: Route, baseURL = ''): Promise<Read> {
  const url = new URL(route.path, baseURL)
  if (route.kind !== 'posted') return read(url)
  const body = new URLSearchParams(fieldsOf(somethingToSay(conditionOf(route))))
  return read(url, { method: 'POST', body, headers: { origin: url.origin } })
}

function faultsOf({ status, all }: Read, route: Route): string[] {
  const named = (...names: string[]) => all.filter(({ tagName }) => names.includes(tagName))
  const [html] = named('html')
  const [title] = named('title')
  const [main, ...mains] = named('main')
  const inMain = main ? elementsIn(main) : []
  const levels = inMain.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
  const addresses = all.flatMap(
    (element) => attributeOf(element, 'action') ?? attributeOf(element, 'href') ?? [],
  )
  const said: [boolean, string][] = [
    [status === route.status, `answers ${status}`],
    [html !== undefined && attributeOf(html, 'lang') === 'en', 'says no language'],
    [title !== undefined && /Lantern/.test(textIn(title)), 'has no title'],
    [main !== undefined && mains.length === 0, 'has not one main part'],
    [named('h1').length === 1 && levels[0] === 1, 'does not begin with its one heading of level 1'],
    [
      levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1),
      `leaves out a level: ${levels.join(' ')}`,
    ],
    [main !== undefined && textIn(main).trim().length > 100, 'says almost nothing'],
    [named('a').filter((link) => attributeOf(link, 'href')).length > 3, 'has no ways on'],
    [
      named('form').every((form) => /^(?:post|dialog)$/i.test(attributeOf(form, 'method') ?? 'get')),
      'has a form that would put what it holds into an address',
    ],
    [
      route.path === '/en/leave' || (html !== undefined && textIn(html).includes(t('site.notReviewed'))),
      'does not say that no clinician has reviewed it',
    ],
    [addresses.every((address) => !/^(?:javascript|data):/i.test(address)), 'links to a script'],
  ]
  return said.flatMap(([isGood, fault]) => (isGood ? [] : [`${route.name} ${fault}`]))
}

test('every page reads without JavaScript: a title, headings in order, text and ways on', async ({
  baseURL,
}) => {
  const faults: string[] = []
  for (const route of siteMap.routes) faults.push(...faultsOf(await readRoute(route, baseURL), route))
  expect(faults).toEqual([])
  expect(siteMap.routes.length).toBeGreaterThan(100)
})

test('every link leads to a page that exists, and to a place that exists on it', async ({ baseURL }) => {
  type Seen = { status: number; ids: Set<string>; links: string[] }
  const seen = new Map<string, Promise<Seen>>()
  const look = async (path: string): Promise<Seen> => {
    const { status, all } = await read(new URL(path, baseURL))
    const ids = new Set(all.flatMap((element) => attributeOf(element, 'id') ?? []))
    const links = all.flatMap((element) =>
      element.tagName === 'a' ? (attributeOf(element, 'href') ?? []) : [],
    )
    return { status, ids, links }
  }
  const visit = (path: string): Promise<Seen> => {
    const page = seen.get(path) ?? look(path)
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

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  // One page after the other in one tab: a tab of its own for each took five times as long.
  test('one page of each kind is seen: its heading, its text, its ways on', async ({ page, watch }) => {
    for (const route of onePerLook) {
      await openRoute(page, route)
      const main = page.getByRole('main')
      await expect.soft(main.getByRole('heading', { level: 1 }), route.name).toBeVisible()
      expect.soft((await main.innerText()).length, route.name).toBeGreaterThan(100)
      expect.soft(await page.getByRole('link').count(), route.name).toBeGreaterThan(3)
    }
    // Nothing of what a form holds stands in an address.
    expect(watch.requests.filter((request) => request.includes('?'))).toEqual([])
    expect(onePerLook.length).toBeGreaterThan(30)
  })
})
