import type { Source } from './schema'

/** A way out to a source; `text` is what is shown, and can be typed by hand from paper. */
export type SourceLink = { field: 'doi' | 'pmid' | 'trial' | 'address'; text: string; href: string }

const isWeb = (address: string) => /^https?:\/\//i.test(address)

/** The DOI, PubMed, trial and web addresses of a source, each at its own register. Anything else is left out. */
export function sourceLinks(source: Pick<Source, 'doi' | 'pmid' | 'nct' | 'url'>): SourceLink[] {
  const links: SourceLink[] = []
  // A DOI may hold "<", ";" and "(": everything but the slashes is escaped.
  if (source.doi)
    links.push({
      field: 'doi',
      text: source.doi,
      href: `https://doi.org/${source.doi.split('/').map(encodeURIComponent).join('/')}`,
    })
  if (source.pmid)
    links.push({
      field: 'pmid',
      text: source.pmid,
      href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(source.pmid)}/`,
    })
  if (source.nct) {
    const isNct = /^NCT\d{8}$/.test(source.nct)
    const href = isNct ? `https://clinicaltrials.gov/study/${source.nct}` : ''
    links.push({ field: 'trial', text: source.nct, href })
  }
  if (source.url && isWeb(source.url)) links.push({ field: 'address', text: source.url, href: source.url })
  return links
}
