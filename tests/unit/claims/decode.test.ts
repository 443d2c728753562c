import { describe, expect, test } from 'vitest'
import { textOfItems } from '@/lib/browser/article/read-pdf'
import { decodeText } from '@/lib/claims/decode'

const long = ' The heart pumps the blood and the tablets help it to do so every day.'.repeat(40)
/** Text of the old Western encoding: its curly apostrophe is the byte 0x92. */
const western = (text: string) => Uint8Array.from(text, (one) => (one === '’' ? 0x92 : one.charCodeAt(0)))
const utf16 = (text: string, isBig: boolean, mark: number[] = []) =>
  Uint8Array.from([
    ...mark,
    ...[...text].flatMap((one) => {
      const pair = [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]
      return isBig ? pair.reverse() : pair
    }),
  ])
const denial = `Stem cells don’t cure heart failure.${long}`

describe('a file is read in the encoding that it has', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(denial)],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(denial)])],
    ['windows-1252, one curly apostrophe in a long text', western(denial)],
    ['windows-1252, declared as UTF-8', western(`<meta charset=utf-8>${denial}`)],
    ['windows-1252, declared', western(`<!doctype html><meta charset=windows-1252>${denial}`)],
    ['UTF-16, little end first', utf16(denial, false, [0xff, 0xfe])],
    ['UTF-16, big end first', utf16(denial, true, [0xfe, 0xff])],
    ['UTF-16 without a mark', utf16(denial, false)],
    ['UTF-16 without a mark, big end first', utf16(denial, true)],
  ])('%s', (_name, bytes) => {
    const text = decodeText(bytes).replace(/^<[^S]*>/, '')
    expect(text).toBe(denial)
  })

  test.each([
    ['iso-8859-2', [0xb1], 'ą'],
    ['iso-8859-7', [0xe1], 'α'],
    ['windows-1251', [0xe4, 0xe0], 'да'],
    ['koi8-r', [0xc4, 0xc1], 'да'],
    ['gbk', [0xd0, 0xc4], '心'],
    ['big5', [0xa4, 0xdf], '心'],
    ['shift_jis', [0x90, 0x53], '心'],
  ])('%s, declared in the page or with the file', (charset, bytes, read) => {
    const head = `<meta http-equiv="content-type" content="text/html; charset=${charset}">`
    expect(decodeText(Uint8Array.from([...western(head), ...bytes]))).toBe(head + read)
    expect(decodeText(Uint8Array.from(bytes), `text/html; charset=${charset}`)).toBe(read)
  })

  test('an encoding that nobody knows is passed over', () => {
    expect(decodeText(western('<meta charset="x-none">don’t'))).toContain('don’t')
  })
  test('nothing is nothing', () => expect(decodeText(new Uint8Array())).toBe(''))
})

describe('raised numbers in a PDF', () => {
  const piece = (str: string, height: number, base: number) => ({
    str,
    height,
    transform: [1, 0, 0, 1, 0, base],
  })
  test('are written as references after a word', () => {
    expect(
      textOfItems([piece('the myocardium', 12, 700), piece('1,2', 7, 705), piece(' and', 12, 700)]),
    ).toBe('the myocardium[1,2] and')
  })
  test('stay powers after a number, and words below the line stay words', () => {
    expect(
      textOfItems([piece('10', 12, 700), piece('6', 7, 705), piece(' CO', 12, 700), piece('2', 7, 697)]),
    ).toBe('106 CO2')
  })
})
