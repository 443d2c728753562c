import type http from 'node:http'
import { expect, test } from 'vitest'
import { limitedKind } from '@/lib/server/front/limits'
import { routeName } from '@/lib/server/front/metrics'
import { straighten } from '@/lib/server/front/plain-path'

test.each([
  ['POST', '/api/shares', 'create'],
  ['POST', '/api/shares/', 'create'],
  ['POST', '//api//shares', 'create'],
  ['POST', '/api/shares?x=1', 'create'],
  ['POST', '/api/%73hares', 'create'],
  ['POST', '/api\\shares', 'create'],
  ['GET', '/api/shares/abc?recipient=me', 'use'],
  ['HEAD', '/api/shares/abc', 'use'],
  ['POST', '/api/shares/abc/status', 'use'],
  ['POST', '/api/%73hares/abc/revoke', 'use'],
  ['POST', '/en/heart-failure/summary', 'post'],
  ['POST', '/api/summary/pdf', 'post'],
  ['GET', '/api/sources/export?format=ris', 'post'],
  ['OPTIONS', '/api/shares/abc', null],
  ['GET', '/en/heart-failure', null],
  ['GET', '/api/sources', null],
  ['GET', '/api/health/ready', null],
  ['GET', '/%', null],
])('%s %s falls under: %s', (method, url, kind) => expect(limitedKind(method, url)).toBe(kind))

test.each([
  ['/api/shares/', '/api/shares'],
  ['//api///shares/abc/', '/api/shares/abc'],
  ['/api\\shares/abc?recipient=a//b/', '/api/shares/abc?recipient=a//b/'],
  ['/api/shares/abc', '/api/shares/abc'],
  ['/api/shares/../', '/api/shares/-'],
  ['/api/shares/./abc?x=..', '/api/shares/-/abc?x=..'],
  ['/en/', '/en/'],
  ['/api/sources/', '/api/sources/'],
])('%s goes on as %s', (url, straight) => {
  const request = { url, headers: { rsc: '1' } } as unknown as http.IncomingMessage
  straighten(request)
  expect(request.url).toBe(straight)
})

test('a request is counted under a name of ours, never under its address', () => {
  const id = 'A'.repeat(43)
  const name = (method: string, url: string) => routeName({ method, url })
  expect(name('POST', '/api/shares')).toBe('share-create')
  expect(name('GET', `/api/shares/${id}`)).toBe('share-open')
  expect(name('POST', `/api/shares/${id}/status`)).toBe('share-status')
  expect(name('POST', `/api/shares/${id}/revoke`)).toBe('share-revoke')
  expect(name('POST', '/en/heart-failure/summary')).toBe('form')
  expect(name('GET', '/en/no-such-page')).toBe('other')
})
