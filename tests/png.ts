/** PNG pictures for tests, part by part. */
import zlib from 'node:zlib'

export function chunk(name: string, data: Uint8Array): Buffer {
  const told = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(zlib.crc32(told))
  return Buffer.concat([length, told, sum])
}

export function header(width: number, height: number, depth: number, colour: number, interlace = 0): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, interlace], 8)
  return chunk('IHDR', data)
}

/** A picture in true colour with alpha. `noisy`: of dots that cannot be packed. */
export function pngOf(width: number, height: number, noisy = false): Buffer {
  let seed = 1
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % 256
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width * 4 }, (_, at) => (noisy ? next() : at % 4 === 3 ? 255 : y % 256)),
    ]),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    header(width, height, 8, 6),
    chunk('IDAT', zlib.deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
