import { optionMarks } from '@/lib/journey/steps'
import type { Packet } from '@/lib/packets/schema'

type Named = { id: string; name: string }

/** What can be chosen for a packet in one language: finished words, in the fixed order. */
export type Catalogue = {
  locale: string
  conditions: readonly {
    id: string
    name: string
    situations: readonly Named[]
    decisions: readonly {
      id: string
      question: string
      situations: readonly string[]
      options: readonly Named[]
      /** Who signed off what stands on this decision's pages, or that nobody has. */
      reviewed: string
    }[]
  }[]
}

/** Options that no packet can leave out of a decision that has them: docs/decisions/0010-packets.md. */
export const alwaysIncluded: readonly string[] = ['carry-on-as-now', 'comfort-care']

export type RouteOption = Named & { letter: string; tone: string }
/** A packet in the site's own words: every word but the note comes from the catalogue. */
export type Route = {
  condition: Named
  situation: Named | null
  decision: { id: string; question: string }
  /** In the order to read in; letters are those of the decision's fixed order. */
  options: RouteOption[]
  /** How many options the decision has in all. */
  allOptions: number
  /** The packet named an option that this site does not have (any more). */
  isPartial: boolean
}

/** The packet's option ids as they are read: those the decision has, and what may not be missing in front. */
export function optionsToRead(chosen: readonly string[], decisionOptions: readonly string[]): string[] {
  const known = chosen.filter((id) => decisionOptions.includes(id))
  const missing = decisionOptions.filter((id) => alwaysIncluded.includes(id) && !known.includes(id))
  return [...missing, ...known]
}

/** The route a packet stands for; null when this site has no such condition, decision or situation. */
export function routeOf(packet: Packet, catalogues: readonly Catalogue[]): Route | null {
  const { conditions } = catalogues.find(({ locale }) => locale === packet.locale) ?? { conditions: [] }
  const condition = conditions.find(({ id }) => id === packet.condition)
  const decision = condition?.decisions.find(({ id }) => id === packet.decision)
  if (!condition || !decision) return null
  const situation = condition.situations.find(({ id }) => id === packet.situation) ?? null
  if (packet.situation !== null && (!situation || !decision.situations.includes(situation.id))) return null
  const marks = optionMarks(decision.options.map(({ id }) => id))
  const byId = new Map(decision.options.map((option) => [option.id, option]))
  const options = optionsToRead(packet.options, [...byId.keys()]).flatMap((id): RouteOption[] => {
    const option = byId.get(id)
    const mark = marks.get(id)
    return option && mark ? [{ id, name: option.name, ...mark }] : []
  })
  return {
    condition: { id: condition.id, name: condition.name },
    situation: situation && { id: situation.id, name: situation.name },
    decision: { id: decision.id, question: decision.question },
    options,
    allOptions: decision.options.length,
    isPartial: packet.options.some((id) => !byId.has(id)),
  }
}
