/**
 * Closes the explanation of a marked word as it was opened: by one step back. The page then stands exactly where it stood,
 * and the way back holds no step twice. Escape closes it, too. Without scripts, "Close" leads to the word.
 */

/** The marked word that opened the explanation with a step of its own. */
let opener: HTMLElement | null = null

const openWord = () => document.querySelector('.word:target')

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (link.matches('.word > a') && opener) {
    event.preventDefault()
    history.back()
  } else if (link.matches('.term')) {
    // From one word to the next is no further step.
    if (opener && openWord()) {
      event.preventDefault()
      location.replace(link.href)
    }
    opener = link
  }
}

export function closeWords(): void {
  document.addEventListener('click', follow)
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') openWord()?.querySelector('a')?.click()
  })
  addEventListener('hashchange', () => {
    if (openWord()) return
    opener?.focus({ preventScroll: true })
    opener = null
  })
}
