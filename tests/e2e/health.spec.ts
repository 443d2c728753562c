import { expect, test } from '@playwright/test'

test('the process says it is alive and the database that it is ready, and neither is cached', async ({
  request,
}) => {
  for (const [path, status] of [
    ['/api/health/live', 'alive'],
    ['/api/health/ready', 'ready'],
  ] as const) {
    const response = await request.get(path)
    expect(response.status()).toBe(200)
    expect(await response.json()).toEqual({ status })
    expect(response.headers()['cache-control']).toBe('no-store')
  }
})
