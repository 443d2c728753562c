import { fromBase64url, toBase64url } from '@/lib/packets/base64url'
import { inflate } from '@/lib/packets/inflate'
import { noteFault, tidyNote, type NoteFault } from '@/lib/packets/note-text'
import { isPacketOnTheWay } from '@/lib/packets/packet-shape'
import type { Packet, PacketOnTheWay } from '@/lib/packets/schema'

/** The longest fragment we make or read, in characters: a code of 51 mm that holds more cannot be scanned well. */
export const maxFragmentLength = 1_500
/** The most a packet may unpack to, in bytes: a note of 300 characters and every option fit twice. */
export const maxUnpackedBytes = 2_500

/** Which form a packet has; a later form gets another number, and this site then says so. */
const form = '1'

/** What stands behind a packet that was signed. Not checked yet: see lib/packets/signature.ts. */
export type Signature = { kid: string; value: string }

export type ReadPacket =
  | { ok: true; packet: Packet; signed: string; signature: Signature | null }
  /** `empty`: no fragment. `mangled`: cut off or changed on the way. `newer`: another form. `refused`: not a packet we take. */
  | { ok: false; why: 'empty' | 'mangled' | 'newer' | 'too-large' | 'refused' }

export type WrittenPacket =
  { ok: true; fragment: string } | { ok: false; why: NoteFault | 'too-large' | 'refused' }

/**
 * A packet as the part of an address after `#`, `1.<deflate as base64url>`; the note is put in one line first.
 * @param deflate packs bytes as raw DEFLATE (`CompressionStream` in the browser); `store` of inflate.ts will do
 */
export async function writePacket(
  packet: Packet,
  deflate: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<WrittenPacket> {
  const note = tidyNote(packet.note)
  const fault = noteFault(note)
  if (fault) return { ok: false, why: fault }
  const { locale, condition, situation, decision, options, made } = packet
  const way: PacketOnTheWay = {
    l: locale,
    c: condition,
    s: situation,
    d: decision,
    o: options,
    n: note,
    t: made,
  }
  if (!isPacketOnTheWay(way)) return { ok: false, why: 'refused' }
  const bytes = new TextEncoder().encode(JSON.stringify(way))
  if (bytes.length > maxUnpackedBytes) return { ok: false, why: 'too-large' }
  const fragment = `${form}.${toBase64url(await deflate(bytes))}`
  return fragment.length > maxFragmentLength ? { ok: false, why: 'too-large' } : { ok: true, fragment }
}

/** A signed packet: the key's id and the signature follow what they sign. */
export function withSignature(fragment: string, { kid, value }: Signature): string {
  return `${fragment}.${kid}.${value}`
}

/** What programs that pass on a link do to it: an escaped `#` or full stop, and a mark or a line end behind it. */
function repaired(fragment: string): string {
  return fragment
    .replace(/^[^]*#/, '')
    .replace(/^[/?]*(?:%(?:25)*23)?/, '')
    .replace(/%2[eE]/g, '.')
    .replace(/(?:%0[aAdD]|%20|[\s.,;:!?)>\]'"*])+$/, '')
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * Reads a packet from what stands after `#`. Never throws for what anyone puts there. A note that the builder would
 * refuse is refused here too: other hands can make packets.
 */
export function readPacket(fragment: string): ReadPacket {
  // Looked at before anything is done with it: the text is a stranger's.
  if (fragment.length > maxFragmentLength * 2) return { ok: false, why: 'too-large' }
  const text = repaired(fragment)
  if (text === '') return { ok: false, why: 'empty' }
  if (text.length > maxFragmentLength + 100) return { ok: false, why: 'too-large' }
  const [number, packed = '', kid, value, ...more] = text.split('.')
  if (number !== form) return { ok: false, why: /^\d{1,3}$/.test(number ?? '') ? 'newer' : 'mangled' }
  if (more.length > 0 || (kid === undefined) !== (value === undefined)) return { ok: false, why: 'mangled' }
  const isSignature =
    value === undefined || (/^[A-Za-z0-9_-]{11}$/.test(kid ?? '') && /^[A-Za-z0-9_-]{86}$/.test(value))
  const bytes = fromBase64url(packed)
  if (!bytes || !isSignature) return { ok: false, why: 'mangled' }
  const unpacked = inflate(bytes, maxUnpackedBytes)
  if (!unpacked.ok) return { ok: false, why: unpacked.why === 'too-large' ? 'too-large' : 'mangled' }
  const json = parsed(unpacked.bytes)
  if (json === undefined) return { ok: false, why: 'mangled' }
  if (!isPacketOnTheWay(json) || noteFault(json.n) || tidyNote(json.n) !== json.n)
    return { ok: false, why: 'refused' }
  const { l, c, s, d, o, n, t } = json
  return {
    ok: true,
    packet: { locale: l, condition: c, situation: s, decision: d, options: o, note: n, made: t },
    signed: `${form}.${packed}`,
    signature: kid === undefined || value === undefined ? null : { kid, value },
  }
}
