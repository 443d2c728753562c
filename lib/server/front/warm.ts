/**
 * Has each thing that Next answers answer once before strangers are served. Next loads the code of a page when it is
 * first asked for, in the one event loop that every reader waits for: a flood of posts right after a start held reading
 * pages up for a second. Its own loading ahead does so after the start, and for all pages, of which it answers a few.
 */
import http from 'node:http'
import { duplexPair } from 'node:stream'
import { within } from '@/lib/db/within'
import type { SiteAddresses } from '@/lib/server/front/addresses'
import { isFormPost } from '@/lib/server/front/form-posts'
import type { Handler } from '@/lib/server/front/serve'
import { sourceLocale } from '@/lib/texts/translate'

/** Longer than all of it takes on a machine that is busy starting. A start does not fail for it. */
const withinMs = 30_000

type Asked = { method: 'GET' | 'POST'; path: string }

/** A form of each kind, a page of changes, and each handler, with an id that nothing has. */
export function eachOnce({ ready, handlers }: SiteAddresses): Asked[] {
  const forms = new Map<string, string>()
  for (const path of ready)
    if (isFormPost({ method: 'POST', url: path })) forms.set(path.slice(path.lastIndexOf('/')), path)
  return [
    ...[...forms.values()].map((path): Asked => ({ method: 'POST', path })),
    { method: 'GET', path: `/${sourceLocale}/changed/2000-01-01.000000` },
    ...handlers.map((pattern): Asked => ({ method: 'GET', path: pattern.replaceAll(/\[\w+\]/g, '-') })),
  ]
}

/** One request over a line that lies in memory; its status. A form says one word, so that a text is checked, too. */
function ask(server: http.Server, { method, path }: Asked): Promise<number> {
  const [ours, theirs] = duplexPair()
  theirs.once('close', () => ours.destroy()) // as the two ends of a real line
  server.emit('connection', theirs)
  return new Promise((resolve, reject) => {
    const headers = { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }
    const request = http.request({ path, method, headers, createConnection: () => ours }, (response) => {
      response.resume().once('close', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject)
    request.end(method === 'POST' ? 'text=cells' : undefined)
  })
}

/**
 * @param handler what answers, without limits
 * @returns the statuses in the order of `eachOnce`, as far as they came in time
 */
export async function warm(handler: Handler, addresses: SiteAddresses): Promise<number[]> {
  const server = http.createServer(handler)
  const statuses: number[] = []
  const all = async () => {
    for (const asked of eachOnce(addresses)) statuses.push(await ask(server, asked))
  }
  await within(withinMs, all()).catch(() => {})
  return statuses
}
