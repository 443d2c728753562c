import fs from 'node:fs'
import { expect, test } from 'vitest'
import { fonts } from '@/lib/server/build/make-assets'

const css = fs.readFileSync('app/styles/base.css', 'utf8')

/** The letters for which base.css says to fetch a file, as a test of one letter. */
function rangeOf(file: string): (letter: string) => boolean {
  const face = css.split('@font-face').find((part) => part.includes(`/${file}.woff2`)) ?? ''
  const written = /unicode-range:([^;]+);/.exec(face)?.[1] ?? ''
  const spans = [...written.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = '', to]) => [
    parseInt(from, 16),
    parseInt(to ?? from, 16),
  ])
  return (letter) =>
    spans.some(([from = 0, to = 0]) => from <= letter.charCodeAt(0) && letter.charCodeAt(0) <= to)
}

const cut = (file: string) => [...(fonts.find((font) => font.file === file)?.text ?? '')]

test.each(['atkinson-400', 'atkinson-700', 'source-serif-600'])(
  '%s: a rare letter makes the browser fetch the file that has it, a common one fetches nothing more',
  (file) => {
    const isFetched = rangeOf(`${file}-rare`)
    const rare = cut(`${file}-rare`)
    expect(rare.length).toBeGreaterThan(20)
    expect(rare.filter((letter) => !isFetched(letter))).toEqual([])
    expect(cut(file).filter(isFetched)).toEqual([])
  },
)
