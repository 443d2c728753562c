import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { maxLogoBytes, readLogo } from '@/lib/clinics/logo'
import { chunk, header } from '@/tests/png'

const size = (width: number, height: number) => header(width, height, 8, 0)
const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const dots = chunk('IDAT', zlib.deflateSync(Buffer.from([0, 0])))
const end = chunk('IEND', Buffer.alloc(0))

describe('a PNG logo', () => {
  it('keeps the picture and drops all that rides along', () => {
    const told = chunk('tEXt', Buffer.from('Author\0somebody'))
    const read = readLogo(
      'a.png',
      Buffer.concat([begin, size(1, 1), told, dots, end, Buffer.from('<script>')]),
    )
    expect(read.ok && Buffer.from(read.bytes)).toEqual(Buffer.concat([begin, size(1, 1), dots, end]))
  })

  it.each([
    ['is no PNG', Buffer.from('GIF89a'), /no PNG/],
    ['is cut off', Buffer.concat([begin, size(1, 1), dots.subarray(0, 10)]), /not whole/],
    ['is 3,000 dots wide', Buffer.concat([begin, size(3000, 1), dots, end]), /3000 by 1/],
    ['begins with another part', Buffer.concat([begin, dots, size(1, 1), end]), /not whole/],
    ['is too large', Buffer.alloc(maxLogoBytes + 1), /larger than 50/],
  ])('that %s is refused', (_what, bytes, why) => {
    const read = readLogo('a.png', bytes)
    expect(read.ok ? '' : read.why).toMatch(why)
  })
})

const svg = (inner: string, attributes = '') =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`)

describe('an SVG logo', () => {
  it.each([
    ['shapes and words', '<!-- ours --><g fill="#fff"><path d="M0 0h1"/><text>A &amp; B</text></g>'],
    ['a part used twice', '<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/><use xlink:href="#a"/>'],
    ['a colour that runs', '<linearGradient id="b"/><rect fill="url(#b)" style="stroke: #000"/>'],
    ['plain style rules', '<style>.a{fill:#0b4a42}</style><path class="a" d="M0 0"/>'],
  ])('may hold %s', (_what, inner) => {
    expect(readLogo('a.svg', svg(inner))).toMatchObject({ ok: true, kind: 'svg' })
  })

  it.each([
    ['a script', svg('<script>alert(1)</script>'), /<script>/],
    ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>'), /<SCRIPT>/],
    ['a name that runs', svg('<path d="M0 0" onload="alert(1)"/>'), /onload/],
    ['one on the outside', svg('', ' ONCLICK="x"'), /ONCLICK/],
    ['a link', svg('<a href="https://cells.example"><path d=""/></a>'), /<a>/],
    ['a picture from elsewhere', svg('<image href="https://cells.example/a.png"/>'), /<image>/],
    ['a part from elsewhere', svg('<use href="https://cells.example/a.svg#a"/>'), /outside/],
    ['the same in code', svg('<use href="&#104;ttps://cells.example"/>'), /in code/],
    ['a colour from elsewhere', svg('<rect fill="url(https://cells.example)"/>'), /outside/],
    ['styles from elsewhere', svg('<style>@import "https://cells.example"</style>'), /style rules/],
    ['a page inside', svg('<foreignObject><p>x</p></foreignObject>'), /foreignObject/],
    ['an entity', new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'), /no shape/],
    ['CDATA', svg('<![CDATA[<script>]]>'), /no shape/],
    ['a second picture', new TextEncoder().encode('<svg></svg><svg></svg>'), /no single/],
    ['text behind it', new TextEncoder().encode('<svg></svg>alert(1)'), /beside/],
    ['half of it', new TextEncoder().encode('<svg><g>'), /not whole/],
    ['a page', new TextEncoder().encode('<html></html>'), /no single/],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x3c]), /UTF-8/],
  ])('with %s is refused with a sentence', (_what, bytes, why) => {
    const read = readLogo('a.svg', bytes)
    expect(read.ok ? 'taken' : read.why).toMatch(why)
  })
})
