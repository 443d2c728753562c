import { describe, expect, it } from 'vitest'
import { filledText } from '@/lib/sentences/fill'
import { readability } from '@/lib/texts/readability'
import { translator } from '@/lib/texts/translate'
import { checkGlances, mostGlanceWords } from '@/prisma/pipeline/check-glances'
import { checkProse, mostGrade } from '@/prisma/pipeline/check-prose'
import { checkReferences } from '@/prisma/pipeline/check-references'
import { figureBook } from '@/prisma/pipeline/figure-book'
import type { ConditionContent, Content } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

/** "advanced/live-longer/lvad" */
type Place = `${string}/${string}/${string}`

function conditionOf(content: Content, decision: string): ConditionContent {
  const found = content.conditions.find((c) => decision in c.words.decisions.decisions)
  if (!found) throw new Error(`no decision ${decision}`)
  return found
}

/** The sentences of the question of a place, and the option. */
function sentencesAt(content: Content, place: Place): [Record<string, string>, string] {
  const [decision = '', outcome = '', option = ''] = place.split('/')
  const words = conditionOf(content, decision).words.decisions.decisions[decision]?.outcomes[outcome]
  if (!words || !(option in words.atAGlance)) throw new Error(`no sentence at ${place}`)
  return [words.atAGlance, option]
}

/** The content with another sentence in one place. */
function contentWith(place: Place, sentence: string): Content {
  const content = structuredClone(realContent())
  const [sentences, option] = sentencesAt(content, place)
  sentences[option] = sentence
  return content
}

const messagesOf = (problems: readonly { path: string; message: string }[]) =>
  problems.map(({ path, message }) => `${path}: ${message}`)

const bypass: Place = 'blocked-arteries/live-longer/bypass'
const heartTablets: Place = 'blocked-arteries/live-longer/medicines'
const stents: Place = 'blocked-arteries/live-longer/planned-stent'
const clip: Place = 'advanced/live-longer/mitral-clip'
const newHeart: Place = 'advanced/live-longer/transplant'
const confusion: Place = 'sudden/clear-head/plasma-exchange'
const drip: Place = 'sudden/live-longer/nac'

describe('the sentence of a cell at a glance', () => {
  it('stands in every cell with figures, in no other, and is without fault', () => {
    const content = realContent()
    expect(checkReferences(content)).toEqual([])
    expect(checkGlances(content)).toEqual([])
    for (const c of content.conditions) {
      const cells = c.decisions.decisions.flatMap(({ id, outcomes }) =>
        outcomes.flatMap((outcome) =>
          Object.entries(outcome.cells).map(([option, cell]) => ({
            has: option in (c.words.decisions.decisions[id]?.outcomes[outcome.id]?.atAGlance ?? {}),
            needs: 'estimates' in cell,
          })),
        ),
      )
      expect(cells.filter(({ needs }) => needs).length).toBeGreaterThan(0)
      expect(cells.filter(({ has, needs }) => has !== needs)).toEqual([])
    }
  })

  it('that is missing, or stands where no figure is, is named', () => {
    const content = structuredClone(realContent())
    const [sentences, option] = sentencesAt(content, bypass)
    sentences['comfort-care'] = sentences[option] ?? ''
    delete sentences[option]
    const at = 'decisions.blocked-arteries.outcomes.live-longer.atAGlance'
    expect(messagesOf(checkReferences(content))).toEqual([
      `${at}.bypass: no words for cell with figures "bypass"`,
      `${at}.comfort-care: words for an unknown cell with figures`,
    ])
  })

  it('with a digit is refused like any sentence', () => {
    const content = contentWith(heartTablets, 'With one of these tablets, fewer people die within 18 months.')
    expect(messagesOf(checkReferences(content)).join()).toContain('no digit in a sentence: 18')
  })

  const time = '{stiches-death-bypass.time}'
  const breaks: Record<string, [place: Place, sentence: string, fault: RegExp]> = {
    'of more than 14 words': [
      bypass,
      `Now a bypass probably helps more people live ${time}; at first it was not clear.`,
      /has 15 words/,
    ],
    'in telegram style': [bypass, `Probably more alive ${time}.`, /has 4 words/],
    'that is two': [
      bypass,
      `A bypass probably helps people live ${time}. It is not clear.`,
      /not one sentence/,
    ],
    'as sure as no rating allows': [
      bypass,
      `A bypass helps more people live ${time}; at first it was not clear.`,
      /does not say "probably", and the rating is moderate/,
    ],
    'less sure than the rating': [
      heartTablets,
      'With these tablets, fewer people may die within {dapa-death-dapagliflozin.time}.',
      /says "may", and the rating is high/,
    ],
    'that claims to know where nobody does': [
      confusion,
      'With many kinds of machines, fewer people were confused over time.',
      /does not say "we do not know" or "we are not sure", and the rating is very-low/,
    ],
    'surer than a low rating': [
      drip,
      'The drip probably helps more people live {nac-lee-2009-alive.time}; another study was not clear.',
      /says "probably", and the rating is low/,
    ],
    'that hides that a difference is not clear': [
      stents,
      'With stents, fewer people had died by {revived-death-stent.time}.',
      /does not say that a difference is not clear/,
    ],
    'that hides that it was not clear at another time': [
      bypass,
      `A bypass probably helps more people live ${time} or so.`,
      /does not say that a difference is not clear/,
    ],
    'that hides that two studies disagree': [
      clip,
      'With a clip, fewer people may die by {coapt-death-24-months-clip.time}; it is not clear.',
      /does not say that the studies disagree/,
    ],
    'that goes the other way than the figures of an option': [
      heartTablets,
      'With one of these tablets, more people die within {dapa-death-dapagliflozin.time}.',
      /says "more people die", and the figures go the other way/,
    ],
    'that goes the other way than the figures of those who carried on': [
      'blocked-arteries/later-problems/carry-on-as-now',
      'By {revived-another-procedure-medicines.time}, fewer needed unplanned artery care than with stents.',
      /says "fewer needed", and the figures go the other way/,
    ],
    'that says one group alone was helped': [
      newHeart,
      'A new heart keeps most people alive for {transplant-death-5-years.time}.',
      /says "keeps" of a group that was compared with nobody/,
    ],
    'that compares a group with nobody': [
      newHeart,
      'More people with a new heart were alive at {transplant-death-5-years.time}.',
      /says "More people" of a group that was compared with nobody/,
    ],
    'without a time': [
      newHeart,
      'Most people with a new heart were alive; some died waiting.',
      /says no time/,
    ],
    'with the figure of another cell': [
      newHeart,
      'Most with a new heart were alive at {momentum-alive-5-years-new-pump.time}.',
      /names "momentum-alive-5-years-new-pump", which does not lead here/,
    ],
    'whose words for a share do not fit': [
      newHeart,
      'About half with a new heart were alive at {transplant-death-5-years.time}.',
      /says "About half", and no lead figure lies from 42 to 58 in 100/,
    ],
    'that ranks': [
      newHeart,
      'The best figure is that most were alive at {transplant-death-5-years.time}.',
      /ranks or advises: "best"/,
    ],
  }
  it.each(Object.entries(breaks))('%s is refused', (_name, [place, sentence, fault]) => {
    const told = checkGlances(contentWith(place, sentence))
    expect(messagesOf(told).join('\n')).toMatch(fault)
    expect(
      told.every(({ path }) => path.endsWith(place.replace('/', '.outcomes.').replace('/', '.atAGlance.'))),
    ).toBe(true)
  })

  it('counts a figure as one word, however long it is on the page', () => {
    const sentence = `A bypass probably helps more people live ${time}; at ${time} it was not clear.`
    expect(
      filledText(
        sentence,
        figureBook(realContent(), conditionOf(realContent(), 'advanced')),
        translator('en'),
        'en',
      ).split(' ').length,
    ).toBeGreaterThan(mostGlanceWords)
    expect(checkGlances(contentWith(bypass, sentence))).toEqual([])
  })

  it('must be written again when its rating is void, because it says how sure we are', () => {
    const content = structuredClone(realContent())
    const [decision = ''] = bypass.split('/')
    const rating = conditionOf(content, decision).ratings.ratings.find(({ of }) => of === bypass)
    if (!rating) throw new Error('nobody rated the bypass')
    rating.leads = ['another-figure']
    expect(messagesOf(checkGlances(content))).toEqual([
      expect.stringContaining('says "probably", and the rating is not there'),
    ])
  })

  it('reads at grade 6 or lower with the others of its comparison, and the check says which are too hard', () => {
    const content = realContent()
    for (const c of content.conditions) {
      const book = figureBook(content, c)
      for (const [id, { outcomes }] of Object.entries(c.words.decisions.decisions)) {
        const sentences = Object.values(outcomes).flatMap(({ atAGlance }) => Object.values(atAGlance))
        const shown = sentences.map((sentence) => filledText(sentence, book, translator('en'), 'en'))
        expect(readability(shown).grade, `${c.condition.id} ${id}`).toBeLessThanOrEqual(mostGrade)
      }
    }
    const hard = contentWith(
      stents,
      'Revascularisation necessitates hospitalisation; no clear difference in mortality was demonstrable after {revived-death-stent.time}.',
    )
    const [sentences] = sentencesAt(hard, stents)
    for (const option of Object.keys(sentences)) sentences[option] = sentences['planned-stent'] ?? ''
    expect(messagesOf(checkProse(hard)).join('\n')).toMatch(
      /“heart-failure: compare blocked-arteries, at a glance” reads at grade [\d.]+/,
    )
  })
})
