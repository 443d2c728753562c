import { describe, expect, it } from 'vitest'
import { sourceLocale } from '@/lib/texts/languages'
import { lookThrough } from '@/prisma/pipeline/translation/import-texts'
import { textsIn, type Text } from '@/prisma/pipeline/translation/texts'

const root = 'prisma/content'
const sources = textsIn(root, sourceLocale)
const returned = ({ file, at, text }: Text, translation: string, source = text) => ({
  ...{ file, unit: at.join('/'), source, text: translation },
})
const some = (found: Text | undefined): Text => {
  if (!found) throw new Error('the content has no such text')
  return found
}
const plain = some(sources.find(({ text }) => !/[{<\n]/.test(text) && text.length > 30))
const lined = some(sources.find(({ text }) => text.trim().includes('\n')))
const gapped = some(sources.find(({ file, text }) => file.endsWith('.yaml') && /\{[^{}]*\}/.test(text)))

describe('what a translator sent back', () => {
  it('is one line where the source is one, and keeps its lines where the source has them', () => {
    const read = lookThrough(root, 'es', [returned(plain, ' Una\n  línea. '), returned(lined, 'Una\notra\n')])
    expect(read).toMatchObject({ ok: true, texts: [{ text: 'Una línea.' }, { text: 'Una\notra' }] })
  })

  it('is left out where nothing is translated yet', () => {
    expect(lookThrough(root, 'es', [returned(plain, ' ')])).toEqual({ ok: true, texts: [] })
  })

  it('is refused with what to look at: a lost gap, a source of another day, a text that is not there', () => {
    const read = lookThrough(root, 'es', [
      returned(gapped, 'sin hueco'),
      returned(plain, 'Texto', 'Another text'),
      { ...returned(plain, 'Texto'), unit: 'no/such/place' },
    ])
    expect(read.ok ? [] : read.why).toEqual([
      expect.stringContaining('gaps are none, wanted {'),
      expect.stringContaining('the source has changed since this file was written'),
      expect.stringContaining('there is no such text'),
    ])
  })
})
