/**
 * Keeps where one was, in this tab: the last page of each step and the part of it that was in sight. The name of a step
 * then leads back there from any other step, and the first page offers to go on. Nothing is sent, and an address holds
 * no more than any link of the site. Without script, or in a browser that keeps nothing, each name leads to the start of
 * its step.
 */
import { keep, kept, keptKey, whenForgotten } from '@/lib/kept-here'

/** An address of this site by step, and under `last` the newest of them. */
type Places = Record<string, string>

let isOff = false

/** What was just forgotten is not written again when the page is left. */
export function stopKeepingPlace(): void {
  isOff = true
}

function placesOf(conditionId: string): Places {
  try {
    const places: unknown = JSON.parse(kept('tab', keptKey('place', conditionId)) ?? '{}')
    const entries = places && typeof places === 'object' ? Object.entries(places) : []
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** The last part that begins above the middle of the screen; none near the head of a page. */
function partInSight(): string {
  if (scrollY < innerHeight / 2) return ''
  const parts = [
    ...document.querySelectorAll<HTMLElement>('main :is(section, details, li, div)[id]:not(.word)'),
  ]
  const begun = parts.findLast(
    (part) => part.getClientRects().length > 0 && part.getBoundingClientRect().top < innerHeight / 2,
  )
  return begun ? `#${begun.id}` : ''
}

/** Leads a link to where one was, when that lies below where it led already. */
function lead(link: HTMLAnchorElement, place: string | undefined): boolean {
  link.dataset.start ??= link.getAttribute('href') ?? ''
  const start = link.dataset.start
  const isBelow = place !== undefined && (place === start || /^[/#]/.test(place.slice(start.length)))
  const leads = isBelow && place.startsWith(start)
  link.setAttribute('href', leads ? place : start)
  return leads
}

function show(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-step-of]')) {
    const { stepOf = '', step = '' } = link.dataset
    lead(link, placesOf(stepOf)[step])
  }
  for (const line of document.querySelectorAll<HTMLElement>('[data-go-on]')) {
    const link = line.querySelector('a')
    line.hidden = !link || !lead(link, placesOf(line.dataset.goOn ?? '').last)
  }
}

/** Notes where one is when the page is left, and leads links to where one was. */
export function keepPlace(): void {
  show()
  addEventListener('pageshow', ({ persisted }) => persisted && show())
  whenForgotten(show)
  const here = document.querySelector<HTMLElement>('[data-place]')?.dataset
  if (!here) return
  const { place: conditionId = '', placeStep: step = '' } = here
  addEventListener('pagehide', () => {
    // Who leaves quickly has hidden the page, and nothing of it is to be kept.
    if (isOff || document.documentElement.hidden) return
    const at = location.pathname + partInSight()
    const places = { ...placesOf(conditionId), [step]: at, last: at }
    keep('tab', keptKey('place', conditionId), JSON.stringify(places))
  })
}
