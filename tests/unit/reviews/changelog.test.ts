import { describe, expect, it } from 'vitest'
import { changedSince, parseChangelog } from '@/lib/reviews/changelog'

const log = `# What changed

Words before the first entry are not part of one.

## 2027-02-01

A range was **mended**.

- The figure of [one study](https://example.org) was
  typed wrongly.
- \`numbers.yaml\` has a new source.

## Not a day

- This belongs to no day.

## 2026-12-24 (small)

One word is plainer.

## 2026-11-20

The first version.
`
const now = '2027-02-01.aaaaaa'

describe('the change log', () => {
  it('is read day by day, the newest first, without Markdown marks', () => {
    expect(parseChangelog(log)).toEqual([
      {
        date: '2027-02-01',
        blocks: [
          { kind: 'text', text: 'A range was mended.' },
          {
            kind: 'items',
            items: ['The figure of one study was typed wrongly.', 'numbers.yaml has a new source.'],
          },
        ],
      },
      { date: '2026-12-24', blocks: [{ kind: 'text', text: 'One word is plainer.' }] },
      { date: '2026-11-20', blocks: [{ kind: 'text', text: 'The first version.' }] },
    ])
  })

  it('reads the same with Windows line ends', () => {
    expect(parseChangelog(log.replaceAll('\n', '\r\n'))).toEqual(parseChangelog(log))
  })

  it('with the days out of order is put in order; two entries of one day are one', () => {
    const days = parseChangelog('## 2026-11-20\n\nOne.\n\n## 2027-01-01\n\nTwo.\n\n## 2026-11-20\n\nThree.\n')
    expect(days.map(({ date, blocks }) => [date, blocks.length])).toEqual([
      ['2027-01-01', 1],
      ['2026-11-20', 2],
    ])
  })

  it('without a dated entry has none', () => {
    expect(parseChangelog('')).toEqual([])
    expect(parseChangelog('# Title\n\nText')).toEqual([])
  })
})

describe('has this changed', () => {
  const days = (asked: string) => {
    const changed = changedSince(asked, now, log)
    return 'entries' in changed ? [changed.kind, ...changed.entries.map(({ date }) => date)] : [changed.kind]
  }

  it('the version of today: nothing has changed', () => {
    expect(days(now)).toEqual(['current'])
  })

  it('a print of November misses two entries, one of December only the newest', () => {
    expect(days('2026-11-20.123abc')).toEqual(['older', '2027-02-01', '2026-12-24'])
    expect(days('2026-12-24.123abc')).toEqual(['older', '2027-02-01'])
  })

  it('other content of the same day: the newest entry may or may not be in the print', () => {
    expect(days('2027-02-01.bbbbbb')).toEqual(['same-day', '2027-02-01'])
  })

  it.each([
    '2026-11-21.123abc', // nothing was published on that day
    '2030-01-01.123abc',
    '2026-11-20',
    '2026-11-20.12345',
    '2026-11-20.1234567',
    '2026-11-20.12345G',
    '2026-11-20.123abc ',
    '../2026-11-20.123abc',
    '',
  ])('"%s" is no version of ours', (asked) => {
    expect(days(asked)).toEqual(['unknown'])
  })

  it('with an empty change log every other version is unknown', () => {
    expect(changedSince('2026-11-20.123abc', now, '')).toEqual({ kind: 'unknown' })
  })
})
