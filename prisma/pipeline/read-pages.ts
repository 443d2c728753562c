import { localeOrFirst, messages, sourceLocale } from '@/lib/texts/languages'
import { translator } from '@/lib/texts/translate'
import { filledText } from '@/lib/sentences/fill'
import { linesOf, wordFiles } from './check-references'
import type { ConditionContent, Content } from './read-content'
import { figureBook } from './figure-book'

/** One block of text as a person reads it: a paragraph, a heading, an item of a list. */
export type Block = { place: string; text: string }
/** What a person reads at one address, and the words that are explained to them there. */
export type Page = { name: string; blocks: Block[]; terms: string[] }

const formsOf = (terms: Content['shared']['words']['glossary']['terms']) =>
  Object.values(terms).flatMap(({ term, forms }) => [term, ...forms])

/** The words that a page of a condition (or of the site) explains. */
export function termsOf(content: Content, condition: ConditionContent | null): string[] {
  const own = condition ? [condition] : content.conditions
  return [content.shared.words.glossary, ...own.map((c) => c.words.glossary)].flatMap(({ terms }) =>
    formsOf(terms),
  )
}

/** An interface message as it reads: the "other" form of a plural, and a plain word for what is put in. */
export function plainMessage(message: string): string {
  let text = message
  for (let before = ''; before !== text;) {
    before = text
    text = text
      .replace(/\{\w+, (?:plural|select),(?:[^{}]|\{[^{}]*\})*?other \{([^{}]*)\}\s*\}/g, '$1')
      .replace(/\{\w+\}/g, 'it')
      .replace(/<\/?\w+>/g, '')
  }
  return text
}

/** Every page, block by block, with the real figures in the sentences. @throws when a placeholder cannot be filled. */
export function readPages(content: Content): Page[] {
  const locale = localeOrFirst(content.locale)
  const t = translator(locale)
  const siteBook = figureBook(content, null)
  // Shared words stand on pages of every condition, so they may name shared facts only.
  const sharedBook = {
    estimates: {},
    facts: Object.fromEntries(content.shared.numbers.facts.map((f) => [f.id, f])),
  }
  const filled = (book: typeof siteBook, file: string, value: unknown): Block[] =>
    linesOf(value).map(({ path, text }) => ({
      place: `${file} ${path}`,
      text: filledText(text, book, t, locale),
    }))
  const sitePagesFile = locale === sourceLocale ? 'shared/pages.yaml' : `shared/words.${locale}/pages.yaml`
  const siteTerms = termsOf(content, null)
  const optionNames = content.conditions.flatMap(({ words }) =>
    Object.values(words.options.options).map(({ name }) => name),
  )
  const isDrawn = (path: string) => path.startsWith('drawings.')
  const messagePage = (name: string, isOn: (path: string) => boolean, terms: string[]): Page => ({
    name,
    blocks: linesOf(messages[locale])
      .filter(({ path }) => isOn(path))
      .map(({ path, text }) => ({ place: `messages.${locale}.json ${path}`, text: plainMessage(text) })),
    terms,
  })

  const conditionPages = content.conditions.flatMap((c): Page[] => {
    const id = c.condition.id
    const book = figureBook(content, c)
    const terms = termsOf(content, c)
    const page = (name: string, file: string, value: unknown): Page => ({
      name: `${id}: ${name}`,
      blocks: filled(book, `${id}/words.${locale}/${file}.yaml`, value),
      terms,
    })
    const w = c.words
    return [
      page('your condition', 'condition', w.condition),
      page('your options', 'options', w.options),
      ...Object.entries(w.decisions.decisions).map(([decision, words]) =>
        page(`compare ${decision}`, 'decisions', {
          decisions: { [decision]: words },
          whys: w.decisions.whys,
        }),
      ),
      page('stem cells', 'stem-cells', w['stem-cells']),
      // Without the names of the bodies: they are as their owners write them.
      page('what guidelines say', 'positions', {
        ...w.positions,
        bodies: Object.fromEntries(
          Object.entries(w.positions.bodies).map(([body, { who }]) => [body, { who }]),
        ),
      }),
      page('claims', 'claims', w.claims),
      page('what matters', 'matters', w.matters),
      page('check', 'quiz', w.quiz),
      page('words beside the figures', 'numbers', w.numbers),
      page('words explained', 'glossary', w.glossary),
    ]
  })
  const sitePages = Object.entries(content.shared.pages.pages).map(([id, value]): Page => ({
    name: `site: ${id}`,
    blocks: filled(siteBook, sitePagesFile, { pages: { [id]: value } }).filter(
      ({ place }) => !place.endsWith('.id'),
    ),
    terms: siteTerms,
  }))
  const sharedPages = wordFiles(content)
    .filter(({ file, scope }) => scope === 'shared' && file !== sitePagesFile)
    .map(({ file, value }): Page => ({
      name: file.replace(/words\.\w+\/|\.yaml$/g, '').replace('/', ': '),
      blocks: filled(sharedBook, file, value),
      terms: siteTerms,
    }))
  return [
    ...conditionPages,
    ...sitePages,
    ...sharedPages,
    messagePage('interface', (path) => !isDrawn(path), siteTerms),
    // They stand on the page of the option that they show, under its name; one says itself what albumin dialysis is.
    messagePage('drawings', isDrawn, [...siteTerms, ...optionNames, 'albumin dialysis']),
  ]
}
