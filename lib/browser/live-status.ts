/**
 * Shows what has changed since the page was built: withdrawn sources, states of trials, figures that are overdue.
 * One request for the whole page, the same for every page, so that it tells nobody what is read. Without an answer
 * the page stays as it was built. The words come from components/layout/live-words.tsx.
 */
import { writtenDay } from '@/lib/texts/intl'
import { punctuationOf } from '@/lib/texts/punctuation'

type Live = {
  checkedAt: string | null
  sources: Record<string, string>
  figures: Record<string, string>
  trials: Record<string, string>
  overdue: { by: string; of: string[] }[]
}

const root = document.documentElement

const each = (selector: string, act: (element: HTMLElement) => void) =>
  document.querySelectorAll<HTMLElement>(selector).forEach(act)

const isLive = (value: unknown): value is Live =>
  typeof value === 'object' &&
  value !== null &&
  ['sources', 'figures', 'trials', 'overdue'].every((name) => typeof Reflect.get(value, name) === 'object')

const dayHere = (day: string) => writtenDay(day, document.documentElement.lang)

/** What stands between sentences. */
const gap = () => punctuationOf(root.lang).gap

function make(tag: 'strong' | 'p', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.dataset.live = ''
  if (tag === 'p') element.className = 'flag'
  element.textContent = text
  return element
}

/** In a folded list of sources nobody would see it: name the source in front of the list too. */
function announceFolded(element: HTMLElement, id: string, text: string): void {
  const folded = element.closest('details.where-from')
  if (!folded || folded.parentElement?.closest(`[data-source="${id}"]`)) return
  const notice = make('p', `${element.dataset.said ?? ''} — ${text}`)
  folded.before(notice)
}

function markSources(live: Live, say: (status: string) => string): void {
  each('[data-status-of]', (element) => {
    const text = say(live.sources[element.dataset.statusOf ?? ''] ?? '')
    if (!text) return
    element.hidden = false
    if (!element.textContent?.includes(text)) element.replaceChildren(gap(), make('strong', text))
  })
  each('[data-source]', (element) => {
    const id = element.dataset.source ?? ''
    const text = say(live.sources[id] ?? '')
    if (!text) return
    element.dataset.said = element.textContent?.trim() ?? ''
    const isShown =
      element.querySelector(`[data-status-of="${id}"]`) || element.closest(`.study[data-source="${id}"]`)
    const isSaid = element.parentElement?.textContent?.includes(text)
    if (!isShown && !isSaid) {
      if (element.tagName === 'DL') element.before(make('p', text))
      else element.append(gap(), make('strong', text))
    }
    announceFolded(element, id, text)
  })
}

/** Beside every figure that rests on a source that was withdrawn or warned about. */
function markFigures(live: Live, say: (status: string) => string): void {
  each('[data-figure]', (element) => {
    const key = element.dataset.figure ?? ''
    const [kind, id = ''] = key.split(':')
    const status = live.figures[key] ?? (kind === 'source' ? live.sources[id] : undefined) ?? ''
    const text = status === 'corrected' ? '' : say(status)
    if (text) element.after(gap(), make('strong', `[${text}]`))
  })
}

/** Once in each place that shows an overdue figure, and on each overdue claim. */
function markOverdue(live: Live, pattern: string): void {
  for (const { by, of } of live.overdue) {
    const text = pattern.replace('{date}', dayHere(by))
    const overdue = new Set(of)
    const places = new Set<Element>()
    each('[data-figure]', (element) => {
      const place = element.closest('.study') ?? element.closest('li,td,th,p,dd')
      if (place && overdue.has(element.dataset.figure ?? '')) places.add(place)
    })
    for (const key of of) {
      const [, condition, claim] = /^claim:([^/]+)\/(.+)$/.exec(key) ?? []
      const item =
        claim && location.pathname.includes(`/${condition}/`) && document.getElementById(`claim-${claim}`)
      if (item) places.add(item)
    }
    for (const place of places) {
      if ([...places].some((other) => other !== place && other.contains(place))) continue
      if (place.matches('p')) place.after(make('p', text))
      else place.append(make('p', text))
    }
  }
}

function markTrials(live: Live, words: DOMStringMap): void {
  const states: Record<string, string> = JSON.parse(words.states ?? '{}')
  const date = live.checkedAt ? dayHere(live.checkedAt) : ''
  each('[data-trial]', (element) => {
    const state = states[live.trials[element.dataset.trial ?? ''] ?? '']
    if (state) element.textContent = (words.trial ?? '').replace('{state}', state).replace('{date}', date)
  })
  each('[data-last-watch]', (element) => {
    element.hidden = !date
    element.textContent = (words.checked ?? '').replace('{date}', date)
  })
}

/** A page made ready before anybody asked for it asks when it is looked at: its answer would be old by then. */
const untilLookedAt = () =>
  new Promise<void>((resolve) => {
    if (!Reflect.get(document, 'prerendering')) resolve()
    else document.addEventListener('prerenderingchange', () => resolve(), { once: true })
  })

/** The module may come before the end of a long page. */
const untilRead = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') resolve()
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  })

/** A framework that has not come for so long after the page was whole does not come: a mark matters more. */
const longestTakeOverMs = 15_000

/**
 * A few pages (the list of sources, those of sharing) are taken over by the framework, however long a slow phone needs
 * for it: a mark that stands before that is a fault to it, and lost. They say when it is done
 * (components/ui/use-taken-over.ts).
 */
const untilTakenOver = () =>
  new Promise<void>((resolve) => {
    if (!document.querySelector('script[src^="/_next/"]') || 'takenOver' in root.dataset) return resolve()
    addEventListener('lantern-taken-over', () => resolve(), { once: true })
    const giveUp = () => setTimeout(resolve, longestTakeOverMs)
    if (document.readyState === 'complete') giveUp()
    else addEventListener('load', giveUp, { once: true })
  })

/** Asks once and marks the page; asks again when the page comes back from the browser's memory. */
export async function showLiveStatus(): Promise<void> {
  await untilLookedAt()
  await untilRead()
  await untilTakenOver()
  await mark()
  addEventListener('lantern-taken-over', markAgain) // it came after all, and drew the page anew
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void mark()
  })
}

/** What was known last, and the words for it. */
let last: { live: Live; words: DOMStringMap } | null = null

async function mark(): Promise<void> {
  const words = document.querySelector<HTMLElement>('#live-words')?.dataset
  if (!words) return
  // Past the browser's cache: a page that was left while it asked can hold the entry locked for 20 seconds (Chromium).
  const live: unknown = await fetch('/api/sources/status', { cache: 'no-store' })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null)
  if (!isLive(live)) return
  last = { live, words }
  markAgain()
}

/** Marks the page by what was known last: a part of it was drawn anew. */
export function markAgain(): void {
  if (!last) return
  const { live, words } = last
  each('p[data-live],[data-figure] + [data-live],[data-source] > [data-live]', (element) => element.remove())
  const say = (status: string) => (status ? (words[status] ?? '') : '')
  markSources(live, say)
  markFigures(live, say)
  markOverdue(live, words.overdue ?? '')
  markTrials(live, words)
  root.dataset.liveStatus = 'shown' // for whoever waits for it: a print service, a test
}
