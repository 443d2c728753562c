import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { outlookHref, stepHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { checkMyself, fieldsOf, open, postForm, sayWhatMatters, somethingToSay } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 90_000 })

/** The pages of a PDF, and its text: with poppler's tools where they are, else from the file and the print view. */
async function printed(
  page: Page,
  format: 'A4' | 'Letter',
  file: string,
): Promise<{ pages: number; text: string }> {
  const bytes = await page.pdf({ format, path: file, preferCSSPageSize: false })
  const counted = bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' })
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info.stdout ?? '')?.[1] ?? counted)
  // In the order of the file: in the order of the sheet, lines of two columns stand in turn.
  const words = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  if (words.status === 0) return { pages, text: words.stdout }
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  await page.emulateMedia({ media: 'screen' })
  return { pages, text }
}

/** Without spaces and line ends, which paper sets as it likes. */
const run = (text: string) => text.replaceAll(/\s+/g, '').toLowerCase()

for (const condition of siteMap.conditions) {
  for (const decision of condition.decisions) {
    const given = somethingToSay(condition, decision.id)
    given.matters.forEach((matter) => (matter.answer = 'a-lot')) // the longest summary: every item speaks
    given.own = 'What I want most is to be at home with my family, and to keep my garden. '.repeat(3).trim()
    given.unsure = 'I do not know what the weeks after it feel like, and who can help me then. '
      .repeat(2)
      .trim()
    given.ownQuestions =
      'Who can I call at night?\nMay I travel to my sister in spring?\nWhat if I change my mind?'

    test(`${condition.id}, ${decision.id}: the filled summary is whole on two sheets of A4 and of Letter`, async ({
      page,
    }, info) => {
      await open(page, stepHref('en', condition.id, 'matters'))
      await sayWhatMatters(page, given)
      await open(page, stepHref('en', condition.id, 'check'))
      await checkMyself(page, given)
      await open(page, stepHref('en', condition.id, 'summary'))
      await expect(page.getByText(given.own)).toBeVisible()
      const figures = await page
        .locator('[data-summary] [data-figure]')
        .filter({ visible: true })
        .allInnerTexts()
      for (const format of ['A4', 'Letter'] as const) {
        fs.mkdirSync(info.outputDir, { recursive: true })
        const { pages, text } = await printed(page, format, info.outputPath(`${format}.pdf`))
        expect(pages, format).toBeLessThanOrEqual(2)
        const paper = run(text)
        const wanted = [
          given.situation.name,
          decision.question,
          ...given.matters.map(({ label }) => label),
          given.own,
          given.lean.name,
          given.unsure,
          ...given.clinicQuestions.map(({ name }) => name),
          given.ownQuestions,
          given.cellsRead,
          given.cellsAsk,
          t('summary.name'),
          t('summary.born'),
          t('summary.clinic'),
          t('summary.answersLines'),
          condition.emergencyTitle,
          ...condition.emergencySigns,
          t('site.notReviewed'),
          t('site.version', { version: '' }),
          ...figures,
        ]
        const missing = wanted.filter((words) => !words.includes('{') && !paper.includes(run(words)))
        expect(missing, `${format}: missing on paper`).toEqual([])
        expect(figures.length, 'numbers on paper').toBeGreaterThan(2)
        for (const { question } of condition.decisions)
          if (question !== decision.question) expect(paper).not.toContain(run(question))
        expect(paper, 'a button is of no use on paper').not.toContain(run(t('summary.keep')))
      }
    })
  }

  test(`${condition.id}: the summary made without JavaScript prints on two sheets as well`, async ({
    page,
  }, info) => {
    const path = stepHref('en', condition.id, 'summary')
    await postForm(page, path, fieldsOf(somethingToSay(condition)))
    fs.mkdirSync(info.outputDir, { recursive: true })
    const { pages } = await printed(page, 'A4', info.outputPath('posted.pdf'))
    expect(pages).toBeLessThanOrEqual(2)
  })

  test(`${condition.id}: an empty summary prints with room to write by hand`, async ({ page }, info) => {
    await open(page, stepHref('en', condition.id, 'summary'))
    fs.mkdirSync(info.outputDir, { recursive: true })
    const { pages, text } = await printed(page, 'A4', info.outputPath('empty.pdf'))
    expect(pages).toBeLessThanOrEqual(2)
    expect(run(text)).toContain(run(t('summary.answersLines')))
  })

  test(`${condition.id}: on paper every folded part is open`, async ({ page }, info) => {
    let count = 0
    for (const id of ['condition', 'options', 'check'] as const) {
      await open(page, stepHref('en', condition.id, id))
      await page.emulateMedia({ media: 'print' })
      // What is only for the screen (long lists of sources) is not on paper at all, folded or not.
      const folded = await page.evaluate(() =>
        [...document.querySelectorAll('details')]
          .filter((details) => details.checkVisibility())
          .map((details) => ({
            title: details.closest('section')?.querySelector('h2, h3')?.textContent ?? '',
            isShown: details.querySelector(':scope > :not(summary)')?.checkVisibility() ?? false,
            longest: [...details.querySelectorAll('p, li')]
              .filter((element) => element.closest('details') === details && element.checkVisibility())
              .map(({ textContent }) => textContent)
              .reduce((a, b) => (b.length > a.length ? b : a), ''),
          })),
      )
      await page.emulateMedia({ media: null })
      if (!folded.length) continue
      count += folded.length
      fs.mkdirSync(info.outputDir, { recursive: true })
      const paper = run((await printed(page, 'A4', info.outputPath(`${id}.pdf`))).text)
      for (const { title, isShown, longest } of folded)
        expect({ id, title, isShown, isOnPaper: paper.includes(run(longest)) }).toEqual({
          id,
          title,
          isShown: true,
          isOnPaper: true,
        })
    }
    expect(count).toBeGreaterThan(0)
  })

  test(`${condition.id}: what a person opens by choice is on no paper but its own`, async ({
    page,
  }, info) => {
    expect(condition.optInTitles.length).toBeGreaterThan(0)
    fs.mkdirSync(info.outputDir, { recursive: true })
    const paperOf = async (path: string) => {
      await open(page, path)
      return run((await printed(page, 'A4', info.outputPath('sheet.pdf'))).text)
    }
    const outlook = await paperOf(outlookHref('en', condition.id))
    const lines = await page.locator('main li:has([data-figure])').filter({ visible: true }).allInnerTexts()
    expect(lines.length).toBeGreaterThan(3)
    const step = await paperOf(stepHref('en', condition.id, 'condition'))
    for (const line of [...lines, ...condition.optInTitles]) {
      expect({ line, isThere: outlook.includes(run(line)) }).toEqual({ line, isThere: true })
      expect({ line, isThere: step.includes(run(line)) }).toEqual({ line, isThere: false })
    }
    const way = page.getByRole('link', {
      name: t('condition.byChoice', { title: condition.optInTitles[0] ?? '' }),
    })
    await expect(way).toHaveAttribute('href', new RegExp(`^${outlookHref('en', condition.id)}#`))
  })
}
