import { expect, test } from 'vitest'
import { POST } from '@/app/api/visit/route'

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new Request('http://lantern.test/api/visit', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  )

test('the form of a visit is answered with a calendar file that nothing keeps', async () => {
  const answer = await post({ locale: 'en', day: '2026-12-03', time: '09:30' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-disposition')).toContain('my-visit.ics')
  expect(await answer.text()).toContain('SUMMARY:Visit at the clinic')
})

test('a form that did not arrive whole, or comes from another site, gets a page with a way back', async () => {
  const half = await post({ locale: 'en', day: '2026-12-03' })
  expect(half.status).toBe(400)
  expect(await half.text()).toContain('what you wrote is still there')
  const foreign = await post(
    { locale: 'en', day: '2026-12-03', time: '09:30' },
    { 'sec-fetch-site': 'cross-site' },
  )
  expect(foreign.status).toBe(403)
  expect((await post({ locale: 'xx', day: '2026-12-03', time: '09:30' })).status).toBe(404)
})
