import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  differenceOf,
  missingOf,
  signEdit,
  stateOf,
  voidedBy,
  voidEdits,
  type WrittenSignOff,
} from '@/lib/desk/sign'
import { editYaml } from '@/lib/texts/yaml-edit'
import { Reviews } from '@/lib/reviews/schema'

const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
const part = { id: 'x/options/a', covers: ['x/options/a', 'x/decisions/d/options/a'] }
const hashes = { 'x/options/a': one, 'x/decisions/d/options/a': two }
const signer = { person: 'C. Invented', role: 'Nurse', interests: 'None', date: '2026-12-01' }
const empty = '# Who signed off what.\nreviews: []\n'

/** The sign-offs after the part was signed. */
function signed(): { text: string; reviews: WrittenSignOff[] } {
  const edited = editYaml(empty, [signEdit(part, hashes, [], signer)])
  if (!edited.ok) throw new Error(edited.why)
  return { text: edited.text, reviews: Reviews.parse(parse(edited.text)).reviews }
}

describe('a signature', () => {
  test('is written with name, role, interests, day, and the hash of all that it covers', () => {
    const { text, reviews } = signed()
    expect(text).toMatch(/^# Who signed off what\.\n/)
    expect(reviews[0]).toMatchObject({
      ...signer,
      covers: [
        { content: 'x/options/a', hash: one },
        { content: 'x/decisions/d/options/a', hash: two },
      ],
    })
    expect(stateOf(part, hashes, reviews)).toMatchObject({ kind: 'signed' })
  })

  test('needs every field, and a day as a day', () => {
    expect(missingOf({ person: ' ', role: 'x', interests: '', date: 'today' })).toEqual([
      'person',
      'interests',
      'date',
    ])
    expect(missingOf(signer)).toEqual([])
  })

  test('has another id when the same person signs the same part again on that day', () => {
    const { reviews } = signed()
    const again = signEdit(part, hashes, reviews, signer)
    expect(again.kind === 'add' && (again.value as { id: string }).id).toBe(`${reviews[0]?.id}-2`)
  })

  test('of one piece of two does not sign the part', () => {
    const { reviews } = signed()
    expect(
      stateOf({ covers: [...part.covers, 'x/more'] }, { ...hashes, 'x/more': one }, reviews),
    ).toMatchObject({
      kind: 'voided',
    })
  })

  test('is taken off by a change of what it covers, with what changed, by whom and when', () => {
    const { text, reviews } = signed()
    const after = { ...hashes, 'x/options/a': two }
    const voided = voidedBy(hashes, after, reviews)
    expect(voided).toEqual([{ index: 0, content: 'x/options/a' }])
    const why = differenceOf({ words: { short: 'It helps.' } }, { words: { short: 'It may help.' } })
    const edited = editYaml(
      text,
      voidEdits(voided, reviews, 'A. Sample', '2026-12-02', () => why),
    )
    if (!edited.ok) throw new Error(edited.why)
    const now = Reviews.parse(parse(edited.text)).reviews
    expect(stateOf(part, after, now)).toMatchObject({
      kind: 'voided',
      why: { by: 'A. Sample', date: '2026-12-02', why: 'words.short: “It helps.” → “It may help.”' },
    })
    expect(voidedBy(hashes, hashes, now)).toEqual([])
  })
})
