import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sheets = ['app', 'components'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => path.join(folder, file)),
)

/** Faults of a style sheet for a language that is written from right to left. */
function sidesIn(css: string): string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const declarations = [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)/g)]
  return declarations.flatMap(([, name = '', value = '']) => {
    const words = value.trim().match(/(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []
    const isNamed = /(^|-)(left|right)(-|$)/.test(name)
    const isSaid = /^(float|clear|text-align|caption-side)$/.test(name) && /\b(left|right)\b/.test(value)
    const isOneSided = /^(margin|padding|inset)$/.test(name) && words.length === 4 && words[1] !== words[3]
    return isNamed || isSaid || isOneSided ? [`${name}: ${value.trim()}`] : []
  })
}

test('a side is found however it is written', () => {
  for (const css of [
    'a { margin-left: 1px }',
    'a{color:red;right:0}',
    'a { text-align: right; }',
    'a { padding: 0 calc(1px + var(--a)) 0 0 }',
    'a { border-top-left-radius: 1px }',
    '@media print { a { border-right: 0 } }',
  ])
    expect(sidesIn(css), css).toHaveLength(1)
  for (const css of [
    'a { margin-inline-start: 1px }',
    'a { padding: 0 1px 0 1px }',
    'a { text-align: start }',
    '/* left: 0; right: 1px */ a { inset: 0 }',
  ])
    expect(sidesIn(css), css).toEqual([])
})

test('there are style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(5)
})

test.each(sheets)('%s knows a start and an end, no left and right', (file) => {
  expect(sidesIn(fs.readFileSync(path.join(root, file), 'utf8'))).toEqual([])
})
