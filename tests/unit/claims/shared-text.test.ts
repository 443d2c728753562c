import { expect, test } from 'vitest'
import { pageOfShare, shareAddress, sharedText } from '@/lib/claims/shared-text'
import { locales } from '@/lib/texts/translate'

const link = 'https://clinic.example/news'

test.each([
  [{ title: 'A cure?', text: 'Cells cure.', url: link }, `A cure?\n\nCells cure.\n\n${link}`],
  // Android has no field for an address: the browser puts it into the text.
  [{ title: 'A cure?', text: link, url: '' }, `A cure?\n\n${link}`],
  [{ title: 'A cure?', text: `A cure? ${link}`, url: link }, `A cure? ${link}`],
  [{ title: link, text: link, url: link }, link],
  [{ text: '  Cells cure.  ' }, 'Cells cure.'],
  [{ other: 'not ours' }, ''],
  [{}, ''],
])('%j is read as one text', (fields, text) => expect(sharedText(Object.entries(fields))).toBe(text))

test('of a field that comes twice the first counts, and a file is no text', () => {
  const fields = [
    ['text', 'one'],
    ['text', 'two'],
    ['url', new Blob(['x'])],
  ] as const
  expect(sharedText(fields)).toBe('one')
})

test('the address belongs to the check of each language, and to nothing else', () => {
  for (const locale of locales) expect(pageOfShare(shareAddress(locale))).toBe(`/${locale}/check-an-article`)
  for (const path of [
    '/en/check-an-article',
    '/check-an-article/shared',
    '/en/heart-failure/share',
    '/en/x/check-an-article/shared',
  ])
    expect(pageOfShare(path)).toBeNull()
})
