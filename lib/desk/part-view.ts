/** The list of parts, a part with its words and figures, and the page on which it is signed. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import { factTable, type FactLine } from './fact-view'
import { changeCell, sourceCell } from './figure-view'
import { button, field, hidden, link, postForm, say, tick } from './frame-view'
import type { Part } from './parts'
import type { PartState, Signer } from './sign'
import type { Place } from '@/lib/texts/yaml-edit'

export type PartLine = { part: Part; state: PartState; findings: number }

const partHref = (base: string, id: string) => `${base}/part?id=${encodeURIComponent(id)}`
export const signHref = (base: string, id: string) => `${base}/sign?id=${encodeURIComponent(id)}`
export const figureHref = (base: string, id: string) => `${base}/figure?id=${encodeURIComponent(id)}`

/** How a part stands, in words. */
export function stateWords(state: PartState): string {
  if (state.kind === 'signed') return say(words.signedBy, { person: state.by.person, date: state.by.date })
  return state.kind === 'voided' ? say(words.voided, { person: state.by.person }) : words.notSigned
}

function partLine(base: string, { part, state, findings }: PartLine, isHere: boolean): View {
  return h(
    'li',
    { class: `state-${state.kind}` },
    h(
      'a',
      { href: partHref(base, part.id), ...(isHere ? { 'aria-current': 'page' } : {}) },
      h('span', {}, part.title),
      h(
        'span',
        { class: 'small' },
        [
          say(words.minutes, { n: part.minutes }),
          stateWords(state),
          ...(findings ? [say(words.findings, { n: findings })] : []),
        ].join(' · '),
      ),
    ),
  )
}

/** The parts beside the one that is open: those of the same kind. */
export function partsNav(base: string, lines: readonly PartLine[], here: Part): View {
  const near = lines.filter(({ part }) => part.scope === here.scope && part.group === here.group)
  const signed = near.filter(({ state }) => state.kind === 'signed').length
  return h(
    'nav',
    { 'aria-label': words.nav },
    h('h2', {}, words.groups[here.group]),
    h('ul', { class: 'parts' }, ...near.map((line) => partLine(base, line, line.part.id === here.id))),
    h('p', { class: 'small' }, say(words.signedCount, { n: signed, of: near.length })),
    h('p', {}, link(`${base}/`, words.home)),
  )
}

export type WaitingLine = { id: string; name: string; by: string; date: string }

/** The first page: what can be done, what waits, and every part. */
export function homeView(
  base: string,
  lines: readonly PartLine[],
  scopes: readonly { id: string; name: string }[],
  waiting: readonly WaitingLine[],
  elsewhere: readonly { place: string; message: string; fix: string }[],
): View[] {
  const signed = lines.filter(({ state }) => state.kind === 'signed').length
  return [
    h('h2', {}, words.tasks),
    h(
      'ul',
      { class: 'tasks' },
      h('li', {}, link('#parts', words.taskSentence)),
      h('li', {}, words.taskFigure),
      h('li', {}, link(`${base}/source`, words.taskSource)),
      h('li', {}, link(`${base}/result`, words.taskResult)),
      h('li', {}, link(`${base}/study`, words.taskStudy)),
      h('li', {}, link(`${base}/option`, words.taskOption)),
      h('li', {}, link(`${base}/translate`, words.taskTranslate)),
    ),
    ...(waiting.length
      ? [
          h('h2', { id: 'waiting' }, words.waiting),
          h(
            'ul',
            {},
            ...waiting.map(({ id, name, by, date }) =>
              h(
                'li',
                {},
                say(words.waitingLine, { name, by, date }),
                ' ',
                link(`${base}/second?id=${encodeURIComponent(id)}`, `${words.typeAgain}: ${name}`),
              ),
            ),
          ),
        ]
      : []),
    h('h2', { id: 'parts', tabindex: '-1' }, words.nav),
    h('p', {}, say(words.signedCount, { n: signed, of: lines.length })),
    ...scopes.flatMap(({ id, name }) => {
      const own = lines.filter(({ part }) => part.scope === id)
      const groups = [...new Set(own.map(({ part }) => part.group))]
      return [
        h('h3', {}, name),
        ...groups.flatMap((group) => [
          h('h4', {}, words.groups[group]),
          h(
            'ul',
            { class: 'parts wide' },
            ...own.filter(({ part }) => part.group === group).map((line) => partLine(base, line, false)),
          ),
        ]),
      ]
    }),
    h('h2', {}, words.elsewhere),
    ...(elsewhere.length ? [findingList(elsewhere)] : [h('p', {}, words.allInOrder)]),
  ]
}

export const findingList = (findings: readonly { place: string; message: string; fix: string }[]): View =>
  h(
    'ul',
    { class: 'findings' },
    ...findings.map(({ place, message, fix }) =>
      h('li', {}, say(words.found, { place, message }), ' ', say(words.toDo, { fix })),
    ),
  )

/** A sentence to change. */
export type FieldLine = {
  file: string
  at: Place
  label: string
  /** Null: the first language. */
  language: string | null
  /** As it stood when the page was made. */
  base: string
  /** As it stands in the box. */
  typed: string
  /** With its figures, as on the page; null when it cannot be filled. */
  reads: string | null
  line: number
  /** Words it may have; null: no limit of its own. */
  limit: number | null
  findings: readonly { message: string; fix: string; isHard: boolean }[]
}

/** The findings at one sentence; the script writes the same while somebody types. */
export function fieldFindings(index: number, findings: FieldLine['findings']): View {
  return h(
    'div',
    { id: `found-${index}`, class: 'found', 'aria-live': 'polite' },
    ...findings.map(({ message, fix }) =>
      h('p', { class: 'fault' }, `${message}. `, say(words.toDo, { fix })),
    ),
  )
}

const countText = (text: string, limit: number | null) => {
  const n = text
    .replace(/\{[^{}]*\}/g, 'figure')
    .split(/\s+/)
    .filter(Boolean).length
  return limit === null ? say(words.ofWords, { n }) : say(words.ofGlance, { n, of: limit })
}

function sentence(line: FieldLine, index: number): View {
  const { file, at, label, language, base, typed, reads, limit, findings } = line
  const id = `text-${index}`
  return h(
    'div',
    { class: `field sentence${findings.length ? ' bad' : ''}`, 'data-sentence': String(index) },
    h('label', { for: id }, label),
    h('span', { class: 'small count', id: `count-${index}` }, countText(typed, limit)),
    hidden(`place.${index}`, JSON.stringify([file, ...at])),
    hidden(`base.${index}`, base),
    h(
      'textarea',
      {
        id,
        name: `text.${index}`,
        rows: String(Math.max(1, Math.ceil(typed.length / 62))),
        autocomplete: 'off',
        ...(language ? { lang: language } : {}),
        'aria-describedby': `found-${index} reads-${index}`,
        'data-keep': JSON.stringify([file, ...at]),
        ...(limit === null ? {} : { 'data-limit': String(limit) }),
      },
      `\n${typed}`,
    ),
    fieldFindings(index, findings),
    h(
      'p',
      { class: 'small reads', id: `reads-${index}`, ...(reads && /\{/.test(typed) ? {} : { hidden: '' }) },
      h('span', {}, words.reads),
      h('span', {}, reads ?? ''),
    ),
    h('p', { class: 'small where' }, `${file}, ${say(words.line, { line: line.line })}`),
  )
}

export type FigureLine = {
  /** The arm. */
  id: string
  title: string
  group: string
  printed: string
  shown: string
  likely: string
  time: string
  source: { short: string; url: string | null; tier: string }
  where: string
  waits: boolean
}

/** The figures of a part; `change` leads to the page of each. */
export function figureTable(base: string, figures: readonly FigureLine[], isToChange: boolean): View {
  if (!figures.length) return h('p', {}, words.noFigures)
  const heads = [words.group, words.printed, words.shown, words.likely, words.time, words.source]
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.figures },
    h(
      'table',
      {},
      h('caption', { class: 'sr' }, words.figures),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...heads.map((text) => h('th', { scope: 'col' }, text)),
          ...(isToChange ? [h('th', { scope: 'col' }, words.change)] : []),
        ),
      ),
      h(
        'tbody',
        {},
        ...figures.map(({ id, title, group, printed, shown, likely, time, source, where, waits }) =>
          h(
            'tr',
            { id: `figure-${id}` },
            h('th', { scope: 'row' }, `${title}: ${group}`),
            h('td', {}, printed),
            h('td', {}, h('b', {}, shown)),
            h('td', {}, likely),
            h('td', {}, time),
            sourceCell(source, where),
            ...(isToChange
              ? [changeCell(waits, figureHref(base, id), say(words.changeOf, { name: `${title}, ${group}` }))]
              : []),
          ),
        ),
      ),
    ),
  )
}

/** The state of a part's signature, and why one no longer counts. */
function stateNote(state: PartState): View[] {
  if (state.kind === 'open') return []
  if (state.kind === 'signed')
    return [h('p', { class: 'note' }, say(words.takesOff, { person: state.by.person }))]
  const { why } = state
  return [
    h(
      'div',
      { class: 'note' },
      h('p', {}, h('b', {}, stateWords(state))),
      h(
        'p',
        {},
        why ? say(words.voidedWhy, { date: why.date, by: why.by, why: why.why }) : words.voidedUnknown,
      ),
    ),
  ]
}

/** A part to change. `needsWhy`: what was typed breaks a rule of style, and may stay with a reason. */
export function partView(
  base: string,
  { part, state, findings }: PartLine,
  fields: readonly FieldLine[],
  figures: readonly FigureLine[],
  facts: readonly FactLine[],
  others: readonly { place: string; message: string; fix: string }[],
  { who, needsWhy, needsName }: { who: string; needsWhy: boolean; needsName: boolean },
): View[] {
  return [
    h('p', { class: 'small' }, `${say(words.minutes, { n: part.minutes })} · ${stateWords(state)}`),
    ...stateNote(state),
    ...(others.length ? [findingList(others)] : []),
    h('h2', {}, words.words),
    h('p', { class: 'small' }, say(words.wordsLead, { mark: '{…}' })),
    postForm(
      `${base}/part?id=${encodeURIComponent(part.id)}`,
      ...fields.map(sentence),
      h(
        'div',
        { class: 'bar' },
        ...(needsWhy
          ? [field({ name: 'why', label: words.why, hint: words.whyHint, fault: words.soft })]
          : []),
        field({
          name: 'who',
          label: words.yourName,
          value: who,
          fault: needsName ? words.needName : undefined,
        }),
        button(needsWhy ? words.saveAnyway : words.save),
      ),
    ),
    h('h2', { id: 'figures' }, words.figures),
    figureTable(base, figures, true),
    ...factTable(base, facts, true),
    h('p', {}, link(signHref(base, part.id), words.signOpen)),
    ...(findings ? [h('p', { class: 'small' }, say(words.signFirst, { n: findings }))] : []),
  ]
}

/** A part to read and sign. */
export function signView(
  base: string,
  { part, state, findings }: PartLine,
  sentences: readonly { label: string; reads: string }[],
  figures: readonly FigureLine[],
  facts: readonly FactLine[],
  others: readonly { place: string; message: string; fix: string }[],
  hash: string,
  signer: Signer,
  faults: ReadonlySet<string>,
): View[] {
  const what = {
    words: say(words.sentencesN, { n: sentences.length }),
    figures: say(words.figuresN, { n: figures.length + facts.length }),
  }
  const need = (name: string) => (faults.has(name) ? words.needField : undefined)
  return [
    h('p', { class: 'small' }, `${say(words.minutes, { n: part.minutes })} · ${stateWords(state)}`),
    ...(state.kind === 'voided' ? stateNote(state) : []),
    h('p', {}, words.signLead, ' ', link(`${base}/part?id=${encodeURIComponent(part.id)}`, words.edit)),
    h('h2', {}, words.words),
    h(
      'dl',
      { class: 'reading' },
      ...sentences.map(({ label, reads }) =>
        h('div', {}, h('dt', { class: 'small' }, label), h('dd', {}, reads)),
      ),
    ),
    h('h2', {}, words.figures),
    figureTable(base, figures, false),
    ...factTable(base, facts, false),
    h('h2', {}, words.sign),
    h('p', {}, say(words.signWhat, what)),
    ...(others.length ? [findingList(others)] : []),
    ...(findings
      ? [h('p', { class: 'fault' }, say(words.signFirst, { n: findings }))]
      : [
          postForm(
            signHref(base, part.id),
            hidden('seen', hash),
            field({
              name: 'person',
              label: words.yourName,
              value: signer.person,
              fault: need('person'),
              keep: 'sign-person',
            }),
            field({
              name: 'role',
              label: words.signRole,
              value: signer.role,
              fault: need('role'),
              keep: 'sign-role',
            }),
            field({
              name: 'interests',
              label: words.signInterests,
              value: signer.interests,
              fault: need('interests'),
              keep: 'sign-interests',
            }),
            field({
              name: 'date',
              label: words.signDate,
              value: signer.date,
              fault: need('date'),
              type: 'date',
            }),
            tick('read', words.signRead, false, faults.has('read') ? words.needRead : undefined),
            button(words.sign),
          ),
        ]),
  ]
}

/** One text that two people changed. */
export type ConflictLine = {
  file: string
  at: Place
  label: string
  base: string
  mine: string
  now: string | null
}

/** Both texts of each conflict, and a box to settle it in; the rest of what was typed goes along. */
export function conflictView(
  action: string,
  conflicts: readonly ConflictLine[],
  free: readonly { file: string; at: Place; base: string; typed: string }[],
  who: string,
): View[] {
  const text = (label: string, value: string) =>
    h('div', { class: 'version' }, h('p', { class: 'small' }, label), h('p', {}, value))
  return [
    h('p', {}, words.conflictLead),
    postForm(
      action,
      ...conflicts.map(({ file, at, label, base, mine, now }, index) =>
        h(
          'section',
          { class: 'conflict' },
          h('h2', {}, label),
          text(words.conflictBase, base),
          text(words.conflictNow, now ?? words.conflictGone),
          text(words.conflictMine, mine),
          hidden(`place.${index}`, JSON.stringify([file, ...at])),
          hidden(`base.${index}`, now ?? ''),
          h('label', { for: `text-${index}` }, words.conflictSave),
          h(
            'textarea',
            { id: `text-${index}`, name: `text.${index}`, rows: '3', autocomplete: 'off' },
            `\n${mine}`,
          ),
        ),
      ),
      ...free.flatMap(({ file, at, base, typed }, index) => [
        hidden(`place.${conflicts.length + index}`, JSON.stringify([file, ...at])),
        hidden(`base.${conflicts.length + index}`, base),
        hidden(`text.${conflicts.length + index}`, typed),
      ]),
      hidden('who', who),
      button(words.conflictSave),
    ),
  ]
}

/** A file that cannot be read: what is wrong, its text to mend, and the last good one. */
export function brokenView(
  base: string,
  file: string,
  problems: readonly { place: string; message: string; fix: string }[],
  text: string,
  last: string | null,
  kept: readonly string[],
): View[] {
  const rows = String(Math.min(30, text.split('\n').length + 1))
  return [
    h('p', {}, words.brokenLead),
    findingList(problems),
    ...(kept.length
      ? [h('h2', {}, words.brokenKeep), ...kept.map((one) => h('p', { class: 'version' }, one))]
      : []),
    postForm(
      `${base}/broken`,
      hidden('file', file),
      hidden('base', text),
      h('label', { for: 'mend' }, words.brokenText),
      h('textarea', { id: 'mend', name: 'text', rows, class: 'code', spellcheck: 'false' }, `\n${text}`),
      button(words.brokenSave),
    ),
    ...(last === null
      ? []
      : [
          postForm(
            `${base}/broken`,
            hidden('file', file),
            hidden('base', text),
            h('label', { for: 'last' }, words.brokenLast),
            h('textarea', { id: 'last', name: 'text', rows, class: 'code', readonly: '' }, `\n${last}`),
            button(words.brokenPutBack),
          ),
        ]),
  ]
}
