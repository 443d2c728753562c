/**
 * A clinic's logo, made safe to serve from our own address. PNG: only the parts that hold the picture are kept, so that
 * nothing rides along (places, names, a second file behind the end). SVG: refused when it holds anything but shapes and
 * words; it is not mended, so that a person sees what was wrong.
 */

export type ReadLogo = { ok: true; kind: 'png' | 'svg'; bytes: Uint8Array } | { ok: false; why: string }

/** The largest file, in bytes. It is on pages that a phone loads, and in every file of the clinic. */
export const maxLogoBytes = 50_000
/**
 * The longest side of a PNG, in pixels: on paper it is 4 cm wide at the most, and a small file may unpack to a picture that
 * fills a phone's memory.
 */
const maxSide = 1000

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What a still picture is made of (PNG, third edition, 5.6); the rest is about it. */
const pictureChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

const no = (why: string): ReadLogo => ({ ok: false, why })

/** A PNG with only what a still picture needs. */
function readPng(bytes: Uint8Array): ReadLogo {
  if (signature.some((byte, at) => bytes[at] !== byte))
    return no('it is called .png but it is no PNG picture; save it as PNG again')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  for (let count = 0; at + 12 <= bytes.length; count += 1) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + length
    if (end > bytes.length || (count === 0 && (name !== 'IHDR' || length !== 13))) break
    if (name === 'IHDR') {
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
      if (width < 1 || height < 1 || width > maxSide || height > maxSide)
        return no(`it is ${width} by ${height} dots; at most ${maxSide} by ${maxSide} are allowed`)
    }
    if (pictureChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') {
      const whole = new Uint8Array(kept.reduce((sum, { length: size }) => sum + size, 0))
      let to = 0
      for (const part of kept) {
        whole.set(part, to)
        to += part.length
      }
      return { ok: true, kind: 'png', bytes: whole }
    }
    at = end
  }
  return no('the picture is not whole; save it as PNG again')
}

const elements = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs style linearGradient ' +
    'radialGradient stop clipPath mask use symbol'
  ).split(' '),
)

/** One tag at the start of a text: a name, attributes between quotes, an end. Everything else is no tag. */
const tagShape = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/
const attributeShape = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** What is wrong with an attribute, or null. */
function attributeFault(name: string, value: string): string | null {
  const lower = name.toLowerCase()
  if (lower.startsWith('on')) return `it holds “${name}”, which runs a program`
  if (lower === 'xmlns' || lower.startsWith('xmlns:')) return null // a name that looks like an address
  if (value.includes('&') || value.includes('\\')) return `“${name}” holds letters in code; write them out`
  if (lower === 'href' || lower.endsWith(':href'))
    return /^#[\w.-]+$/.test(value) ? null : 'it points to something outside of the picture'
  if (/url\s*\((?!\s*#[\w.-]+\s*\))/i.test(value)) return 'it points to something outside of the picture'
  return /javascript|data:/i.test(value) ? `“${name}” holds a program or a file` : null
}

/** Style rules may only set colours and lines. */
const styleFault = (text: string) =>
  /@|\\|&|url\s*\(|expression|import/i.test(text)
    ? 'its style rules load something; save it with plain colours'
    : null

/** What is wrong with the SVG, or null. */
function svgFault(text: string): string | null {
  let rest = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .replace(/^<\?xml[^<>]*\?>\s*/, '')
  const open: string[] = []
  let isFirst = true
  while (rest !== '') {
    if (rest.startsWith('<!--')) {
      const end = rest.indexOf('-->')
      if (end < 0) return 'it is not whole'
      rest = rest.slice(end + 3)
      continue
    }
    if (!rest.startsWith('<')) {
      const end = rest.indexOf('<')
      const words = end < 0 ? rest : rest.slice(0, end)
      if (open.length === 0 && words.trim() !== '') return 'there is something beside the picture'
      const fault = open.at(-1) === 'style' ? styleFault(words) : null
      if (fault) return fault
      rest = rest.slice(words.length)
      continue
    }
    const tag = tagShape.exec(rest)
    if (!tag) return 'it holds something that is no shape (a DOCTYPE, an entity or a broken tag)'
    const [whole, closes, name = '', attributes = '', closesItself] = tag
    if (closes) {
      if (open.pop() !== name) return 'its tags do not fit each other'
    } else {
      if (isFirst !== (name === 'svg' && open.length === 0)) return 'it is no single SVG picture'
      if (!elements.has(name)) return `it holds <${name}>, which is no plain shape`
      for (const [, attribute = '', double, single] of attributes.matchAll(attributeShape)) {
        const fault = attributeFault(attribute, double ?? single ?? '')
        if (fault) return fault
      }
      if (!closesItself) open.push(name)
      isFirst = false
    }
    rest = rest.slice(whole.length)
    if (open.length === 0 && /<svg\b/.test(rest)) return 'it is no single SVG picture'
  }
  return open.length > 0 || isFirst ? 'it is not whole' : null
}

/** What is wrong with a file's size, or null. */
export const sizeFault = ({ length }: Uint8Array): string | null =>
  length > maxLogoBytes ? `it is larger than ${maxLogoBytes / 1000} kilobytes; make it smaller` : null

/** Reads a logo by its name's ending. A refusal is half a sentence that says what to change. */
export function readLogo(name: string, bytes: Uint8Array): ReadLogo {
  const large = sizeFault(bytes)
  if (large) return no(large)
  if (name.endsWith('.png')) return readPng(bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return no('it is not written in UTF-8; save it again')
  }
  const fault = svgFault(text)
  return fault ? no(fault) : { ok: true, kind: 'svg', bytes }
}
