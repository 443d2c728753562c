/**
 * Mail services that rewrite links may turn the `#` of /v#shlink:/… into `%23`, and the secret lands in the path. Such
 * an address is answered with the page itself, which takes the secret out of the address before it is shown
 * (components/sharing/take-fragment.ts). Never by a redirect, and never as an error: both would write the address down.
 */

/** `/v`, `/m` or `/p` followed by what was a fragment: `%23…`, `%2523…`, `/%23…`, `/shlink:…`. */
const mangled = /^(\/[vmp])(?:\/?%(?:25)*23|\/)/i

/** The address that is meant, or null when the request's own address is fine. A query on these pages is dropped too. */
export function withoutSecret(url: string | undefined): string | null {
  const [, page] = mangled.exec(url ?? '') ?? /^(\/[vmp])\?/.exec(url ?? '') ?? []
  return page ? page.toLowerCase() : null
}
