/** The pages of a quantity that sentences name: the table of a part, the first reader's page, and the second's. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import type { FactBox } from './fact'
import { changeCell, sourceCell, sourceLine, withdrawForm, type ShownSource } from './figure-view'
import { button, choice, field, postForm, say } from './frame-view'

export type FactLine = {
  id: string
  /** The first sentence of the part that names it, filled in. */
  sentence: string
  shown: string
  source: ShownSource & { tier: string }
  where: string
  waits: boolean
}

export const factHref = (base: string, id: string) => `${base}/fact?id=${encodeURIComponent(id)}`

/** The quantities in a part's sentences; `isToChange` leads to the page of each. */
export function factTable(base: string, facts: readonly FactLine[], isToChange: boolean): View[] {
  if (!facts.length) return []
  const heads = [words.inSentence, words.shown, words.source, ...(isToChange ? [words.change] : [])]
  return [
    h('h3', { id: 'facts' }, words.facts),
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.facts },
      h(
        'table',
        {},
        h('caption', { class: 'sr' }, words.facts),
        h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
        h(
          'tbody',
          {},
          ...facts.map(({ id, sentence, shown, source, where, waits }) =>
            h(
              'tr',
              { id: `fact-${id}` },
              h('th', { scope: 'row' }, sentence, ' ', h('span', { class: 'small' }, id)),
              h('td', {}, h('b', {}, shown)),
              sourceCell(source, where),
              ...(isToChange
                ? [changeCell(waits, factHref(base, id), say(words.changeFactOf, { name: id }))]
                : []),
            ),
          ),
        ),
      ),
    ),
  ]
}

const unitWords = (unit: string) => say(words.factUnit, { unit: unit.replaceAll('-', ' ') })

/** What a box of a quantity is called. */
export const boxLabel = ({ end }: Pick<FactBox, 'end'>): string => words.factEnds[end] ?? end

/** Where a quantity stands. */
const standsIn = (sentences: readonly string[]): View[] => [
  h('p', { class: 'small' }, words.factStands),
  h('ul', { class: 'small' }, ...sentences.map((text) => h('li', {}, text))),
]

export type FactGiven = {
  id: string
  unit: string
  from: ShownSource
  sentences: readonly string[]
  boxes: readonly (FactBox & { typed: string; fault?: string | undefined })[]
  source: { typed: string; fault?: string | undefined }
  where: { typed: string; fault?: string | undefined }
  tier: string
  who: string
  because: string
}

/** The first reader's page. */
export function factView(base: string, given: FactGiven, needs: ReadonlySet<'who' | 'because'>): View[] {
  const { id, unit, from, sentences, boxes, source, where, tier, who, because } = given
  const keep = (name: string) => `fact-${id}-${name}`
  return [
    sourceLine(from),
    ...standsIn(sentences),
    h('p', {}, words.figureLead),
    postForm(
      factHref(base, id),
      h(
        'fieldset',
        {},
        h('legend', {}, unitWords(unit)),
        ...boxes.map((box) =>
          field({
            name: `value.${box.end}`,
            label: boxLabel(box),
            value: box.typed,
            fault: box.fault,
            keep: keep(box.end || 'value'),
          }),
        ),
      ),
      field({
        name: 'source',
        label: words.factSource,
        hint: words.factSourceHint,
        value: source.typed,
        fault: source.fault,
        keep: keep('source'),
      }),
      field({
        name: 'where',
        label: words.fields.where ?? '',
        value: where.typed,
        fault: where.fault,
        rows: 3,
        keep: keep('where'),
      }),
      choice('tier', words.tier, Object.entries(words.tiers), tier),
      field({
        name: 'because',
        label: words.because,
        value: because,
        fault: needs.has('because') ? words.needBecause : undefined,
        keep: keep('because'),
      }),
      field({
        name: 'who',
        label: words.yourName,
        value: who,
        fault: needs.has('who') ? words.needName : undefined,
      }),
      button(words.askSecond),
    ),
  ]
}

/** The second reader's page: nothing on it holds what the first one typed. `sentences`: their figures covered. */
export function secondFactView(
  base: string,
  given: Pick<FactGiven, 'id' | 'unit' | 'from' | 'sentences'> & { where: string; by: string },
  boxes: readonly FactBox[],
  typed: Readonly<Record<string, string>>,
  fault: 'who' | 'same' | null,
): View[] {
  const { id, unit, from, sentences, where, by } = given
  const own = `${base}/second?id=${encodeURIComponent(id)}`
  return [
    sourceLine(from),
    h('p', {}, say(words.secondLead, { by })),
    ...standsIn(sentences),
    h('p', { class: 'small' }, words.place, where),
    postForm(
      own,
      h(
        'fieldset',
        {},
        h('legend', {}, `${id}: ${unitWords(unit)}`),
        ...boxes.map((box) =>
          field({ name: `value.${box.end}`, label: boxLabel(box), value: typed[box.end] ?? '' }),
        ),
      ),
      field({
        name: 'who',
        label: words.yourName,
        value: typed.who ?? '',
        hint: say(words.otherPerson, { by }),
        fault:
          fault === 'who' ? words.needName : fault === 'same' ? say(words.otherPerson, { by }) : undefined,
      }),
      button(words.check),
    ),
    withdrawForm(base, id),
  ]
}
