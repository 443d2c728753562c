/**
 * Asks the service worker (save-pages-worker.ts) to keep the pages of this condition, shows when they are there, and
 * says when a page is such a copy. Only finished pages name a list; everywhere else this does nothing.
 */
import type { FromWorker, ToWorker } from '@/lib/journey/saved-pages'
import { hasDeclinedPages } from '@/lib/kept-here'
import { writtenDay } from '@/lib/texts/intl'

const listAddress = document.querySelector<HTMLMetaElement>('meta[name="saved-pages"]')?.content

const workers = () => ('serviceWorker' in navigator ? navigator.serviceWorker : null)

/** Where the worker may look: reading pages of this language, and handouts. Never `/`: links to shares lie there. */
const scopes = () => [`/${document.documentElement.lang}`, '/handouts/']

type Line = { saveData?: boolean; effectiveType?: string }

/** Someone who saves data, or whose line is thin, gets nothing that was not asked for. */
function isThin(): boolean {
  const line = Reflect.get(navigator, 'connection') as Line | undefined
  return Boolean(line?.saveData) || /2g$/.test(line?.effectiveType ?? '')
}

const show = (selector: string, text?: string) =>
  document.querySelectorAll<HTMLElement>(selector).forEach((element) => {
    if (text) element.textContent = text
    element.hidden = false
  })

/** Says that this page is a saved copy, when it is one. */
function sayCopy(): void {
  const { saved } = document.documentElement.dataset
  const words = document.querySelector<HTMLElement>('#live-words')?.dataset.saved
  if (!saved || !words) return
  const { lang } = document.documentElement
  const line = document.createElement('p')
  line.className = 'saved-copy'
  line.setAttribute('role', 'status')
  line.textContent = words.replace('{date}', writtenDay(new Date(saved).toISOString(), lang))
  document.querySelector('main')?.prepend(line)
  void lookForNewer(line)
  addEventListener('online', () => void lookForNewer(line))
}

/** A browser often says that it is connected before an answer comes through: then it is asked again, so many times. */
const triesOnline = 4
const betweenTriesMs = 2_000

/** Is the server there again, with another release? Then the copy is old, and the line says so. */
async function lookForNewer(line: HTMLElement, tries = triesOnline): Promise<void> {
  const words = document.querySelector<HTMLElement>('#live-words')?.dataset.newer
  const html = await fetch(location.pathname, { cache: 'no-store' })
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '')
  if (!html && navigator.onLine && tries > 1)
    setTimeout(() => void lookForNewer(line, tries - 1), betweenTriesMs)
  if (!html || !words || !listAddress || html.includes(listAddress) || line.querySelector('a')) return
  const link = document.createElement('a')
  link.href = location.pathname
  link.textContent = words
  line.append(' ', link)
}

/** One message to the worker, once it runs; its answer comes as a message of its own. */
async function tell(message: ToWorker, registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? (await whenActive(registration))
  worker?.postMessage(message)
}

const whenActive = (registration: ServiceWorkerRegistration) =>
  new Promise<ServiceWorker | null>((resolve) => {
    const coming = registration.installing ?? registration.waiting
    if (!coming) return resolve(registration.active)
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve(coming)
      if (coming.state === 'redundant') resolve(null)
    })
  })

/** With the worker there, a text that is shared to an installed Lantern never leaves the device. */
function registerWorker(scope: string): Promise<ServiceWorkerRegistration> | undefined {
  return workers()?.register('/worker.js', { scope, updateViaCache: 'none' })
}

/** Installed, from now on or already: the worker is needed before any page is saved, also where saving is not wanted. */
function readyForShares(): void {
  const register = () => {
    if (!hasDeclinedPages()) void registerWorker(`/${document.documentElement.lang}`)?.catch(() => {})
  }
  addEventListener('appinstalled', register)
  if (matchMedia('(display-mode: minimal-ui), (display-mode: standalone)').matches) register()
}

async function savePages(list: string): Promise<void> {
  if (hasDeclinedPages()) return
  const [main] = await Promise.all(scopes().map(registerWorker))
  if (main) await tell({ kind: 'save', list }, main)
}

/** Shows the copy's notice, and saves this condition's pages when the page has come to rest. */
export function keepPages(): void {
  sayCopy()
  readyForShares()
  workers()?.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    document.documentElement.dataset.pages = data.kind
    if (data.kind === 'saved') show('[data-pages-saved]')
  })
  if (!listAddress || !workers() || isThin()) return
  const begin = () => setTimeout(() => void savePages(listAddress).catch(() => {}), 1_500)
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
