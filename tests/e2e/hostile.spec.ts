import { expect, test } from '@playwright/test'
import { hostilePaths, judge, sendHostile } from '@/tests/hostile'
import { siteMap } from '@/tests/e2e/site-map'

test('1,000 hostile requests over all routes: no failure, no reflection, no injected header', async ({
  baseURL,
  request,
}) => {
  test.setTimeout(180_000)
  const paths = hostilePaths(siteMap.routes.map(({ path }) => path))
  const { byStatus, wrong } = await sendHostile(baseURL ?? '', paths, 50_001, 1_000)
  expect(wrong).toEqual([])
  expect([...byStatus.values()].reduce((sum, count) => sum + count, 0)).toBe(1_000)
  expect(byStatus.get('200') ?? 0).toBeGreaterThan(10) // they reach pages, too
  expect((await request.get('/en')).status()).toBe(200)
})

test('the judge of hostile answers sees what is wrong', () => {
  const good = 'HTTP/1.1 404 Not Found\r\nX-Content-Type-Options: nosniff\r\n\r\n'
  expect(judge(`${good}<p>m1</p>`, 'm1').why).toBeNull()
  expect(judge(good.replace('404', '500'), 'm1').why).toBe('status 500')
  expect(judge(good.replace('X-Content', 'X-m1: 1\r\nX-Content'), 'm1').why).toBe('a header was injected')
  expect(judge(`${good}<script>m1`, 'm1').why).toBe('markup came back')
  expect(judge(good.replace('X-Content', 'Set-Cookie: a\r\nX-Content'), 'm1').why).toBe('a cookie was set')
  expect(judge('HTTP/1.1 200 OK\r\n\r\n', 'm1').why).toBe('without our headers')
  expect(judge('garbage', 'm1').why).toBe('no HTTP')
})
