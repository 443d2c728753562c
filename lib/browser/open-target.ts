/** Opens what is folded at the place that the address names: a claim that opens, a word in a folded list. */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = named?.querySelector<HTMLDetailsElement>(':scope > details') ?? named?.closest('details')
  if (!named || !folded || folded.open) return
  folded.open = true
  named.scrollIntoView()
}

/** At once, and whenever a link on the page leads to another place of it. */
export function openTarget(): void {
  openNamed()
  addEventListener('hashchange', openNamed)
}
