/**
 * Pages that Next must make are made a few at a time, and the addresses that ask take turns. Without it a burst from one
 * address (800 lists of sources at once) made everybody wait for seconds, also for finished files: all of them were in
 * work together in the one event loop.
 */
import { AsyncResource } from 'node:async_hooks'
import { clientBlock } from '@/lib/server/front/client-address'
import { busyPage } from '@/lib/server/front/plain-page'
import type { Later } from '@/lib/server/front/new-lines'
import type { Handler } from '@/lib/server/front/serve'
import { answerBusy, onceAnswered } from '@/lib/server/front/turn'

export type PageTurnLimits = {
  /** Pages in work at a time: enough to wait for the database while another is drawn. */
  atOnce: number
  /** Requests of one address block that may wait; a whole clinic can be behind one address. */
  waitingOfOne: number
  /** Requests that may wait together. */
  waiting: number
  /** Milliseconds that a page stays in work after the one who asked has left. */
  afterGoneMs: number
}
const usual: PageTurnLimits = { atOnce: 2, waitingOfOne: 400, waiting: 2_000, afterGoneMs: 1_000 }

/** Seconds until it is worth trying again. */
const againSeconds = 5

/**
 * Lets `pages` answer in turn: the address blocks one after the other, the requests of one in their order. Who comes when
 * too many wait gets a page that says so, with 503.
 * @param later when one that waited may begin
 */
export function withPageTurns(
  pages: Handler,
  trustsProxy: boolean,
  limits = usual,
  later: Later = setImmediate,
): Handler {
  /** Who waits, by address block; the block that had its turn goes to the end. */
  const waiting = new Map<string, Set<() => void>>()
  let inWork = 0
  let howMany = 0

  /** Gives a free place to the next who waits. */
  const give = () => {
    const [block, ofBlock] = waiting.entries().next().value ?? []
    const first = ofBlock?.values().next().value
    if (block === undefined || !ofBlock || !first) {
      inWork -= 1
      return
    }
    waiting.delete(block)
    ofBlock.delete(first)
    if (ofBlock.size > 0) waiting.set(block, ofBlock)
    howMany -= 1
    // Not at once: what came meanwhile, a finished file for instance, is answered first.
    later(first)
  }
  const answer: Handler = (request, response) => {
    onceAnswered(response, limits.afterGoneMs, give)
    pages(request, response)
  }

  return (request, response) => {
    if (inWork < limits.atOnce) {
      inWork += 1
      return answer(request, response)
    }
    const block = clientBlock(request, trustsProxy)
    const ofBlock = waiting.get(block) ?? new Set()
    if (ofBlock.size >= limits.waitingOfOne || howMany >= limits.waiting)
      return answerBusy(response, againSeconds, busyPage(request.url ?? ''))
    // Bound to this request: called as it stands, it would run as a part of the one that ended, and find the fields that
    // somebody else posted (lib/posted-fields.ts).
    const mine = AsyncResource.bind(() => (response.closed ? give() : answer(request, response)))
    ofBlock.add(mine)
    waiting.set(block, ofBlock)
    howMany += 1
    response.once('close', () => {
      if (!ofBlock.delete(mine)) return
      howMany -= 1
      if (ofBlock.size === 0 && waiting.get(block) === ofBlock) waiting.delete(block)
    })
  }
}
