export const dynamic = 'force-dynamic'

/**
 * Asks the browser to drop what it keeps of this site by itself: copies of pages on its disk, and whole pages kept in
 * memory for Back. As a file that the empty page loads, not as a header of that page: emptying can take a while, and
 * the empty page must come at once. Browsers obey over TLS and on the own machine only.
 */
export function GET(): Response {
  return new Response(null, {
    status: 204,
    headers: { 'clear-site-data': '"cache"', 'cache-control': 'no-store' },
  })
}
