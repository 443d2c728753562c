import { describe, expect, it } from 'vitest'
import { splitSentences } from '@/lib/texts/readability'
import { figureBook } from '@/prisma/pipeline/figure-book'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const content = realContent()

/** The two sides of an option that send a reader on to step three, and the questions that answer each. */
const sides = ['benefits', 'harms'] as const
type Side = (typeof sides)[number]

const sendsOn = /step three shows the numbers/i
const saysNone = /\b(?:not known|no (?:reliable )?number|nobody knows)\b/i

const notTopics = new Set(
  `step three show shows number numbers other people study studies could their they them there those these this that
  later after before cause heart liver clear difference itself about which where being still again mostly with from
  have more most some many also even such only fewer higher risk harm harms serious`.split(/\s+/),
)

/** What a sentence is about: its words of four letters or more, without those of every sentence. */
const topicsOf = (text: string) =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !notTopics.has(word))

/** Deaths stand under "Will I live longer?", so a harm that is a death is looked up on both sides. */
const ofDeath = /\b(?:die|died|dies|deaths?)\b/i

/** What step three holds for an option on one side: whether a figure counts people, and the words it is told in. */
function stepThree(
  c: ConditionContent,
  option: string,
  side: Side,
  text: string,
): { hasNumbers: boolean; told: string } {
  const book = figureBook(content, c)
  const told: string[] = []
  let hasNumbers = false
  for (const { id, outcomes } of c.decisions.decisions)
    for (const outcome of outcomes) {
      const cell = outcome.cells[option]
      if (!cell || !('estimates' in cell)) continue
      if (`${outcome.tone}s` !== side && !ofDeath.test(text)) continue
      const words = c.words.decisions.decisions[id]?.outcomes[outcome.id]
      told.push(...(words?.answer ?? []))
      for (const figure of cell.estimates.flatMap((one) => book.estimates[one] ?? [])) {
        if (!['finding', 'ratioOnly'].includes(figure.value.type)) hasNumbers = true
        const title = c.words.numbers.endpoints[figure.endpoint]
        told.push(title?.title ?? '', title?.bad ?? '', c.words.numbers.arms[figure.arm] ?? '')
      }
    }
  return { hasNumbers, told: told.join(' ').toLowerCase() }
}

/** Why "step three shows the numbers" is not true of a text of an option; nothing when it is, or does not say so. */
function faultsOf(c: ConditionContent, option: string, side: Side, text: string): string[] {
  if (!sendsOn.test(text)) return []
  const { hasNumbers, told } = stepThree(c, option, side, text)
  const sentence = splitSentences(text).find((one) => sendsOn.test(one)) ?? text
  const own = sentence.trim().split(/\s+/).length > 8 ? sentence : text
  const topics = topicsOf(own)
  return [
    ...(hasNumbers ? [] : ['no figure counts people']),
    ...(saysNone.test(text) ? ['says that nothing is known'] : []),
    ...(topics.length > 0 && !topics.some((topic) => told.includes(topic))
      ? [`not told: ${topics.join(', ')}`]
      : []),
  ]
}

const conditionOf = (id: string): ConditionContent => {
  const found = content.conditions.find((c) => c.condition.id === id)
  if (!found) throw new Error(`no condition ${id}`)
  return found
}

describe('"Step three shows the numbers"', () => {
  it('stands only where step three has a number of people for what the text tells', () => {
    const sent: string[] = []
    const faults = content.conditions.flatMap((c) =>
      Object.entries(c.words.options.options).flatMap(([option, words]) =>
        sides.flatMap((side) =>
          words[side].flatMap((text) => {
            if (sendsOn.test(text)) sent.push(`${option}.${side}`)
            return faultsOf(c, option, side, text).map((fault) => `${option}.${side}: ${fault}`)
          }),
        ),
      ),
    )
    expect(sent.length).toBeGreaterThan(10)
    expect(faults).toEqual([])
  })

  it.each([
    [
      'liver-failure',
      'medical-care',
      'harms',
      'Lactulose can cause loose poo and cramps, and step three shows the numbers.',
    ],
    [
      'liver-failure',
      'comfort-care',
      'benefits',
      'It is not known if people live longer, and step three shows the numbers.',
    ],
    [
      'liver-failure',
      'plasma-exchange',
      'harms',
      'Serious harms are fits and bleeding, and step three shows the numbers.',
    ],
    [
      'liver-failure',
      'albumin-dialysis',
      'harms',
      'How much harm they add is not sure. Step three shows the numbers.',
    ],
    ['heart-failure', 'transplant', 'harms', 'Its arteries can get thick, and step three shows the numbers.'],
    ['heart-failure', 'cardiac-rehab', 'benefits', 'Step three shows the numbers.'],
  ] as const)('is named where it stood and was not true: %s, %s, %s', (id, option, side, text) => {
    expect(faultsOf(conditionOf(id), option, side, text)).not.toEqual([])
  })
})
