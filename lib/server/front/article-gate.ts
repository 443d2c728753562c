/**
 * Who may have a text checked on the server now. One at a time, a short queue behind it, and so many characters a minute
 * for one address; everyone else gets a busy page at once, with the text still in its form.
 */
import type http from 'node:http'
import { plainPage } from '@/lib/server/front/plain-page'
import { localeOfAddress, translator } from '@/lib/texts/translate'

/** How many may wait, how many characters they may hold together, and for how long. */
const mostWaiting = 8
const mostCharactersWaiting = 800_000
const longestWaitMs = 8_000
/** What a text costs beside its letters: a page has to be made. */
const leastWeight = 5_000

/** Seconds until it is worth trying again, when there is no better guess. */
const againSeconds = 10

/** Counts characters for the address of a request; seconds to wait, or null: they may be read. */
export type Weigh = (request: http.IncomingMessage, characters: number) => Promise<number | null>

export type ArticleGate = {
  /** A function that gives the turn back, or for how many seconds the person should wait. */
  enter: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
    characters: number,
  ) => Promise<{ isIn: true } | { isIn: false; seconds: number }>
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
  /** The turn ends with the answer, whole or broken off. */
  const begin = (response: http.ServerResponse) => {
    isBusy = true
    if (response.closed) next()
    else response.once('close', next)
  }
  return {
    enter: async (request, response, characters) => {
      const waitingCharacters = queue.reduce((sum, one) => sum + one.characters, 0)
      if (isBusy && (queue.length >= mostWaiting || waitingCharacters + characters > mostCharactersWaiting))
        return { isIn: false, seconds: againSeconds }
      const seconds = (await weigh?.(request, characters + leastWeight)) ?? null
      if (seconds !== null) return { isIn: false, seconds }
      if (!isBusy) {
        begin(response)
        return { isIn: true }
      }
      return new Promise((resolve) => {
        const leave = (answer: { isIn: true } | { isIn: false; seconds: number }) => {
          clearTimeout(timer)
          const at = queue.indexOf(mine)
          if (at >= 0) queue.splice(at, 1)
          resolve(answer)
        }
        const mine: Waiting = {
          characters,
          begin: () => {
            begin(response)
            leave({ isIn: true })
          },
        }
        const timer = setTimeout(() => leave({ isIn: false, seconds: againSeconds }), longestWaitMs)
        response.once('close', () => queue.includes(mine) && leave({ isIn: false, seconds: againSeconds }))
        queue.push(mine)
      })
    },
  }
}

/** The page for someone who must wait: why, what to do, and the text in its form, so that nothing is lost. */
export function busyPage(path: string, text: string, seconds: number): string {
  const locale = localeOfAddress(path)
  const t = translator(locale)
  return plainPage(
    locale,
    t('articleCheck.busy.title'),
    [t('articleCheck.busy.text', { seconds: String(seconds) }), t('articleCheck.busy.kept')],
    {
      action: path,
      label: t('articleCheck.form.label'),
      name: 'text',
      text,
      send: t('articleCheck.form.send'),
    },
  )
}
