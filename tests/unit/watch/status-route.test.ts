import { expect, test } from 'vitest'
import { GET } from '@/app/api/sources/status/route'

test('with the database away the answer is a small 503 that nobody keeps', async () => {
  const response = await GET(new Request('http://localhost/api/sources/status'))
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ code: 'database-unavailable' })
})
