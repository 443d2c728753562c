/** The two pages on which a figure is changed: the first reader's, and the second's, who types it unseen. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import { button, field, link, postForm, say, tick } from './frame-view'
import type { Place } from '@/lib/texts/yaml-edit'

export type FigureInput = {
  at: Place
  label: string
  group: string
  kind: 'number' | 'text'
  typed: string
  fault?: string | undefined
}

/** A source as the desk names it. */
export type ShownSource = { short: string; url: string | null }

export const sourceLine = ({ short, url }: ShownSource): View =>
  h(
    'p',
    {},
    `${words.source}: `,
    url ? link(url, `${short} (${words.openSource})`, { target: '_blank', rel: 'noreferrer' }) : short,
  )

/** What a field of a result is called: "range, from". */
export function fieldName(at: Place): string {
  const names = at.filter((step): step is string => typeof step === 'string')
  const last = names.at(-1) ?? ''
  const own = words.fields[last] ?? last
  const part = names.at(-2) ?? ''
  return ['range', 'effect'].includes(part) ? `${words.fields[part] ?? part}, ${own}` : own
}

/** The first reader's page. */
export function figureView(
  base: string,
  id: string,
  title: string,
  from: ShownSource,
  inputs: readonly FigureInput[],
  typed: { who: string; because: string; read: boolean },
  faults: ReadonlySet<'who' | 'because'>,
): View[] {
  const groups = [...new Set(inputs.map(({ group }) => group))]
  return [
    h('p', {}, title),
    sourceLine(from),
    h('p', {}, words.figureLead),
    postForm(
      `${base}/figure?id=${encodeURIComponent(id)}`,
      ...groups.map((group) =>
        h(
          'fieldset',
          {},
          h('legend', {}, group),
          ...inputs
            .filter((input) => input.group === group)
            .map(({ at, label, kind, typed: value, fault }) =>
              field({
                name: at.join('.'),
                label,
                value,
                fault,
                ...(kind === 'text' && value.length > 50 ? { rows: 3 } : {}),
                keep: `figure-${id}-${at.join('.')}`,
              }),
            ),
        ),
      ),
      field({
        name: 'because',
        label: words.because,
        value: typed.because,
        fault: faults.has('because') ? words.needBecause : undefined,
        keep: `figure-${id}-because`,
      }),
      tick('read', words.readAgain, typed.read),
      field({
        name: 'who',
        label: words.yourName,
        value: typed.who,
        fault: faults.has('who') ? words.needName : undefined,
      }),
      button(words.askSecond),
    ),
  ]
}

/** Takes back what waits for a second reader. */
export const withdrawForm = (base: string, id: string): View =>
  postForm(`${base}/withdraw?id=${encodeURIComponent(id)}`, button(words.withdraw, { class: 'quiet' }))

/** A row to type a second time. */
export type SecondRow = { arm: string; group: string; columns: readonly string[] }

/** The second reader's page: nothing on it holds what the first one typed. */
export function secondView(
  base: string,
  id: string,
  title: string,
  from: ShownSource,
  where: string,
  by: string,
  rows: readonly SecondRow[],
  typed: Readonly<Record<string, string>>,
  faults: ReadonlySet<string>,
): View[] {
  return [
    h('p', {}, title),
    sourceLine(from),
    h('p', {}, say(words.secondLead, { by })),
    h('p', { class: 'small' }, words.place, where),
    postForm(
      `${base}/second?id=${encodeURIComponent(id)}`,
      ...rows.map(({ arm, group, columns }) =>
        h(
          'fieldset',
          {},
          h('legend', {}, group),
          ...columns.map((column) =>
            field({
              name: `${arm}.${column}`,
              label: words.columns[column] ?? column,
              value: typed[`${arm}.${column}`] ?? '',
            }),
          ),
        ),
      ),
      field({
        name: 'who',
        label: words.yourName,
        value: typed.who ?? '',
        hint: say(words.otherPerson, { by }),
        fault: faults.has('who')
          ? words.needName
          : faults.has('same')
            ? say(words.otherPerson, { by })
            : undefined,
      }),
      button(words.check),
    ),
    withdrawForm(base, id),
  ]
}

/** Cell of a table: where a value was read. */
export const sourceCell = (
  source: { short: string; url: string | null; tier: string },
  where: string,
): View =>
  h(
    'td',
    { class: 'small' },
    source.url ? link(source.url, source.short, { target: '_blank', rel: 'noreferrer' }) : source.short,
    ` ${source.tier}. ${where}`,
  )

/** Cell of a table: the way to change a value, or that it waits for its second reader. */
export const changeCell = (waits: boolean, href: string, label: string): View =>
  h(
    'td',
    {},
    waits ? h('span', { class: 'small' }, words.waits) : link(href, words.change, { 'aria-label': label }),
  )
