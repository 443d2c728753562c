import { expect, test, type Page } from '@playwright/test'
import { countSignedPieces } from '@/lib/reviews/reviews'
import { contentHashes } from '@/prisma/pipeline/content-pieces'
import { realContent } from '@/tests/content/real-content'
import { siteMap } from '@/tests/e2e/site-map'
import { t } from '@/tests/e2e/words'

/** The number of sources that the database holds, as the search says. */
async function countAll(page: Page): Promise<number> {
  const reply = (await (await page.request.get('/api/sources')).json()) as { total: number }
  return reply.total
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the list of sources holds every source of the database, each with a page of its own', async ({
    page,
  }) => {
    const total = await countAll(page)
    expect(total).toBeGreaterThan(100)
    await page.goto('/en/sources')
    await expect(page.locator('[data-all-sources] [data-source]')).toHaveCount(total)
    await expect(page.getByText(`${total} sources in all.`)).toBeVisible()
    await page.locator('[data-all-sources] a').first().click()
    await expect(page.getByRole('heading', { name: 'Where we use it' })).toBeVisible()
  })

  test('a source page gives its figures as printed, each with an address, and leads to the pages that show them', async ({
    page,
  }) => {
    await page.goto('/en/sources/stiches-2016')
    await expect(page.locator('[data-figure="estimate:stiches-death-bypass"]')).toContainText('359 (58.9%)')
    await expect(page.locator('#figure-stiches-death-bypass')).toBeVisible()
    const doi = page.getByRole('link', { name: '10.1056/NEJMoa1602001' })
    await expect(doi).toHaveAttribute('href', 'https://doi.org/10.1056/NEJMoa1602001')
    await expect(doi).toHaveAttribute('rel', /noreferrer/)
    const places = page.getByRole('region', { name: 'Where we use it' }).getByRole('link')
    for (const href of await places.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    )) {
      const [path = '', anchor] = href.split('#')
      const found = await page.request.get(path)
      expect(found.status(), href).toBe(200)
      if (anchor) expect(await found.text(), href).toContain(`id="${anchor}"`)
    }
  })

  test('a source page keeps the name of the journal apart from what we noted of the page we read', async ({
    page,
  }) => {
    await page.goto('/en/sources/reshape-hf2-2024')
    const rows = page.locator('dl[data-source="reshape-hf2-2024"] > div')
    await expect(rows.filter({ hasText: 'Where it appeared' }).locator('dd')).toHaveText('N Engl J Med, 2024')
    await expect(rows.filter({ hasText: 'How we read it' }).locator('dd')).toContainText('Read at acc.org.')
    const ris = await (await page.request.get('/api/sources/export?format=ris&q=reshape-hf2')).text()
    expect(ris).toMatch(/^T2 {2}- N Engl J Med\r?$/m)
    expect(ris).toMatch(/^N1 {2}- .*Read at acc\.org\./m)
  })

  test('"has this changed" says that today\'s version has not, and that an unknown one is not known', async ({
    page,
  }) => {
    const reply = await page.request.get('/api/sources')
    const { version } = (await reply.json()) as { version: string }
    await page.goto(`/en/changed/${version}`)
    await expect(page.getByText('Nothing has changed.')).toBeVisible()
    for (const wrong of ['2001-01-01.abcdef', 'x', `${version}0`]) {
      const answer = await page.goto(`/en/changed/${wrong}`)
      expect(answer?.status(), wrong).toBe(404)
      await expect(page.getByRole('heading', { name: 'We could not find that page' })).toBeVisible()
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
    }
  })

  test('the prints of steps 1, 3, 4 and 7 say where to ask if they have changed, on paper only', async ({
    page,
  }) => {
    for (const step of ['', '/compare/advanced', '/stem-cells', '/summary']) {
      await page.emulateMedia({ media: 'screen' })
      await page.goto(`/en/heart-failure${step}`)
      const foot = page.locator('[data-print-foot]')
      await expect(foot).toBeHidden()
      await page.emulateMedia({ media: 'print' })
      await expect(foot).toBeVisible()
      await expect(foot).toContainText(`/en/changed/${await foot.getAttribute('data-print-foot')}`)
      await expect(foot).toContainText('Not yet reviewed by a clinician.')
    }
  })

  test('the quality page opens with five lines for a clinician, on the first screens of a phone, and they are true', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/en/about/quality')
    const part = page.locator('main section').first()
    await expect(part.getByRole('heading', { level: 2 })).toHaveText(t('quality.brief.title'))
    const lines = part.getByRole('listitem')
    await expect(lines).toHaveCount(5)
    for (const line of await lines.allInnerTexts())
      expect(line.split(/\s+/).length, line).toBeLessThanOrEqual(30)
    const end = await lines.last().boundingBox()
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThan(2 * 844)
    for (const { name } of siteMap.conditions) await expect(lines.nth(0)).toContainText(name)
    // What the third line says is counted from the sign-offs; there are those of reviews.yaml.
    const content = realContent()
    const signed = countSignedPieces(contentHashes(content), content.reviews)
    await expect(lines.nth(2)).toContainText(t('quality.brief.signed', signed))
  })

  test('every place that the self-assessment names is there', async ({ page }) => {
    await page.goto('/en/about/quality')
    const links = page.locator('[data-quality] a')
    const hrefs = new Set(
      await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? '')),
    )
    expect(hrefs.size).toBeGreaterThan(10)
    for (const href of hrefs) {
      const [path = '', anchor] = href.split('#')
      const found = await page.request.get(path)
      expect(found.status(), href).toBe(200)
      if (anchor) expect(await found.text(), href).toContain(`id="${anchor}"`)
    }
  })

  test('the review sheet holds every figure of the illness with two boxes, and search engines leave it out', async ({
    page,
  }) => {
    await page.goto('/en/review/liver-failure')
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    const figures = await page.locator('[data-estimate]').count()
    const facts = await page.locator('[data-fact]').count()
    const claims = await page.locator('[data-claim]').count()
    expect(figures).toBeGreaterThan(100)
    expect(claims).toBeGreaterThan(5)
    await expect(page.getByRole('checkbox')).toHaveCount(2 * (figures + facts + claims))
  })
})

test('the list is narrowed by keyboard, says how many it found, and its address can be kept', async ({
  page,
}) => {
  const total = await countAll(page)
  await page.goto('/en/sources')
  const said = page.getByRole('search').locator('xpath=..').getByRole('status')
  const search = page.getByRole('searchbox', { name: 'Words to look for' })
  await search.focus()
  await page.keyboard.type('stiches')
  await expect(said).toHaveText('Sources found: 1')
  await expect(page.locator('[data-all-sources]')).toBeHidden()
  await expect(page).toHaveURL(/\?q=stiches$/)

  await search.clear()
  await page.keyboard.press('Tab') // to the illness
  await expect(page.getByRole('combobox', { name: 'Illness' })).toBeFocused()
  await page.keyboard.type('Heart')
  await expect(page).toHaveURL(/\?condition=heart-failure$/)
  await expect(said).toHaveText(/^Sources found: \d+$/)
  const ofHeart = Number((await said.textContent())?.replace(/\D/g, ''))
  expect(ofHeart).toBeGreaterThan(50)
  expect(ofHeart).toBeLessThan(total)

  await page.keyboard.press('Tab') // the treatment can be chosen now
  await expect(page.getByRole('combobox', { name: 'Treatment or cell product' })).toBeFocused()
  await page.keyboard.type('Bypass')
  await expect(page).toHaveURL(/about=option%3Abypass/)
  await expect(async () => {
    const ofBypass = Number((await said.textContent())?.replace(/\D/g, ''))
    expect(ofBypass).toBeGreaterThan(0)
    expect(ofBypass).toBeLessThan(ofHeart)
  }).toPass()

  const address = page.url()
  await page.goto('/en')
  await page.goto(address)
  await expect(page.getByRole('combobox', { name: 'Illness' })).toHaveValue('heart-failure')
  await page.getByRole('button', { name: 'Clear all' }).press('Enter')
  await expect(page.locator('[data-all-sources]')).toBeVisible()
  await expect(page).toHaveURL(/\/en\/sources$/)
})

test('"show more" adds the rest; nothing found and no answer are told, with a way on', async ({ page }) => {
  await page.goto('/en/sources?tier=A')
  const found = page.getByRole('region', { name: 'What we found' })
  await expect(found.getByRole('listitem')).toHaveCount(50)
  await found.getByRole('button', { name: 'Show more' }).click()
  await expect(found.getByRole('listitem')).toHaveCount(100)

  await page.getByRole('searchbox').fill('no such words anywhere')
  await expect(found.getByText('No source fits all of this.')).toBeVisible()

  await page.route('**/api/sources?*', (route) => route.fulfill({ status: 503, body: 'down' }))
  await page.getByRole('searchbox').fill('pump')
  await expect(found.getByRole('alert')).toContainText('The list did not answer.', { timeout: 15_000 })
  await page.unroute('**/api/sources?*')
  await found.getByRole('button', { name: 'Try again' }).click()
  await expect(found.getByRole('status')).toHaveText(/^Sources found: [1-9]/)
})

test('an answer of another shape is an error, never shown', async ({ page }) => {
  await page.route('**/api/sources?*', (route) =>
    route.fulfill({ json: { total: 1, sources: [{ title: 'x' }] } }),
  )
  await page.goto('/en/sources?q=pump')
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 15_000 })
})

test('the exports hold every source in each format, with the right type and a file name', async ({
  page,
}) => {
  const total = await countAll(page)
  const get = async (format: string) => {
    const answer = await page.request.get(`/api/sources/export?format=${format}`)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toMatch(
      /^attachment; filename="lantern-sources-[\d.a-f-]+\.\w+"$/,
    )
    return { type: answer.headers()['content-type'], text: await answer.text() }
  }
  const csl = await get('csl-json')
  expect(csl.type).toContain('application/vnd.citationstyles.csl+json')
  expect(JSON.parse(csl.text)).toHaveLength(total)
  const ris = await get('ris')
  expect(ris.type).toContain('application/x-research-info-systems')
  expect(ris.text.match(/^TY {2}- /gm)).toHaveLength(total)
  expect(ris.text.match(/^ER {2}- /gm)).toHaveLength(total)
  const csv = await get('csv')
  expect(csv.type).toContain('text/csv')
  expect(csv.text.match(/\r\n/g)).toHaveLength(total + 1)
  expect((await page.request.get('/api/sources/export?format=pdf')).status()).toBe(400)
  const some = await page.request.get('/api/sources/export?format=csl-json&status=retracted')
  expect(((await some.json()) as { id: string }[]).map(({ id }) => id)).toContain('scipio-retracted')
})

test('filters that are not understood are refused', async ({ request }) => {
  for (const query of ['kind=poem', 'q=a&q=b', 'about=option:bypass', 'offset=-1', 'colour=red'])
    expect((await request.get(`/api/sources?${query}`)).status(), query).toBe(400)
})
