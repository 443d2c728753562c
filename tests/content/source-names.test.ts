import { describe, expect, it } from 'vitest'
import { namesOf, shortCitation } from '@/lib/sources/citation'
import { readingNote } from '@/lib/sources/exports/csl-json'
import { Authors, type Source } from '@/lib/sources/schema'
import { realContent } from './real-content'

const { sources } = realContent()

/** Everything of a source that is printed as its name: on its own page, in lists, under figures and on paper. */
const seen = (source: Source) => [
  source.title,
  source.container ?? '',
  namesOf(source.authors) ?? '',
  shortCitation(source),
]

/** What somebody noted while reading. Of a title it says nothing; what a reader needs of it stands in `note`. */
const workingNotes = [
  /^\[/, // "[page title not shown] …"; a translation in brackets stands behind the title it translates
  /\bnot (?:shown|noted|stated|named)\b/i,
  /\bexcerpt\b/i,
  /\bcop(?:y|ies|ied)\b/i,
  /\bmirror/i,
  /\bstaging\b|\bhost(?:ed)?\b|\bsyndicat|\bproxy\b|\bwidget\b|\bAPI\b|\bdevelopment copy\b/i,
  /\bunofficial\b|\bconfirm on\b/i,
  /^PMC\s?\d+|\bPMC\d{5,}/, // the number of a page is no name of a journal
  /\brecord \d{5,}/,
  /\b(?:read|seen) (?:at|on|in|through)\b|\bnot read on\b|\bvia\b/i,
]

/** Words in brackets, or behind a comma at the end of a publisher, that tell of the page and not of the work. */
const remark =
  /\bet al\b|\b(?:abstract|text|content|blog|news|newspaper|quot|cit(?:es|ing)\b|translat|reprint|summar|listing|list of|page|section|maker|manufacturer|supplier|sponsored|digest|slides|leaflet|pamphlet|story|interviews?|chapter|textbook|reviewed|review was|archived|truncated|adapted|modified|reading|talk|presented|background|first version|learning module|patient association|professional|as on|as listed|of the paper)/i

const marked = (source: Source) => {
  const words = seen(source).filter((text) => workingNotes.some((pattern) => pattern.test(text)))
  const brackets = [source.title, source.container ?? ''].filter((text) =>
    [...text.matchAll(/\(([^()]*)\)/g)].some(([, inside = '']) => remark.test(inside)),
  )
  return [...new Set([...words, ...brackets])]
}

describe('the names of sources', () => {
  it('hold no note of the person who read the page', () => {
    expect(sources.flatMap((source) => marked(source).map((text) => `${source.id}: ${text}`))).toEqual([])
  })

  it('are no place for a note on the authors', () => {
    expect(Authors.safeParse({ note: 'authors not noted' }).success).toBe(false)
  })

  it.each([
    ['title', '[page title not shown] Waiting for a liver transplant'],
    ['title', 'Heart failure - diagnosis (NHS text)'],
    ['title', 'Why does it develop? (citing Mayo Clinic)'],
    ['title', 'Life on a 12-Hour Charge (patient interview)'],
    ['container', 'Cardiomyopathy UK (copy on a staging host)'],
    ['container', 'PMC7527887'],
    ['container', 'BMJ Best Practice, read in a library'],
    ['container', 'Stem Cell Research & Therapy (Chavez et al.)'],
    ['container', 'N Engl J Med (read at acc.org)'],
    ['container', 'Cytotherapy (abstract via booksci.cn)'],
    ['container', 'Australian Therapeutic Guidelines, not read on its own site'],
  ] as const)('a %s such as "%s" is found', (field, text) => {
    const [source] = sources
    expect(source && marked({ ...source, authors: null, [field]: text })).toContain(text)
  })
})

describe('the note of a source', () => {
  const noted = sources.flatMap((source) => (source.note ? [{ ...source, note: source.note }] : []))

  it('is one or two short sentences', () => {
    expect(noted.length).toBeGreaterThan(100)
    const odd = noted.filter(({ note }) => !/^\p{Lu}.*[.”]$/u.test(note) || note.split(/\s+/).length > 24)
    expect(odd.map(({ id, note }) => `${id}: ${note}`)).toEqual([])
  })

  it('that tells of another place goes with a page that was not the source’s own', () => {
    const elsewhere = noted.filter(({ note }) =>
      /\b[Rr]ead (?:at|on a site)|\bReprinted\b|\bNot read\b/.test(note),
    )
    expect(elsewhere.length).toBeGreaterThan(30)
    expect(elsewhere.filter(({ readAs }) => readAs === 'primary').map(({ id }) => id)).toEqual([])
  })

  it('stands in what reference managers are given', () => {
    for (const source of noted.slice(0, 20)) expect(readingNote(source)).toContain(source.note)
  })
})
