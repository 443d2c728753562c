/** Ids of resources that change only when what they name does. */
import { createHash } from 'node:crypto'

/** The namespace of our names: a random UUID, once and for all. */
const namespace = 'b7f5a2d4-6c0e-4f3b-9a51-2d8e07c4f6a9'

/** The name-based UUID of a name (RFC 9562, version 5). */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
