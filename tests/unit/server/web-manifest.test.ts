import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageOfShare, shareFields } from '@/lib/claims/shared-text'
import { manifestAddress, webManifest } from '@/lib/server/build/web-manifest'
import { langOf, locales, translator } from '@/lib/texts/translate'

type Manifest = {
  name: string
  lang: string
  start_url: string
  scope: string
  icons: { src: string; sizes: string; type: string; purpose?: string }[]
  share_target: { action: string; method: string; enctype: string; params: Record<string, string> }
}

const inPublic = (address: string) => fs.readFileSync(path.join('public', address))

/** Width and height in pixels, from the head of a PNG. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

describe.each(locales)('the manifest of "%s"', (locale) => {
  const manifest = JSON.parse(webManifest(locale)) as Manifest

  test('has an address for each language, and its words', () => {
    expect(manifestAddress(locale)).toBe(`/${locale}.webmanifest`)
    expect(manifest).toMatchObject({ name: translator(locale)('site.name'), lang: langOf(locale) })
  })

  test('takes what is shared in the body of a post, never in an address', () => {
    const { action, method, enctype, params } = manifest.share_target
    expect([method, enctype]).toEqual(['POST', 'application/x-www-form-urlencoded'])
    expect(pageOfShare(action)).toBe(`/${locale}/check-an-article`)
    expect(Object.values(params)).toEqual([...shareFields])
    // A browser ignores a place outside, and the worker is registered for the same.
    expect(action.startsWith(manifest.scope)).toBe(true)
    expect(manifest.start_url.startsWith(manifest.scope)).toBe(true)
  })

  test('keeps links to shares and packets outside', () => {
    for (const address of ['/v', '/m', '/p']) expect(address.startsWith(manifest.scope)).toBe(false)
  })

  test('names pictures that are there, of the size that it says', () => {
    for (const { src, sizes, type } of manifest.icons) {
      if (type === 'image/png') expect([src, sizeOf(inPublic(src))]).toEqual([src, sizes])
      else expect(inPublic(src).toString('utf8')).toMatch(/^<svg /)
    }
    const plain = manifest.icons.filter(({ purpose }) => !purpose).map(({ sizes }) => sizes)
    expect(plain).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  })
})

test('the pictures that phones and browsers ask for by name are there', () => {
  expect(sizeOf(inPublic('/apple-touch-icon.png'))).toBe('180x180')
  const icon = inPublic('/favicon.ico')
  const pictures = Array.from({ length: icon.readUInt16LE(4) }, (_, at) => {
    const entry = 6 + 16 * at
    const [length, offset] = [icon.readUInt32LE(entry + 8), icon.readUInt32LE(entry + 12)]
    expect(sizeOf(icon.subarray(offset, offset + length))).toBe(
      `${icon.readUInt8(entry)}x${icon.readUInt8(entry + 1)}`,
    )
    return icon.readUInt8(entry)
  })
  expect(pictures).toEqual([16, 32, 48])
})
