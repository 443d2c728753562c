/**
 * Unpacks raw DEFLATE data (RFC 1951) with a cap. Our own, because phones from before 2023 have no
 * `DecompressionStream('deflate-raw')`, and because a cap must hold while unpacking, not after it.
 * Tried against zlib on random data in tests/unit/packets/inflate.test.ts.
 */

export type Inflated = { ok: true; bytes: Uint8Array } | { ok: false; why: 'broken' | 'too-large' }

/** Extra bits and first value of each length code (257–285) and distance code (RFC 1951, 3.2.5). */
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
]
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
]
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
/** The order in which the lengths of the code for code lengths are given (3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const longestCode = 15

class Broken extends Error {}
class TooLarge extends Error {}

type Codes = { counts: number[]; symbols: number[] }

/** A canonical Huffman code from the length of each symbol's code. @throws Broken when more codes are asked for than fit */
function makeCodes(lengths: readonly number[]): Codes {
  const counts = new Array<number>(longestCode + 1).fill(0)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  let left = 1
  for (let length = 1; length <= longestCode; length += 1) {
    left = left * 2 - (counts[length] ?? 0)
    if (left < 0) throw new Broken()
  }
  const starts = [0, 0]
  for (let length = 1; length < longestCode; length += 1)
    starts[length + 1] = (starts[length] ?? 0) + (counts[length] ?? 0)
  const symbols: number[] = []
  lengths.forEach((length, symbol) => {
    if (length === 0) return
    const at = starts[length] ?? 0
    symbols[at] = symbol
    starts[length] = at + 1
  })
  counts[0] = 0
  return { counts, symbols }
}

const fixedLengths = Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))

class Reader {
  private at = 0
  private held = 0
  private heldBits = 0
  readonly out: Uint8Array
  size = 0
  constructor(
    private readonly bytes: Uint8Array,
    cap: number,
  ) {
    this.out = new Uint8Array(cap)
  }

  bits(count: number): number {
    while (this.heldBits < count) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new Broken()
      this.at += 1
      this.held |= byte << this.heldBits
      this.heldBits += 8
    }
    const value = this.held & ((1 << count) - 1)
    this.held >>>= count
    this.heldBits -= count
    return value
  }

  put(byte: number): void {
    if (this.size >= this.out.length) throw new TooLarge()
    this.out[this.size] = byte
    this.size += 1
  }

  copy(distance: number, length: number): void {
    if (distance > this.size) throw new Broken()
    for (let index = 0; index < length; index += 1) this.put(this.out[this.size - distance] ?? 0)
  }

  symbol({ counts, symbols }: Codes): number {
    let code = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= longestCode; length += 1) {
      code |= this.bits(1)
      const count = counts[length] ?? 0
      if (code - first < count) return symbols[index + code - first] ?? 0
      index += count
      first = (first + count) * 2
      code *= 2
    }
    throw new Broken()
  }

  stored(): void {
    this.held = 0
    this.heldBits = 0
    const length = this.bits(16)
    if ((length ^ this.bits(16)) !== 0xffff) throw new Broken()
    for (let index = 0; index < length; index += 1) this.put(this.bits(8))
  }

  packed(lengths: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.symbol(lengths)
      if (symbol === 256) return
      if (symbol < 256) {
        this.put(symbol)
        continue
      }
      const base = lengthBase[symbol - 257]
      if (base === undefined) throw new Broken()
      const length = base + this.bits(lengthExtra[symbol - 257] ?? 0)
      const far = this.symbol(distances)
      const from = distanceBase[far]
      if (from === undefined) throw new Broken()
      this.copy(from + this.bits(distanceExtra[far] ?? 0), length)
    }
  }

  /** The two codes of a block that brings its own (3.2.7). */
  ownCodes(): [Codes, Codes] {
    const literals = this.bits(5) + 257
    const distances = this.bits(5) + 1
    const given = this.bits(4) + 4
    if (literals > 286 || distances > 30) throw new Broken()
    const orderLengths = new Array<number>(19).fill(0)
    for (const place of lengthOrder.slice(0, given)) orderLengths[place] = this.bits(3)
    const order = makeCodes(orderLengths)
    const lengths: number[] = []
    while (lengths.length < literals + distances) {
      const symbol = this.symbol(order)
      if (symbol < 16) {
        lengths.push(symbol)
        continue
      }
      const last = lengths.at(-1)
      if (symbol === 16 && last === undefined) throw new Broken()
      const value = symbol === 16 ? (last ?? 0) : 0
      const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7)
      for (let index = 0; index < times; index += 1) lengths.push(value)
    }
    if (lengths.length > literals + distances || !lengths[256]) throw new Broken()
    return [makeCodes(lengths.slice(0, literals)), makeCodes(lengths.slice(literals))]
  }

  /** Everything was used: no bytes may ride along behind the data. */
  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}

/**
 * @param bytes raw DEFLATE data and nothing behind it
 * @param cap the most bytes to unpack to; memory is taken once, so a small cap is a small cost
 */
export function inflate(bytes: Uint8Array, cap: number): Inflated {
  const reader = new Reader(bytes, cap)
  try {
    for (let isLast = false; !isLast;) {
      isLast = reader.bits(1) === 1
      const kind = reader.bits(2)
      if (kind === 0) reader.stored()
      else if (kind === 1) reader.packed(makeCodes(fixedLengths), makeCodes(new Array<number>(30).fill(5)))
      else if (kind === 2) reader.packed(...reader.ownCodes())
      else return { ok: false, why: 'broken' }
    }
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, why: 'too-large' }
    if (error instanceof Broken) return { ok: false, why: 'broken' }
    throw error
  }
  if (!reader.isAtEnd()) return { ok: false, why: 'broken' }
  return { ok: true, bytes: reader.out.slice(0, reader.size) }
}

/** Raw DEFLATE data that is not packed at all: for browsers that cannot pack. At most 65,535 bytes. */
export function store(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  const out = new Uint8Array(length + 5)
  out.set([1, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255])
  out.set(bytes, 5)
  return out
}
