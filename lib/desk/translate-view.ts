/** English and another language side by side. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import { button, field, hidden, link, postForm, say } from './frame-view'
import type { Place } from '@/lib/texts/yaml-edit'

export const chooseLanguage = (
  base: string,
  begun: readonly string[],
  typed: string,
  fault: boolean,
): View[] => [
  h('p', {}, words.translateLead),
  ...(begun.length
    ? [
        h(
          'ul',
          { class: 'tasks' },
          ...begun.map((language) => h('li', {}, link(`${base}/translate?lang=${language}`, language))),
        ),
      ]
    : []),
  postForm(
    `${base}/begin`,
    field({
      name: 'lang',
      label: words.language,
      value: typed,
      fault: fault ? words.noLanguage : undefined,
    }),
    field({ name: 'who', label: words.yourName }),
    button(words.translateBegin),
  ),
]

export const choosePart = (
  base: string,
  language: string,
  parts: readonly { id: string; title: string; done: number; of: number }[],
): View[] => [
  h(
    'ul',
    { class: 'parts wide' },
    ...parts.map(({ id, title, done, of }) =>
      h(
        'li',
        {},
        h(
          'a',
          { href: `${base}/translate?lang=${language}&id=${encodeURIComponent(id)}` },
          h('span', {}, title),
          h('span', { class: 'small' }, say(words.translated, { n: done, of })),
        ),
      ),
    ),
  ),
]

export type TranslateLine = {
  file: string
  at: Place
  label: string
  english: string
  /** In the other language now; null: not in its file yet. */
  base: string | null
  typed: string
  findings: readonly { message: string; fix: string }[]
}

export function translateView(
  base: string,
  language: string,
  id: string,
  lines: readonly TranslateLine[],
  who: string,
  dir: 'ltr' | 'rtl',
): View[] {
  return [
    h('p', { class: 'small' }, words.translateLead),
    postForm(
      `${base}/translate?lang=${language}&id=${encodeURIComponent(id)}`,
      ...lines.map(({ file, at, label, english, base: now, typed, findings }, index) => {
        const mark = now === null ? words.notThere : now === english ? words.stillEnglish : ''
        return h(
          'div',
          { class: 'field pair' },
          h('p', { id: `en-${index}` }, h('span', { class: 'small' }, `${label}`), h('span', {}, english)),
          h(
            'div',
            {},
            h(
              'label',
              { for: `text-${index}`, class: 'small' },
              `${language}: ${label}${mark ? ` (${mark})` : ''}`,
            ),
            hidden(`place.${index}`, JSON.stringify([file, ...at])),
            hidden(`base.${index}`, now ?? ''),
            ...(now === null ? [hidden(`new.${index}`, 'yes')] : []),
            h(
              'textarea',
              {
                id: `text-${index}`,
                name: `text.${index}`,
                lang: language,
                dir,
                rows: String(Math.max(1, Math.ceil(english.length / 50))),
                autocomplete: 'off',
                'aria-describedby': `en-${index}`,
                'data-keep': JSON.stringify([file, ...at]),
              },
              `\n${typed}`,
            ),
            ...findings.map(({ message, fix }) =>
              h('p', { class: 'fault' }, `${message}. `, say(words.toDo, { fix })),
            ),
          ),
        )
      }),
      h(
        'div',
        { class: 'bar' },
        field({ name: 'who', label: words.yourName, value: who }),
        button(words.save),
      ),
    ),
  ]
}
