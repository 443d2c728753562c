import { logoOrNull, logoPath } from '@/lib/clinics/addresses'

/**
 * How to reach a clinic and where its logo lies, from its profile: what a page may show once a signature proved who made
 * it. `address`: in one line.
 */
export type Contact = {
  phone: string | null
  when: string | null
  address: string | null
  logo: string | null
}

/** A longer address stands on the clinic's own page only: papers are full. */
const longestAddress = 80

/** The lines of an address as one; null: there is none, or it is too long for a paper. */
export function addressLine(lines: readonly string[] | undefined): string | null {
  const line = (lines ?? []).join(', ')
  return line === '' || line.length > longestAddress ? null : line
}

/** A clinic that a signature proved, and what it wrote on the page that it gave. Never made for an unsigned page. */
export type Giver = Contact & {
  name: string
  /** One line of plain text; empty: no note. */
  note: string
}

/** A giver as this tab keeps it, with the packet itself: whoever makes a file elsewhere proves it again. */
export type KeptGiver = Giver & { packet: string }

/** What the summary says besides the answers. */
export type SummaryAbout = {
  /** The day it was filled in, YYYY-MM-DD; null: not known (a page built ahead). */
  day: string | null
  giver: Giver | null
}

export const nobody: SummaryAbout = { day: null, giver: null }

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)

/** A giver from what the tab keeps; null when there is none, or when it is not ours. Never throws. */
export function readGiver(text: string | null): KeptGiver | null {
  try {
    const { name, phone, when, address, logo, note, packet } = JSON.parse(text ?? 'null') as Record<
      string,
      unknown
    >
    if (!isText(name) || name === '' || !isTextOrNull(phone) || !isTextOrNull(when)) return null
    if (!isText(note) || !isText(packet)) return null
    return {
      name,
      phone,
      when,
      address: isText(address) ? address : null,
      logo: logoOrNull(logo),
      note,
      packet,
    }
  } catch {
    return null
  }
}

/** What a clinic's profile says of how to reach it. */
export function contactOf(clinic: {
  id: string
  phone?: string | undefined
  phoneWhen?: string | undefined
  address?: readonly string[] | undefined
  logo: { kind: 'png' | 'svg' } | null
}): Contact {
  return {
    phone: clinic.phone ?? null,
    when: clinic.phoneWhen ?? null,
    address: addressLine(clinic.address),
    logo: clinic.logo && logoPath(clinic.id, clinic.logo.kind),
  }
}
