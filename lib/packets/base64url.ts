const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url (RFC 4648), without the marks at the end. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const letters = b === undefined ? 2 : c === undefined ? 3 : 4
    for (let index = 0; index < letters; index += 1) text += alphabet[(bits >> (18 - 6 * index)) & 63]
  }
  return text
}

/** Null for anything but canonical base64url: one packet has one spelling. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of text) {
    bits = (bits << 6) | alphabet.indexOf(letter)
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at] = (bits >> held) & 255
    at += 1
    bits &= (1 << held) - 1
  }
  return bits === 0 ? bytes : null
}
