import { expect, test } from 'vitest'
import { reportView } from '@/lib/claims/report-view'
import { htmlOf } from '@/lib/texts/view'
import { analyseArticle } from '@/lib/claims/analyse'
import type { ArticleKit } from '@/lib/claims/article-kit'
import { makeReport } from '@/lib/claims/article-report'
import { articlePatterns } from '@/tests/article-patterns'
import { checkInThread } from '@/lib/server/article/article-checker'
import messages from '@/lib/texts/messages.en.json'

const kit: ArticleKit = {
  locale: 'en',
  version: 'test',
  patterns: articlePatterns(),
  signs: [],
  claims: [],
  missing: [],
  conditions: [{ id: 'heart-failure', name: 'Heart failure' }],
  sample: { title: 'none', text: 'none' },
  often: {},
  words: messages.articleCheck.report,
}

const readInThread = async (text: string) => new TextDecoder().decode(await checkInThread(text, kit))

test('the thread gives what a check here gives, text after text', async () => {
  const texts = [
    'Stem cells cured my heart failure. There is no risk.',
    'Stem cells don´t cure heart failure.',
    '',
  ]
  const pages = await Promise.all(texts.map(readInThread))
  expect(pages).toEqual(
    texts.map((text) => htmlOf(reportView(makeReport(text, analyseArticle(text, kit.patterns), kit), kit))),
  )
})

test('what a person wrote is text, never markup', async () => {
  const html = await readInThread('<img src=x onerror="cure()"></div><script>cure()</script> & no risk')
  expect(html).toContain('&lt;script&gt;cure()&lt;/script&gt;')
  expect(html).not.toMatch(/<(?:img|script)/)
})

test('a check of 200,000 characters leaves this thread free', async () => {
  await checkInThread('warm', kit)
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const startedAt = performance.now()
  await checkInThread('Our stem cells cure heart failure. '.repeat(5_700), kit)
  const took = performance.now() - startedAt
  clearInterval(timer)
  // On one busy core the two take turns: what is asked is that the check does not hold this thread until it is done.
  expect(longest).toBeLessThan(Math.max(took * 0.8, 50))
})
