/**
 * Node takes one new line in each turn of its event loop and no more (libuv from 1.46). While pages are being made a turn
 * takes 20 ms and longer, so in a burst of 800 lines a reader's line waited for seconds before anybody looked at it, and
 * those past the system's own list (`backlog`) were dropped, to try again after one second, three and seven. So the making
 * of a page begins when no new line is waiting.
 */
import type { Server } from 'node:http'

/** Does `act` soon, at a time of its choosing. */
export type Later = (act: () => void) => void

/** Turns of the loop in a row without a new line, after which none is thought to wait. */
const calmTurns = 2
/** Milliseconds after which work begins all the same: lines that come without end must not stop it. */
const longestMs = 100

/** What waits until the server has taken all lines that want in. */
export function afterNewLines(server: Pick<Server, 'on'>): Later {
  let taken = 0
  server.on('connection', () => (taken += 1))
  return (act) => {
    const until = performance.now() + longestMs
    const look = (before: number, calm: number) => {
      const now = taken === before ? calm + 1 : 0
      if (now >= calmTurns || performance.now() >= until) return act()
      setImmediate(look, taken, now)
    }
    // The first of them may run before the loop has looked for new lines once.
    setImmediate(() => setImmediate(look, taken, 0))
  }
}
