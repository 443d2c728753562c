/**
 * Runs before anything is painted, on the pages whose address carries a secret after the `#` (/v, /m and /p): takes it
 * out of the address, so that Back, a screenshot, a bookmark, a printed footer and the framework's scripts do not have
 * it. The browser's own list of visited pages is out of reach: Chromium writes the address down before any script runs.
 * A blocking file of its own, because the page's policy allows no inline script. Built into public/take-fragment.js by
 * lib/server/build/make-assets.ts; read by lib/sharing/use-fragment.ts.
 */
import type { TakenFragment } from '@/lib/sharing/use-fragment'
import { linkPageAt } from '@/lib/texts/link-pages'

const found = linkPageAt(location.pathname)
const page = found?.page ?? location.pathname.slice(0, 2)

function take(): void {
  // A "safe link" that turned # into %23 puts the secret into the path; another form is `?shlink:/…`.
  const beside = (linkPageAt(location.pathname)?.rest ?? location.pathname.slice(2)) + location.search
  const text = beside + location.hash
  if (text === '') return
  const isBesideMore = beside.length > 1 // a slash alone tells nothing
  history.replaceState(null, '', page)
  const taken: TakenFragment = { text: text.replace(/^#/, ''), wasMangled: isBesideMore }
  window.lanternFragment = taken
  dispatchEvent(new Event('lantern-fragment'))
}

/** The same link in another language: in the address once more, as when it was opened, and taken out again there. */
function takeAlong(event: Event): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-link-page]') : null
  const text = window.lanternFragment?.text
  if (link && text)
    link.href = `${linkPageAt(link.pathname)?.page ?? ''}#${text.slice(text.indexOf('#') + 1)}`
}
addEventListener('click', takeAlong)

document.documentElement.classList.add('js')
take()
// Another link pasted into the same tab loads nothing: only the fragment changes.
addEventListener('hashchange', take)
