import type { Contact, KeptGiver } from '@/lib/clinics/giver'
import { readPacket } from '@/lib/packets/fragment'
import type { ClinicKey } from '@/lib/packets/schema'
import { checkMaker, type Signing } from '@/lib/packets/signature'

/**
 * The clinic that gave a packet about this illness, when its signature proves one. Null for an unsigned or changed
 * packet, an unknown key, and a packet about another illness: then nobody may be named. Never throws.
 * @param keys those this site knows, each with how to reach its clinic when a profile says so
 */
export async function giverOf(
  fragment: string,
  conditionId: string,
  keys: readonly (ClinicKey & Partial<Contact>)[],
  subtle: Signing | undefined,
): Promise<KeptGiver | null> {
  const read = readPacket(fragment)
  if (!read.ok || read.packet.condition !== conditionId) return null
  const maker = await checkMaker(read.signed, read.signature, keys, subtle)
  if (maker.kind !== 'valid') return null
  const key = keys.find(({ kid }) => kid === read.signature?.kid)
  const { phone = null, when = null, address = null, logo = null } = key ?? {}
  return { name: maker.name, phone, when, address, logo, note: read.packet.note, packet: fragment }
}
