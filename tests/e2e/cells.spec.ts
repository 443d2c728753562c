/** The pages about stem cells: short enough, nothing lost on the way one tap down, old addresses still lead to it. */
import type { APIRequestContext } from '@playwright/test'
import {
  cellPageHref,
  cellPages,
  claimHref,
  productHref,
  productTrialsHref,
  stepHref,
} from '@/lib/journey/steps'
import { readContent } from '@/prisma/pipeline/read-content'
import { siteMap } from '@/tests/e2e/site-map'
import { t } from '@/tests/e2e/words'
import { expect, test } from '@/tests/e2e/watched'

const read = readContent(process.env.LANTERN_CONTENT || 'prisma/content')
if (!read.ok) throw new Error('the content cannot be read')
const { conditions } = read.content

/** What can be reached from a page by its links, inside the step: the HTML of each page by its address. */
async function pagesFrom(start: string, request: APIRequestContext): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const open = async (address: string): Promise<void> => {
    if (found.has(address)) return
    const reply = await request.get(address)
    expect(reply.status(), address).toBe(200)
    const html = await reply.text()
    found.set(address, html)
    for (const [, href = ''] of html.matchAll(/href="([^"#]+)/g))
      if (href === start || href.startsWith(`${start}/`)) await open(href)
  }
  await open(start)
  return found
}

/** Every figure, claim and trial that the content has about cells, as pages mark them. */
function punctuationOf({ 'stem-cells': cells, claims }: (typeof conditions)[number]): string[] {
  const figures = [
    ...cells.products.flatMap(({ answers, trials }) => [...answers, ...trials].flatMap((x) => x.estimates)),
    ...cells.trialPicture,
    ...cells.errorPicture,
  ]
  return [
    ...figures.map((id) => `data-figure="estimate:${id}"`),
    ...claims.claims.map(({ id }) => `id="claim-${id}"`),
    ...cells.products.flatMap(({ trials, running }) => [
      ...trials.map(({ id }) => `id="trial-${id}"`),
      ...running.map(({ registration }) => `data-trial="${registration}"`),
    ]),
  ]
}

for (const condition of conditions) {
  const { id } = condition.condition
  const step = stepHref('en', id, 'stemCells')

  test(`${id}: every figure, claim and trial about cells can be reached from the step`, async ({
    request,
  }) => {
    const pages = await pagesFrom(step, request)
    expect(pages.size).toBeGreaterThanOrEqual(
      1 + cellPages.length + 2 * condition['stem-cells'].products.length,
    )
    const all = [...pages.values()].join('\n')
    const marks = punctuationOf(condition)
    expect(marks.length).toBeGreaterThan(50)
    expect(marks.filter((mark) => !all.includes(mark))).toEqual([])
  })

  test(`${id}: old anchors are there, each at or beside the way to what it named`, async ({ request }) => {
    const html = await (await request.get(step)).text()
    const leadsTo: Record<string, string> = {
      claims: cellPageHref('en', id, 'claims'),
      'early-trials': cellPageHref('en', id, 'early-trials'),
      harms: cellPageHref('en', id, 'harms'),
      guidelines: cellPageHref('en', id, 'guidelines'),
      'trial-picture': cellPageHref('en', id, 'studies'),
      'before-you-pay': cellPageHref('en', id, 'before-you-pay'),
      questions: cellPageHref('en', id, 'before-you-pay'),
      prices: cellPageHref('en', id, 'before-you-pay'),
      checks: cellPageHref('en', id, 'find-a-trial'),
      regulators: cellPageHref('en', id, 'regulators'),
    }
    for (const { id: product } of condition['stem-cells'].products)
      leadsTo[`product-${product}`] = productHref('en', id, product)
    for (const [anchor, href] of Object.entries(leadsTo)) {
      const after = html.slice(html.indexOf(`id="${anchor}"`))
      expect(html, anchor).toContain(`id="${anchor}"`)
      expect(/href="([^"]+)"/.exec(after)?.[1], anchor).toBe(href)
    }
    for (const { id: product, trials } of condition['stem-cells'].products) {
      const family = await (await request.get(productHref('en', id, product))).text()
      for (const trial of trials) {
        const after = family.slice(family.indexOf(`id="trial-${trial.id}"`))
        expect(/href="([^"]+)"/.exec(after)?.[1]).toBe(productTrialsHref('en', id, product, trial.id))
      }
    }
  })

  test(`${id}: each guideline stands under its topic, with a way to its source; what was not read is told`, async ({
    page,
  }) => {
    await page.goto(cellPageHref('en', id, 'guidelines'))
    const { positions, words } = condition
    for (const { id: topic, said, notFound } of positions.topics) {
      const part = page.locator('section', { has: page.locator(`#${topic}`) }).last()
      await expect(part.getByRole('heading', { level: 2 })).toHaveText(words.positions.topics[topic] ?? '')
      await expect(part.locator('dl > div')).toHaveCount(said.length)
      for (const { body, sources } of said) {
        await expect(part).toContainText(words.positions.bodies[body]?.name ?? '')
        await expect(part).toContainText(words.positions.said[topic]?.[body] ?? '')
        for (const source of sources)
          await expect(part.locator(`a[href="/en/sources/${source}"]`).first()).toBeVisible()
      }
      if (said.length === 0) await expect(part).toContainText(t('positions.none'))
      const missing = page.locator('section', { has: page.locator('#missing') }).last()
      for (const { why } of notFound) await expect(missing).toContainText(words.positions.whys[why] ?? '')
    }
  })

  for (const [name, address, screens] of [
    ['the step', step, 3.5],
    ['guidelines', cellPageHref('en', id, 'guidelines'), 12.6],
    ['claims', cellPageHref('en', id, 'claims'), 5],
    ['before you pay', cellPageHref('en', id, 'before-you-pay'), 4],
    ...condition['stem-cells'].products.map(
      ({ id: product }) => [product, productHref('en', id, product), 3.5] as const,
    ),
  ] as const)
    test(`${id}, ${name}: at most ${screens} screens of a phone`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(address)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(height / 844).toBeLessThanOrEqual(screens)
    })
}

for (const javaScriptEnabled of [true, false])
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('the address of a claim shows why, and the others stay closed', async ({ page }) => {
      const [condition] = conditions
      const claims = condition?.claims.claims ?? []
      const at = claims[3]
      if (!condition || !at) throw new Error('too few claims')
      await page.goto(claimHref('en', condition.condition.id, at.id))
      await expect(page.locator(`#claim-${at.id} h3`).first()).toBeVisible()
      await expect(page.locator(`#claim-${claims[0]?.id} h3`).first()).toBeHidden()
    })
  })

test('each illness is asked about its own organ', async ({ request }) => {
  for (const { id } of siteMap.conditions) {
    const html = await (await request.get(stepHref('en', id, 'stemCells'))).text()
    const organs = conditions.map((c) => [c.condition.id, c.words['stem-cells'].organQuestion ?? ''] as const)
    for (const [of, question] of organs) expect(html.includes(question), `${id}: ${question}`).toBe(of === id)
  }
})
