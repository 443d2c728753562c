/**
 * The letters of a file, from its bytes: what it says of its own encoding is believed when it can be true. Pure, and
 * the same in Node and in browsers: both know the encodings of the WHATWG standard.
 */

import { westernMarks } from './letters'

/** How far into a file a declaration may stand; browsers look into the first 1,024 bytes. */
const declarationWithin = 4_096
/** Enough of a file to tell whether every other byte is zero. */
const sampleBytes = 4_096

/** The encoding that the start of a web page or of an XML file names. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin))
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,30})["']/i.exec(head)?.[1] ??
    null
  )
}

/** UTF-16 without a mark at its start: in Latin text every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, sampleBytes - (sampleBytes % 2))
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1
    if (sample[at + 1] === 0) odd += 1
  }
  if (odd * 2 > pairs && even * 10 < pairs) return 'utf-16le'
  if (even * 2 > pairs && odd * 10 < pairs) return 'utf-16be'
  return null
}

const western = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'iso8859-1',
  'latin1',
  'us-ascii',
  'ascii',
  'ansi',
])

function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (mark) => westernMarks[mark.charCodeAt(0) - 0x80] ?? mark)
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // unknown to this browser, or not true
  }
}

/** Null: no UTF-8. The end of a file that was cut in the middle of a letter is let go. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/**
 * Reads bytes as text: a mark at the start, UTF-16 by its zeros, what is declared (in the file, or `type`: the type
 * that came with it), UTF-8, and last the old Western encoding, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array, type = ''): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  const wide = unmarkedUtf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const named = (declared(bytes) ?? /charset\s*=\s*"?([\w.:-]{2,30})/i.exec(type)?.[1] ?? '').toLowerCase()
  // A page that could be read so far cannot be UTF-16, whatever it says.
  const believed = named !== '' && !named.startsWith('utf-16') ? named : null
  if (believed && !/^utf-?8$/.test(believed)) {
    // UTF-8 that calls itself Western: no Western text looks like it by chance.
    const utf8 = western.has(believed) ? decodeUtf8(bytes) : null
    const text = utf8 ?? (western.has(believed) ? decodeWestern(bytes) : decodeStrictly(bytes, believed))
    if (text !== null) return text
  }
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return utf8
  // Said to be UTF-8, and is but for a few places: those alone are lost.
  if (believed && /^utf-?8$/.test(believed)) {
    const text = new TextDecoder('utf-8').decode(bytes)
    const lost = text.match(/\ufffd/g)?.length ?? 0
    const kept = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
    if (kept > lost) return text
  }
  return decodeWestern(bytes)
}
