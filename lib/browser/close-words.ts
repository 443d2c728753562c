/**
 * Closes the explanation of a marked word as it was opened: by one step back. The page then stands exactly where it stood,
 * and the way back holds no step twice. Escape closes it, too. Without scripts, "Close" leads to the word. On paper stand
 * those of the words that are shown: an answer that nobody gave is not explained.
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

/** Leaves out of the print what explains a word that no answer has brought to light. */
function leaveOutHidden(isPrinted: boolean): void {
  for (const word of document.querySelectorAll<HTMLElement>('.word')) {
    const marked = document.getElementById(word.id.replace('word-', 'of-'))
    word.hidden = isPrinted && Boolean(marked?.closest('[hidden]'))
  }
}

export function closeWords(): void {
  document.addEventListener('click', follow)
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') openWord()?.querySelector('a')?.click()
  })
  addEventListener('beforeprint', () => leaveOutHidden(true))
  addEventListener('afterprint', () => leaveOutHidden(false))
  addEventListener('hashchange', () => {
    if (openWord()) return
    opener?.focus({ preventScroll: true })
    opener = null
  })
}
