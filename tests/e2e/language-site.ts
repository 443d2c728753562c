/** What the walks through a site in other languages ask of it, whether a script made its words or people did. */
import type { PseudoSite } from '@/tests/start-pseudo-site'

/** The illness that is walked through. */
export const condition = 'heart-failure'

/** Answers to every step, with words of one's own. */
export const fieldsWith = (own: string): Record<string, string> => ({
  decision: 'advanced',
  own,
  lean: 'lvad',
  who: 'self',
  unsure: '',
  'm.time': 'matters',
  'sure.s': 'no',
})

/** Asks a page of the site, or posts a form to it. */
export async function openOn(site: PseudoSite, address: string, form?: Record<string, string>) {
  const body = form && { method: 'POST', body: new URLSearchParams(form) }
  const response = await fetch(`${site.url}${address}`, body)
  return { status: response.status, html: await response.text() }
}

/** One page of each kind in a language. The review sheet is for clinicians who read both, and is made of ids. */
export const onePerKind = (site: PseudoSite, locale: string): string[] =>
  [...site.kinds].flatMap(([pattern, addresses]) => {
    if (pattern.includes('/review/')) return []
    const inLocale = addresses.filter((address) => address.split('/')[1] === locale)
    return inLocale.find((address) => address.includes(condition)) ?? inLocale[0] ?? []
  })
