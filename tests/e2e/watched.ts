import { test as base, type BrowserContext } from '@playwright/test'

export { expect } from '@playwright/test'

export type Watch = {
  /** Method and address of every request of the page, in order. */
  requests: string[]
  /** Requests that went (or tried to go) anywhere but to Lantern: stopped at the door. */
  strangers: string[]
  /** Uncaught errors of the page's scripts. */
  errors: string[]
}

export const newWatch = (): Watch => ({ requests: [], strangers: [], errors: [] })

/** Fails the test when a page asked a stranger, broke, or set a cookie. */
export async function expectQuiet(watch: Watch, context: BrowserContext): Promise<void> {
  const cookies = await context.cookies()
  base.expect({ ...watch, requests: [], cookies }).toEqual({
    requests: [],
    strangers: [],
    errors: [],
    cookies: [],
  })
}

/**
 * A test that looks over the page's shoulder: a request to anyone else, a cookie, or an uncaught error fails every
 * test that uses it, whatever the test is about.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = newWatch()
      const home = new URL(baseURL ?? '').origin
      await context.route(
        (url) => url.origin !== home,
        (route) => {
          watch.strangers.push(route.request().url())
          return route.abort()
        },
      )
      context.on('request', (request) => watch.requests.push(`${request.method()} ${request.url()}`))
      context.on('weberror', (error) => watch.errors.push(String(error.error())))
      await use(watch)
      await expectQuiet(watch, context)
    },
    { auto: true },
  ],
})
