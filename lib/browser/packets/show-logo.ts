/** Shows the logo of a clinic that a signature proved; null: none. Its name stands beside it in words. */
export function showLogo(place: HTMLElement | null, logo: string | null): void {
  if (!place) return
  place.replaceChildren()
  place.hidden = logo === null
  if (logo === null) return
  const image = document.createElement('img')
  image.className = 'clinic-logo'
  image.alt = ''
  image.src = logo
  place.append(image)
}
