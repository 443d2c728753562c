/**
 * "Copy" beside a text box: to the clipboard, or marked for the person to copy where the browser has no clipboard (an
 * address without TLS). The text box is the one in the same `[data-copy-from]`; its status line says what happened.
 */
export function listenForCopy(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
    const holder = button?.closest('[data-copy-from]')
    const box = holder?.querySelector('textarea')
    const status = holder?.querySelector<HTMLElement>('[role=status]')
    if (!box || !status) return
    const byHand = () => {
      box.focus()
      box.select()
      status.textContent = status.dataset.byHand ?? ''
    }
    if (!navigator.clipboard) byHand()
    else
      navigator.clipboard.writeText(box.value).then(() => {
        status.textContent = status.dataset.copied ?? ''
      }, byHand)
  })
}
