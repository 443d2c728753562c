import { readJson, refuse } from '@/app/api/replies'
import { log } from '@/lib/log'
import { knownCaller, rememberTokens } from '@/lib/record/caller'
import { listCodedIllnesses, listRecords, recordAddress } from '@/lib/record/data'
import { hookAddress } from '@/lib/record/addresses'
import { answerHook, discovery, hookServices } from '@/lib/record/hooks'
import type { Records } from '@/lib/record/read-records'
import { HookCall } from '@/lib/record/schema'
import { sourceLocale, translator } from '@/lib/texts/translate'

/** The largest call, in bytes: a list of a thousand problems is smaller. */
const maxCallBytes = 2_000_000

const seen = rememberTokens()
const headers = { 'cache-control': 'no-store' }
/** A refusal that only this protocol has: it says no more than its status. */
const bare = (status: 401 | 412, more: Record<string, string> = {}): Response =>
  Response.json({ code: 'bad-request' }, { status, headers: { ...headers, ...more } })

/** The records and the address of this site, when somebody may call a hook here; null: the hooks are off. */
function hooksHere(): { records: Records; site: string } | null {
  const records = listRecords()
  const site = recordAddress(records)
  return site !== null && records.systems.some(({ callers }) => callers.length > 0) ? { records, site } : null
}

/** What goes wrong in our own files is told to nobody but the log. */
function orFault(act: () => Response): Response {
  try {
    return act()
  } catch {
    log('error', 'request.refused', { code: 'unexpected' })
    return refuse('unexpected')
  }
}

export const answerDiscovery = (): Response =>
  orFault(() =>
    hooksHere() ? Response.json(discovery(translator(sourceLocale)), { headers }) : refuse('not-found'),
  )

/** Looks who calls before anything of the call is read; then only at the list of problems that came along. */
export async function answerCall(id: string, request: Request): Promise<Response> {
  const service = hookServices.find((one) => one.id === id)
  let here: ReturnType<typeof hooksHere>
  try {
    here = hooksHere()
  } catch {
    log('error', 'request.refused', { code: 'unexpected' })
    return refuse('unexpected')
  }
  const body = await readJson(request, maxCallBytes) // always to its end: the line goes on
  if (!here || !service) return refuse('not-found')
  const { records, site } = here
  const audience = hookAddress(site, id)
  const caller = await knownCaller(request.headers.get('authorization'), audience, records, seen, Date.now())
  if (!caller) return bare(401, { 'www-authenticate': 'Bearer' })
  if (!body.ok) return refuse(body.code)
  const call = HookCall.safeParse(body.value)
  if (!call.success || call.data.hook !== service.hook) return refuse('bad-request')
  return orFault(() => {
    const answer = answerHook(
      call.data,
      listCodedIllnesses(sourceLocale),
      { site, locale: sourceLocale },
      translator(sourceLocale),
    )
    return answer.ok ? Response.json({ cards: answer.cards }, { headers }) : bare(412)
  })
}
