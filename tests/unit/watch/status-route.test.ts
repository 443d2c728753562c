import { expect, test } from 'vitest'

test('with the database away the answer is a small 503 that nobody keeps', async () => {
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'
  const { GET } = await import('@/app/api/sources/status/route')
  const response = await GET(new Request('http://localhost/api/sources/status'))
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ code: 'database-unavailable' })
})
