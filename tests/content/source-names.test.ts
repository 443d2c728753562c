import { describe, expect, it } from 'vitest'
import { authorsLine, shortCitation } from '@/lib/sources/citation'
import type { Source } from '@/lib/sources/schema'
import { realContent } from './real-content'

const { sources } = realContent()

/** Everything of a source that is printed as its name: on its own page, in lists, under figures and on paper. */
const seen = (source: Source) => [
  source.title,
  source.container ?? '',
  authorsLine(source.authors) ?? '',
  shortCitation(source),
]

/** What somebody noted while reading. It tells a patient nothing; `readAs` says in plain words what the page was. */
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
]

const marked = (source: Source) =>
  seen(source).filter((text) => workingNotes.some((pattern) => pattern.test(text)))

describe('the names of sources', () => {
  it('hold no note of the person who read the page', () => {
    expect(sources.flatMap((source) => marked(source).map((text) => `${source.id}: ${text}`))).toEqual([])
  })

  it('name somebody where authors are named: a note never stands alone in their place', () => {
    const alone = sources.filter(
      ({ authors }) => authors?.note && authors.people.length + authors.groups.length === 0,
    )
    expect(alone.map(({ id }) => id)).toEqual([])
  })

  it('say that the page was a copy where the name tells that it was read elsewhere', () => {
    // In a summary or a news report, `secondary` says so.
    const elsewhere = sources.filter(({ container }) =>
      /, read (?:at|on) |\bnot read on its own site$/.test(container ?? ''),
    )
    expect(elsewhere.length).toBeGreaterThan(20)
    expect(elsewhere.filter(({ readAs }) => readAs === 'primary').map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['title', '[page title not shown] Waiting for a liver transplant'],
    ['container', 'Cardiomyopathy UK (copy on a staging host)'],
    ['container', 'PMC7527887'],
  ] as const)('a %s such as "%s" is found', (field, text) => {
    const [source] = sources
    expect(source && marked({ ...source, authors: null, [field]: text })).toContain(text)
  })
})
