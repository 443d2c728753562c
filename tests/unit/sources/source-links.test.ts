import { expect, it } from 'vitest'
import { sourceLinks } from '@/lib/sources/source-links'

const none = { doi: null, pmid: null, nct: null, url: null }

it('a DOI, a PubMed number and a trial number lead to their registers and keep their own text', () => {
  expect(
    sourceLinks({ ...none, doi: '10.1016/S0140-6736(97)08187-0', pmid: '27040723', nct: 'NCT00023595' }),
  ).toEqual([
    {
      field: 'doi',
      text: '10.1016/S0140-6736(97)08187-0',
      href: 'https://doi.org/10.1016/S0140-6736(97)08187-0',
    },
    { field: 'pmid', text: '27040723', href: 'https://pubmed.ncbi.nlm.nih.gov/27040723/' },
    { field: 'trial', text: 'NCT00023595', href: 'https://clinicaltrials.gov/study/NCT00023595' },
  ])
})

it('signs in a DOI cannot change where it leads', () => {
  expect(sourceLinks({ ...none, doi: '10.1/<a>?b#c' })[0]?.href).toBe('https://doi.org/10.1/%3Ca%3E%3Fb%23c')
})

it('a trial number of another register is text, and an address that is no web page is left out', () => {
  expect(sourceLinks({ ...none, nct: 'ChiCTR2000029738', url: 'javascript:alert(1)' })).toEqual([
    { field: 'trial', text: 'ChiCTR2000029738', href: '' },
  ])
})
