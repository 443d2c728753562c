/** Pages for when nothing else can be shown: one small text of HTML, no script, no style, no database. */
import { languages } from '@/lib/texts/languages'
import { localeOfAddress, sourceLocale, translator, type Locale } from '@/lib/texts/translate'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark)

/** A form that holds a text, to be sent again. All parts are plain, never HTML. */
export type KeptText = { action: string; label: string; name: string; text: string; send: string }

/** A line end at the start of a text box is not part of its text, so one stands there. */
const formOf = ({ action, label, name, text, send }: KeptText) =>
  `<form method="post" action="${escape(action)}" autocomplete="off"><p><label for="kept">${escape(label)}</label></p>` +
  `<p><textarea id="kept" name="${escape(name)}" rows="12" cols="60" autocomplete="off" spellcheck="false">\n` +
  `${escape(text)}</textarea></p><p><button type="submit">${escape(send)}</button></p></form>`

/** A form that was sent once, whole and unseen, to be sent again by its button. */
export type FormAgain = { action: string; fields: readonly [string, string][]; send: string }

const againOf = ({ action, fields, send }: FormAgain) =>
  `<form method="post" action="${escape(action)}">` +
  fields
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('') +
  `<p><button type="submit">${escape(send)}</button></p></form>`

/** A way on: its name in the language of the page, and the language of what it leads to. */
type Way = { href: string; name: string; language: Locale }

const linkTo = ({ href, name, language }: Way) =>
  `<p><a href="${escape(href)}" hreflang="${languages[language].lang}">${escape(name)}</a></p>`

/** A title and paragraphs, a form that keeps a text or all of another form, a way on; the texts are plain, never HTML. */
export function plainPage(
  language: Locale,
  title: string,
  paragraphs: readonly string[],
  { kept, again, way }: { kept?: KeptText; again?: FormAgain; way?: Way } = {},
): string {
  const lines = paragraphs.map((text) => `<p>${escape(text)}</p>`).join('')
  const body = lines + (way ? linkTo(way) : '') + (kept ? formOf(kept) : '') + (again ? againOf(again) : '')
  return (
    `<!doctype html><html lang="${languages[language].lang}" dir="${languages[language].dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Lantern</title>` +
    `</head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`
  )
}

/** A page that says one thing, in the language of the address. */
const saying = (what: 'failed' | 'busy' | 'notFound' | 'starting' | 'updating') => (address: string) => {
  const locale = localeOfAddress(address)
  const t = translator(locale)
  return plainPage(locale, t(`${what}.title`), [t(`${what}.text`)])
}

/** What someone sees when a page could not be made. */
export const failurePage = saying('failed')
/** What someone sees whose page must wait. */
export const busyPage = saying('busy')
/** What everyone sees before the first pages are made. */
export const startingPage = saying('starting')
/** What someone sees who asks, at an upgrade, for what the earlier release has not ready. */
export const updatingPage = saying('updating')
/** What a wrong address shows when there is no finished page for it. */
export const missingPage = saying('notFound')

/** For a page that only the first language has: says so in the language of the address, and leads to it. */
export function untranslatedPage(address: string): string {
  const locale = localeOfAddress(address)
  const t = translator(locale)
  return plainPage(locale, t('untranslated.title'), [t('untranslated.text')], {
    way: {
      href: `/${sourceLocale}${address.slice(locale.length + 1)}`,
      name: t('untranslated.read'),
      language: sourceLocale,
    },
  })
}
