/**
 * "Leave quickly": clears what this tab holds, takes the page's place in the history, and shows the empty
 * page. Without script the link leads there as any link does. What someone chose to keep on the device stays.
 */
import { forget, forgetPages } from '@/lib/kept-here'

function clear(): void {
  forget('tab')
  void forgetPages()
}

/** Listens to the link; on the empty page itself, clears again what a plain link could not. */
export function leaveQuickly(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-do=leave]') : null
    if (!(link instanceof HTMLAnchorElement)) return
    event.preventDefault()
    document.documentElement.hidden = true // at once, however slow the line
    clear()
    location.replace(link.href)
  })
  if (document.querySelector('main[data-left]')) clear()
}
