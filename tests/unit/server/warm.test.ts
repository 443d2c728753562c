import { expect, test } from 'vitest'
import { siteAddresses } from '@/lib/server/front/addresses'
import { eachOnce, warm } from '@/lib/server/front/warm'

const site = siteAddresses(
  ['/en', '/en/a/check', '/en/b/check', '/en/a/summary', '/en/check-an-article', '/en/sources'],
  ['/api/sources', '/api/shares/[id]', '/api/shares/[id]/revoke'],
)

test('a form of each kind, a page of changes and each handler are asked once, one after the other', async () => {
  const seen: string[] = []
  let atOnce = 0
  const statuses = await warm((request, response) => {
    expect((atOnce += 1)).toBe(1)
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`.trim())
      atOnce -= 1
      response.writeHead(seen.length === 1 ? 500 : 200).end('x'.repeat(100_000))
    })
  }, site)
  expect(seen).toEqual([
    'POST /en/b/check text=cells',
    'POST /en/a/summary text=cells',
    'POST /en/check-an-article text=cells',
    'GET /en/changed/2000-01-01.000000',
    'GET /api/sources',
    'GET /api/shares/-',
    'GET /api/shares/-/revoke',
  ])
  expect(statuses).toEqual([500, 200, 200, 200, 200, 200, 200])
})

test('a line that breaks stops nothing: the start goes on', async () => {
  expect(await warm((request) => void request.socket.destroy(), site)).toEqual([])
  expect(eachOnce(siteAddresses([], []))).toHaveLength(1)
})
