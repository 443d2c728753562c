import { describe, expect, it } from 'vitest'
import { piecesOf, reviewLines, stepContents, type SignOff } from '@/lib/reviews/reviews'
import { steps } from '@/lib/journey/steps'
import { contentHashes } from '@/prisma/pipeline/content-pieces'
import type { Content } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const content = realContent()
const hashes = contentHashes(content)

/** The ids of the pieces whose hash is another one after the change. */
function changedBy(change: (copy: Content) => void): string[] {
  const copy = structuredClone(content)
  change(copy)
  const after = contentHashes(copy)
  return Object.keys(hashes).filter((id) => hashes[id] !== after[id])
}

describe('the pieces that can be signed off', () => {
  it('hold everything that a step shows', () => {
    for (const c of content.conditions)
      for (const { id } of steps) {
        const ids = {
          options: c.options.options.map((option) => option.id),
          decisions: c.decisions.decisions.map((decision) => decision.id),
        }
        for (const content of stepContents(c.condition.id, id, ids))
          expect(piecesOf(content, hashes), content).not.toEqual([])
      }
  })

  it('have the same hash each time, 64 hex digits', () => {
    expect(contentHashes(structuredClone(content))).toEqual(hashes)
    for (const hash of Object.values(hashes)) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a changed figure voids every piece that shows it, and no other', () => {
    const [condition] = content.conditions
    const decision = condition?.decisions.decisions[0]
    const cell = Object.values(decision?.outcomes[0]?.cells ?? {}).find((one) => 'estimates' in one)
    const id = cell && 'estimates' in cell ? cell.estimates[0] : undefined
    const changed = changedBy((copy) => {
      for (const c of copy.conditions)
        for (const estimate of c.numbers.estimates) if (estimate.id === id) estimate.followUp.months = 999
    })
    expect(changed).toContain(
      `${condition?.condition.id}/decisions/${decision?.id}/${decision?.outcomes[0]?.id}`,
    )
    expect(changed.filter((piece) => piece.startsWith(`${content.conditions[1]?.condition.id}/`))).toEqual([])
    expect(changed.filter((piece) => piece.startsWith('shared/'))).toEqual([])
  })

  it('a changed word, and a source that is withdrawn, void it too', () => {
    const [first] = content.conditions
    const option = first?.options.options[0]?.id ?? ''
    expect(
      changedBy((copy) => {
        const words = copy.conditions[0]?.words.options.options[option]
        if (words) words.short = `${words.short} More.`
      }),
    ).toContain(`${first?.condition.id}/options/${option}`)
    const source = first?.numbers.estimates[0]?.source
    expect(
      changedBy((copy) => {
        for (const one of copy.sources) if (one.id === source) one.status = 'retracted'
      }).length,
    ).toBeGreaterThan(0)
  })

  it('a note in the change log voids nothing', () => {
    expect(changedBy((copy) => (copy.changelog += '\nMore.'))).toEqual([])
  })
})

it('every sign-off in reviews.yaml names pieces that exist, and today none is needed for a page to say the truth', () => {
  const signOffs: SignOff[] = content.reviews
  for (const { id, covers } of signOffs)
    for (const cover of covers)
      expect(hashes, `${id} covers ${cover.content}`).toHaveProperty([cover.content])
  if (!signOffs.length) expect(reviewLines(['heart-failure/condition'], hashes, signOffs)).toEqual([])
})
