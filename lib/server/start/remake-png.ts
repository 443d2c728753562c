/**
 * A PNG made anew from its dots: what a file carries besides them (behind the packed picture, or in a wrong checksum) is
 * not in it, and one that no program could draw is found at the start and not when a patient's page is made.
 */
import zlib from 'node:zlib'

type Chunk = { name: string; data: Uint8Array }

/** Of a file that `readLogo` took: whole parts, from IHDR to IEND. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Channels of each colour type, and the bits that a channel may have (PNG, third edition, table 12). */
const colourTypes: Readonly<Record<number, { channels: number; bits: readonly number[] }>> = {
  0: { channels: 1, bits: [1, 2, 4, 8, 16] },
  2: { channels: 3, bits: [8, 16] },
  3: { channels: 1, bits: [1, 2, 4, 8] },
  4: { channels: 2, bits: [8, 16] },
  6: { channels: 4, bits: [8, 16] },
}

/** First column and row, and the steps, of each pass of an interlaced picture (8.2); else one pass takes all. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const allAtOnce = [[0, 0, 1, 1]] as const

/** Bytes of each row of the unpacked picture, its filter included, in the order in which they stand; null: no such picture. */
function rowsOf(header: Uint8Array): number[] | null {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colour = -1, packing, filter, interlace] = header.subarray(8)
  const type = colourTypes[colour]
  if (!type?.bits.includes(depth) || packing !== 0 || filter !== 0 || (interlace ?? 2) > 1) return null
  return (interlace === 1 ? passes : allAtOnce).flatMap(([x, y, stepX, stepY]) => {
    const across = Math.ceil((width - x) / stepX)
    const down = Math.ceil((height - y) / stepY)
    if (across < 1 || down < 1) return []
    return Array<number>(down).fill(1 + Math.ceil((across * depth * type.channels) / 8))
  })
}

/** The dots, unpacked; null when they are not those that the header promises. */
function dotsOf(chunks: readonly Chunk[], header: Uint8Array): Uint8Array | null {
  const rows = rowsOf(header)
  if (!rows) return null
  const size = rows.reduce((sum, row) => sum + row, 0)
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data))
  let dots: Uint8Array
  try {
    dots = zlib.inflateSync(packed, { maxOutputLength: size })
  } catch {
    return null
  }
  if (dots.length !== size) return null
  let at = 0
  for (const row of rows) {
    if ((dots[at] ?? 9) > 4) return null // no such filter
    at += row
  }
  return dots
}

function chunk(name: string, data: Uint8Array): Buffer {
  const told = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(zlib.crc32(told))
  return Buffer.concat([length, told, sum])
}

/**
 * The same picture in a file of our own making, or null when it cannot be drawn.
 * @param bytes a PNG that `readLogo` took: its parts are whole and its sides of a size that memory can hold
 */
export function remakePng(bytes: Uint8Array): Uint8Array | null {
  const chunks = chunksOf(bytes)
  const of = (name: string) => chunks.find((one) => one.name === name)?.data
  const header = of('IHDR')
  const [palette, clear] = [of('PLTE'), of('tRNS')]
  const dots = header && dotsOf(chunks, header)
  const isIndexed = header?.[9] === 3
  if (!dots || (isIndexed && (!palette || palette.length % 3 !== 0 || palette.length > 768))) return null
  return Buffer.concat([
    bytes.subarray(0, 8),
    chunk('IHDR', header),
    ...(palette && isIndexed ? [chunk('PLTE', palette)] : []),
    ...(clear ? [chunk('tRNS', clear)] : []),
    chunk('IDAT', zlib.deflateSync(dots, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ])
}
