/** The frame of every page of the desk, and the few parts that its forms are made of. */
import { fillText } from '@/lib/texts/fill-gaps'
import { h, htmlOf, type View } from '@/lib/texts/view'
import { words } from './desk-words'

export type PreviewState = keyof typeof words.previewStates
/** Something that happened, told at the head of the page. */
export type Notice = { kind: 'done' | 'fault'; lines: string[] }

export type Frame = {
  /** The path of the desk, with its key. */
  base: string
  title: string
  notice: Notice | null
  /** The hash of the content that this page was made from. */
  hash: string
  preview: { origin: string; address: string; state: PreviewState } | null
  nav: View | null
}

/** The words with their gaps filled. */
export const say = (text: string, values: Record<string, string | number> = {}) => fillText(text, values)

export const attrs = (given: Record<string, string | number | boolean | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)]],
    ),
  )

export const link = (href: string, text: string, given: Record<string, string> = {}) =>
  h('a', { href, ...given }, text)
export const hidden = (name: string, value: string) => h('input', { type: 'hidden', name, value })
export const button = (text: string, given: Record<string, string> = {}) =>
  h('button', { type: 'submit', ...given }, text)

/** What a message at a field says, with the id that the field is described by. */
export const faultLine = (id: string, text: string | undefined): View[] =>
  text ? [h('p', { class: 'fault', id }, text)] : []

type FieldGiven = {
  name: string
  label: string
  value?: string
  hint?: string
  fault?: string | undefined
  type?: string
  rows?: number
  keep?: string
  lang?: string
}

/** A line or a box to write in, with its label, its hint and what is wrong with it. */
export function field({
  name,
  label,
  value = '',
  hint,
  fault,
  type = 'text',
  rows,
  keep,
  lang,
}: FieldGiven): View {
  const id = `f-${name}`
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const given = attrs({
    id,
    name,
    lang,
    'data-keep': keep,
    autocomplete: 'off',
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? 'true' : undefined,
  })
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    ...(hint ? [h('p', { class: 'hint', id: `${id}-hint` }, hint)] : []),
    rows
      ? h('textarea', { ...given, rows: String(rows) }, `\n${value}`)
      : h('input', { ...given, type, value }),
    ...faultLine(`${id}-fault`, fault),
  )
}

/** A list to choose from. */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  { hint, fault, first }: { hint?: string; fault?: string | undefined; first?: string } = {},
): View {
  const id = `f-${name}`
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    ...(hint ? [h('p', { class: 'hint', id: `${id}-hint` }, hint)] : []),
    h(
      'select',
      attrs({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': fault ? 'true' : undefined,
      }),
      ...(first === undefined ? [] : [h('option', { value: '' }, first)]),
      ...options.map(([value, text]) => h('option', attrs({ value, selected: value === chosen }), text)),
    ),
    ...faultLine(`${id}-fault`, fault),
  )
}

/** A box to tick. */
export function tick(name: string, label: string, isTicked = false, fault?: string): View {
  const id = `f-${name}`
  return h(
    'div',
    { class: 'field' },
    h(
      'label',
      { class: 'tick' },
      h(
        'input',
        attrs({
          type: 'checkbox',
          id,
          name,
          value: 'yes',
          checked: isTicked,
          'aria-describedby': fault && `${id}-fault`,
        }),
      ),
      h('span', {}, label),
    ),
    ...faultLine(`${id}-fault`, fault),
  )
}

const form = (action: string, ...children: View[]) =>
  h('form', { method: 'post', action, 'data-form': '' }, ...children)
export { form as postForm }

function previewPane({ origin, address, state }: NonNullable<Frame['preview']>): View {
  const isOff = state === 'off'
  const pressed = (name: string, text: string, isPressed: boolean) =>
    h('button', { type: 'button', 'data-width': name, 'aria-pressed': String(isPressed) }, text)
  return h(
    'aside',
    { 'aria-label': words.preview, class: 'preview' },
    h('p', { class: 'small', 'data-preview-state': state, role: 'status' }, words.previewStates[state]),
    ...(isOff
      ? []
      : [
          h('iframe', {
            title: words.preview,
            'data-address': origin + address,
            // Loaded by the script, so that the words need not wait. No script runs in it: the pages read the same without.
            sandbox: 'allow-same-origin',
            referrerpolicy: 'no-referrer',
          }),
          h(
            'p',
            { class: 'row' },
            pressed('phone', words.previewPhone, true),
            pressed('wide', words.previewWide, false),
            link(origin + address, words.previewTab, { target: '_blank', rel: 'noreferrer' }),
          ),
        ]),
  )
}

/** A whole page. */
export function pageOf(frame: Frame, ...main: View[]): string {
  const { base, title, notice, hash, preview, nav } = frame
  const body = h(
    'body',
    { 'data-base': base, 'data-hash': hash },
    h('a', { class: 'skip', href: '#main' }, words.skip),
    h(
      'header',
      { class: 'mast' },
      h('p', { class: 'name' }, link(`${base}/`, words.desk)),
      h('p', { class: 'small', id: 'line', role: 'status', 'aria-live': 'polite' }),
    ),
    h(
      'div',
      { class: `columns${nav ? ' with-nav' : ''}${preview ? ' with-preview' : ''}` },
      ...(nav ? [nav] : []),
      h(
        'main',
        { id: 'main', tabindex: '-1' },
        h('h1', {}, title),
        ...(notice
          ? [
              h(
                'div',
                {
                  class: `notice ${notice.kind}`,
                  role: notice.kind === 'fault' ? 'alert' : 'status',
                  tabindex: '-1',
                  id: 'notice',
                },
                ...notice.lines.map((line) => h('p', {}, line)),
              ),
            ]
          : []),
        ...main,
      ),
      ...(preview ? [previewPane(preview)] : []),
    ),
    h('script', { src: `${base}/desk.js`, defer: '' }),
  )
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, `${title} · ${words.desk} · Lantern`),
    h('link', { rel: 'stylesheet', href: `${base}/desk.css` }),
    h('link', { rel: 'icon', href: 'data:,' }),
  )
  return `<!doctype html><html lang="en">${htmlOf(head)}${htmlOf(body)}</html>`
}

/** A page that refuses: no form, no key in it. */
export const refusalPage = (why: string): string =>
  `<!doctype html><html lang="en">${htmlOf(
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, words.refusedTitle)),
    h('body', {}, h('main', {}, h('h1', {}, words.refusedTitle), h('p', {}, why))),
  )}</html>`
