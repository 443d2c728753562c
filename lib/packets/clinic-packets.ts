import type { Clinic } from '@/lib/clinics/read-clinics'
import { readPacket } from '@/lib/packets/fragment'
import { linkPage } from '@/lib/texts/link-pages'

const fragmentOf = (link: string) => link.slice(link.indexOf('#') + 1)

/** The ready-made pages of a clinic in a language, in its own order; each opens on this site, whatever address the link had. */
export const packetsOf = ({ packets = [] }: Clinic, locale: string): { name: string; href: string }[] =>
  packets.flatMap(({ name, link }) => {
    const read = readPacket(fragmentOf(link))
    const isOwn = read.ok && read.packet.locale === locale
    return isOwn ? [{ name, href: `${linkPage('p', locale)}#${fragmentOf(link)}` }] : []
  })

/** What is wrong with the ready-made pages of these clinics, in one sentence; null: nothing. */
export function packetFault(clinics: readonly Clinic[]): string | null {
  for (const { id, packets = [] } of clinics)
    for (const [at, { link }] of packets.entries())
      if (!readPacket(fragmentOf(link)).ok)
        return `The profile of the clinic “${id}” has a link in the field “packets, entry ${at + 1}” that is cut off or changed; copy it once more from the page where it was made.`
  return null
}
