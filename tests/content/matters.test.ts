import { describe, expect, it } from 'vitest'
import { checkMatters } from '@/prisma/pipeline/check-matters'
import type { Content } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

type Matter = Content['conditions'][number]['matters']['matters'][number]

/** What is found when one value of the real content is changed. */
function faultsWith(condition: string, id: string, change: (matter: Matter) => void): string[] {
  const content = structuredClone(realContent())
  const found = content.conditions
    .find((c) => c.condition.id === condition)
    ?.matters.matters.find((matter) => matter.id === id)
  if (!found) throw new Error(`no value ${id}`)
  change(found)
  return checkMatters(content).map(({ path, message }) => `${path}: ${message}`)
}

describe('a value speaks for or against an option only where the comparison says so', () => {
  it('holds for every value of the content', () => {
    expect(checkMatters(realContent())).toEqual([])
  })

  it.each([
    [
      'comfort care, whose length of life nobody compared',
      'living-longer',
      (matter: Matter) => matter.against.push('comfort-care'),
      'living-longer: points against "comfort-care", which is not known in sudden/live-longer',
    ],
    [
      'a clear head after a transplant, which nobody measured',
      'clear-head',
      (matter: Matter) => matter.towards.push('transplant-deceased'),
      'clear-head: points towards "transplant-deceased", which is not known in acute-on-chronic/clear-head',
    ],
    [
      'plasma exchange, where the comparison says "we do not know"',
      'living-longer',
      (matter: Matter) => matter.towards.push('plasma-exchange'),
      'living-longer: points towards "plasma-exchange", which is told as "we do not know" in acute-on-chronic/live-longer',
    ],
    [
      'machines that showed no clear difference in who lived',
      'living-longer',
      (matter: Matter) => matter.towards.push('albumin-dialysis'),
      'living-longer: points towards "albumin-dialysis", which shows no clear difference that way in sudden/live-longer',
    ],
    [
      'antivirals in sudden failure, which no trial tested',
      'living-longer',
      (matter: Matter) => (matter.notClear = []),
      'living-longer: points towards "antivirals", which is not known in sudden/live-longer',
    ],
    [
      'a slip in what is not clear',
      'living-longer',
      (matter: Matter) => matter.notClear.push('sudden/comfort-care'),
      'living-longer: "sudden/comfort-care" in notClear is pointed at nowhere',
    ],
    [
      'a row that no decision has',
      'living-longer',
      (matter: Matter) => (matter.outcome = 'no-such-row'),
      'living-longer: no decision of it has the row "no-such-row"',
    ],
  ])('%s: found', (_name, id, change, fault) => {
    expect(faultsWith('liver-failure', id, change)).toContain(fault)
  })

  it('a pointer the wrong way is found: more people with an ICD lived, so longer life does not speak against it', () => {
    const faults = faultsWith('heart-failure', 'live-longer', (matter) => {
      matter.towards = matter.towards.filter((option) => option !== 'icd')
      matter.against.push('icd')
    })
    expect(faults).toEqual([
      'live-longer: points against "icd", which shows no clear difference that way in sudden-death/live-longer',
    ])
  })
})
