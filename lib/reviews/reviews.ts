import { canonicalText } from '@/lib/texts/canonical-text'
import type { StepId } from '@/lib/journey/steps'

/** Who signed off, as a page says it. */
export type ReviewLine = {
  person: string
  role: string
  /** What ties the person to a treatment; shown where the sign-offs are listed. */
  interests?: string
  date: string
}

/** A sign-off as it stands in reviews.yaml: what it covers, and the hash each thing had when it was read. */
export type SignOff = ReviewLine & {
  id: string
  interests: string
  covers: readonly { content: string; hash: string }[]
}

/**
 * The hash of every piece of content, by content id ("heart-failure/decisions/advanced").
 * @param sha256 the hash of a text in 64 hex digits; passed in because this file is pure
 */
export function hashPieces(
  pieces: Readonly<Record<string, unknown>>,
  sha256: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(pieces).map(([id, piece]) => [id, sha256(canonicalText(piece))]))
}

/** The sign-offs of one piece that still count: the piece has the hash it had when it was read. Newest first. */
export function validFor(
  content: string,
  hashes: Readonly<Record<string, string>>,
  signOffs: readonly SignOff[],
): SignOff[] {
  const now = hashes[content]
  if (now === undefined) return []
  return signOffs
    .filter((signOff) => signOff.covers.some((cover) => cover.content === content && cover.hash === now))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}

/** How many pieces there are, and how many of them have a sign-off that counts. */
export function countSignedPieces(
  hashes: Readonly<Record<string, string>>,
  signOffs: readonly SignOff[],
): { signed: number; pieces: number } {
  const pieces = Object.keys(hashes)
  const signed = pieces.filter((content) => validFor(content, hashes, signOffs).length > 0)
  return { signed: signed.length, pieces: pieces.length }
}

/** The pieces that a content id stands for: itself, and all that lies below it ("decisions/advanced/live-longer"). */
export function piecesOf(content: string, hashes: Readonly<Record<string, string>>): string[] {
  return Object.keys(hashes).filter((id) => id === content || id.startsWith(`${content}/`))
}

/**
 * The review line of a page that shows these pieces: everyone who signed off a piece of it, when every piece has a
 * sign-off that counts; else nobody, and the page says "not yet reviewed".
 */
export function reviewLines(
  contents: readonly string[],
  hashes: Readonly<Record<string, string>>,
  signOffs: readonly SignOff[],
): ReviewLine[] {
  const pieces = contents.map((content) => piecesOf(content, hashes))
  if (pieces.some((own) => own.length === 0)) return [] // a page that shows what nobody could sign
  const byPiece = [...new Set(pieces.flat())].map((piece) => validFor(piece, hashes, signOffs)[0])
  const lines = new Map<string, ReviewLine>()
  for (const signOff of byPiece) {
    if (!signOff) return []
    const { person, role, interests, date } = signOff
    lines.set(signOff.id, { person, role, interests, date })
  }
  return [...lines.values()]
}

/**
 * The content ids that a step shows. What a step takes from the whole site (the glossary, the menus) is not part of
 * its sign-off. A page is signed off when all of these are.
 */
export function stepContents(
  conditionId: string,
  step: StepId,
  ids: { options: readonly string[]; decisions: readonly string[] },
): string[] {
  const own = (name: string) => `${conditionId}/${name}`
  const options = ids.options.map((id) => own(`options/${id}`))
  const decisions = ids.decisions.map((id) => own(`decisions/${id}`))
  switch (step) {
    case 'condition':
      return [own('condition')]
    case 'options':
      return options
    case 'compare':
      return decisions
    case 'stemCells':
      return [own('stem-cells'), own('claims'), 'shared/stem-cells']
    case 'matters':
      return [own('matters')]
    case 'check':
      return [own('quiz'), 'shared/sure']
    case 'summary':
      return [own('condition'), ...decisions, own('matters'), own('quiz')]
  }
}
