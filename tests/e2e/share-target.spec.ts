/** What another app hands to an installed Lantern: the browser posts it, as the manifest says. */
// Not the watched test: watching all requests hides those that the worker answers.
import { expect, test, type Page } from '@playwright/test'
import { shareAddress, shareMark } from '@/lib/claims/shared-text'
import { follow, press } from '@/tests/e2e/steps'
import { english } from '@/tests/e2e/words'

const { form, report, sharedSent } = english.articleCheck
const box = (page: Page) => page.getByRole('textbox', { name: form.label })

/** Posts it as a browser does when someone chooses Lantern in the menu of another app. */
const share = (page: Page, fields: Record<string, string>) =>
  page.evaluate(
    ([action, given]) => {
      const sending = document.createElement('form')
      Object.assign(sending, { method: 'post', action })
      for (const [name, value] of Object.entries(given))
        sending.append(Object.assign(document.createElement('textarea'), { name, value }))
      document.body.append(sending)
      sending.submit()
    },
    [shareAddress('en'), fields] as const,
  )

const check = `/en/check-an-article${shareMark}`

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test.beforeEach(async ({ page }) => {
    await page.goto('/en/about')
    // As the page itself does once Lantern is installed.
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js', { scope: '/en' })
      await navigator.serviceWorker.ready
    })
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true)
  })

  test('a shared text reaches the box and no server, and nothing of it is kept', async ({ page }) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await share(page, {
      title: 'Good news',
      text: 'Stem cells cure heart failure, says quietharbour.',
      url: '',
    })
    const answer = await answered
    expect([answer.fromServiceWorker(), answer.status()]).toEqual([true, 303])
    await expect(page).toHaveURL(check)
    await expect(box(page)).toHaveValue('Good news\n\nStem cells cure heart failure, says quietharbour.')
    await expect(page.getByRole('status').getByText(report.shared)).toBeVisible()
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await page.reload()
    await expect(page.getByRole('status').getByText(report.sharedGone)).toBeVisible()
    await expect(box(page)).toHaveValue('')
    // Of a link there is nothing to press for.
    await share(page, { title: 'A cure?', text: 'https://clinic.example/no-risk', url: '' })
    await expect(page.getByText(report.linkPhone).first()).toBeVisible({ timeout: 20_000 })
    await expect(box(page)).toHaveValue('A cure?\n\nhttps://clinic.example/no-risk')
  })

  test('leaving quickly before the check has shown it takes it away', async ({ page, context }) => {
    await context.route(/check-article/, (route) => route.abort()) // the check does not come
    await share(page, { text: 'Stem cells cure heart failure.' })
    await expect(page).toHaveURL(check)
    const other = await context.newPage()
    await other.goto('/en/heart-failure')
    await follow(other, english.leave.link)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(english.leave.title)
    const registered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    await expect.poll(registered).toBe(0)
    // The worker lives as long as the page that it controls: asked now, it has nothing.
    const left = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => resolve(data)
          navigator.serviceWorker.controller?.postMessage({ kind: 'take-shared' }, [port2])
        }),
    )
    expect(left).toBeNull()
  })
})

test('without it the server brings the text back unread and says so; it is then checked on the device', async ({
  page,
}) => {
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.goto('/en/about')
  await share(page, { text: 'Stem cells <b>cure</b> heart failure.' })
  await expect(page.getByText(sharedSent)).toBeVisible()
  await expect(page.getByText(form.staysNow)).toBeVisible()
  await expect(box(page)).toHaveValue('Stem cells <b>cure</b> heart failure.')
  await expect(page.locator('.ac-report')).toHaveCount(0)
  await press(page, form.go)
  await expect(page.getByRole('heading', { name: report.title })).toBeFocused({ timeout: 20_000 })
  expect(posts.map((address) => new URL(address).pathname)).toEqual([shareAddress('en')])
})

test('a browser can install Lantern', async ({ page, context }) => {
  await page.goto('/en')
  const devtools = await context.newCDPSession(page)
  const { url, errors } = await devtools.send('Page.getAppManifest')
  expect([new URL(url).pathname, errors]).toEqual(['/en.webmanifest', []])
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window of a test is a private one; nothing else stands against it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})
