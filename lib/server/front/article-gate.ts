/**
 * Who may have a text checked on the server now. One at a time, a short queue behind it, and so many characters a minute
 * for one address; everyone else gets a busy page at once, with the text still in its form.
 */
import type http from 'node:http'
import { plainPage } from '@/lib/server/front/plain-page'
import { onceAnswered } from '@/lib/server/front/turn'
import { localeOfAddress, translator } from '@/lib/texts/translate'

/** How many may wait, how many characters they may hold together, and for how long. */
const mostWaiting = 8
const mostCharactersWaiting = 800_000
const longestWaitMs = 8_000
/** The longest that the thread reads one text, with a little more (lib/server/article/article-checker.ts). */
const longestReadMs = 32_000
/** What a text costs beside its letters: a page has to be made. */
const leastWeight = 5_000

/** Seconds until it is worth trying again, when there is no better guess. */
const againSeconds = 10

/** Counts characters for the address of a request; seconds to wait, or null: they may be read. */
export type Weigh = (request: http.IncomingMessage, characters: number) => Promise<number | null>

/** `endTurn` lets the next one in, however often it is called; or for how many seconds the person should wait. */
type Entered = { isIn: true; endTurn: () => void } | { isIn: false; seconds: number }

export type ArticleGate = {
  enter: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
    characters: number,
  ) => Promise<Entered>
}

type Waiting = { characters: number; begin: () => void }

/** @param weigh the limit for one address; none in development */
export function makeArticleGate(weigh?: Weigh): ArticleGate {
  const queue: Waiting[] = []
  let isBusy = false
  const next = () => {
    const first = queue.shift()
    if (first) first.begin()
    else isBusy = false
  }
  /** The turn ends when the thread has read the text, or with the answer. */
  const begin = (response: http.ServerResponse): (() => void) => {
    isBusy = true
    return onceAnswered(response, longestReadMs, next)
  }
  return {
    enter: async (request, response, characters) => {
      const waitingCharacters = queue.reduce((sum, one) => sum + one.characters, 0)
      if (isBusy && (queue.length >= mostWaiting || waitingCharacters + characters > mostCharactersWaiting))
        return { isIn: false, seconds: againSeconds }
      const seconds = (await weigh?.(request, characters + leastWeight)) ?? null
      if (seconds !== null) return { isIn: false, seconds }
      if (response.closed) return { isIn: false, seconds: againSeconds } // nobody is there any more
      if (!isBusy) return { isIn: true, endTurn: begin(response) }
      return new Promise((resolve) => {
        const leave = (answer: Entered) => {
          clearTimeout(timer)
          const at = queue.indexOf(mine)
          if (at >= 0) queue.splice(at, 1)
          resolve(answer)
        }
        const mine: Waiting = {
          characters,
          begin: () => leave({ isIn: true, endTurn: begin(response) }),
        }
        const timer = setTimeout(() => leave({ isIn: false, seconds: againSeconds }), longestWaitMs)
        response.once('close', () => queue.includes(mine) && leave({ isIn: false, seconds: againSeconds }))
        queue.push(mine)
      })
    },
  }
}

/** The page for someone who must wait: why, what to do, and the text in its form, so that nothing is lost. */
export function busyArticlePage(path: string, text: string, seconds: number): string {
  const locale = localeOfAddress(path)
  const t = translator(locale)
  return plainPage(
    locale,
    t('articleCheck.busy.title'),
    [t('articleCheck.busy.text', { seconds: String(seconds) }), t('articleCheck.busy.kept')],
    {
      kept: {
        action: path,
        label: t('articleCheck.form.label'),
        name: 'text',
        text,
        send: t('articleCheck.form.send'),
      },
    },
  )
}
