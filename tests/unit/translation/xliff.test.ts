import { describe, expect, it } from 'vitest'
import { readXliff, writeXliff } from '@/prisma/pipeline/translation/xliff'

const source = { file: 'heart-failure/words.en/a.yaml', at: ['a', 'lead', 0] }
const there = async (text: string, translation?: string) => {
  const xml = await writeXliff('es', 'en', [{ source: { ...source, text }, translation, changed: false }])
  return { xml, back: await readXliff(xml) }
}

describe('texts for a translator’s program', () => {
  it.each([
    'Plain text',
    '{a.good} were alive & {b.bad} had died <after> {fact:x}.',
    '{a} {b}',
    'One <rest>in {per}</rest> “said” it’s "so"',
    '{n, plural, one {# person} other {# people}}',
  ])('come back as they went: %s', async (text) => {
    const { back } = await there(text, text)
    expect(back).toEqual({
      language: 'es',
      units: [{ file: source.file, unit: 'a/lead/0', source: text, text }],
    })
  })

  it('show a gap as one piece that nobody writes in', async () => {
    const { xml } = await there('With {a.good} of <rest>them</rest>')
    expect(xml).toContain('<source>With <x id="{a.good}"/> of <x id="(rest)"/>them<x id="(/rest)"/></source>')
    expect(xml).not.toContain('<target>')
  })

  it('are empty where nothing is translated yet', async () => {
    const { back } = await there('Text')
    expect(back.units[0]?.text).toBe('')
  })

  it('refuse what is no XLIFF', async () => {
    await expect(readXliff('not xml')).rejects.toThrow()
  })
})
