import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { countryName } from '@/lib/texts/intl'
import { attributeOf } from '@/tests/html'
import { pseudoLetter } from '@/tests/pseudo-language'

/** Attributes that are read out or shown. */
const spoken = ['aria-label', 'alt', 'title', 'placeholder']
const notRead = new Set(['script', 'style', 'template', 'noscript', 'textarea'])

/** A word with a letter that a pseudo-language would have changed. */
const isPseudoLeft = (text: string) =>
  /[a-z]{2}/i.test(text) && /[aeioun]/i.test(text) && !pseudoLetter.test(text)

/**
 * Texts of a page in a pseudo-language that are still English, whatever is marked as another language (`lang`).
 * @param names what is the same in every language, such as titles of publications
 */
export const leftEnglish = (html: string, names: (text: string) => boolean): string[] =>
  textsOn(html).filter((text) => isPseudoLeft(text) && !names(text))

/**
 * What stands on a page in its own language: text nodes, names for screen readers, title and description. What is marked
 * as another language (`lang`) does not.
 */
export function textsOn(html: string): string[] {
  const found = new Set<string>()
  const look = (text: string) => {
    const plain = text.replaceAll(/\s+/g, ' ').trim()
    if (plain) found.add(plain)
  }
  const visit = (node: Tree.Node, pageLanguage: string | undefined) => {
    if (node.nodeName === '#text') return look((node as Tree.TextNode).value)
    if (!('childNodes' in node) || notRead.has(node.nodeName)) return
    let language = pageLanguage
    if ('attrs' in node) {
      const own = attributeOf(node, 'lang')
      if (node.nodeName === 'html') language = own
      else if (own !== undefined && own !== pageLanguage) return
      for (const name of spoken) look(attributeOf(node, name) ?? '')
      if (attributeOf(node, 'name') === 'description') look(attributeOf(node, 'content') ?? '')
    }
    for (const child of node.childNodes) visit(child, language)
  }
  visit(parse(html), undefined)
  return [...found]
}

/** As a person reads it: whatever the spaces and hyphens are that keep words together. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('\u2011', '-').trim()

/** Every text in a file of content. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [plain(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** "Perera D, Clayton T, 2022:" without what the program writes around names. */
const withoutYear = (text: string) => text.replace(/(, \d{4})?[:.。]?$/, '')

/** Every country as `Intl` names it in Spanish; a code that is nobody's names itself. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const countries = new Set(
  letters.flatMap((first) => letters.map((second) => countryName(first + second, 'es'))),
)

/**
 * Tells what is the same in every language: what publications are called and who made them, names of formats, and what
 * `Intl` writes in the language of the pseudo-languages' tag (Spanish).
 * @param files content in which titles and authors stand, such as sources.yaml
 */
export function namesIn(files: readonly unknown[]): (text: string) => boolean {
  const all = new Set(files.flatMap(textsOf))
  const list = [...all]
  const isKnown = (text: string) =>
    all.has(text) || (text.endsWith(' …') && list.some((one) => one.startsWith(text.slice(0, -2))))
  const areKnown = (text: string) =>
    isKnown(text) || text.split('; ').every((part) => isKnown(part) || part.split(', ').every(isKnown))
  const isName = (text: string) =>
    areKnown(text) ||
    areKnown(withoutYear(text)) ||
    /^(.+ )?et al( \([^)]+\))?(, \d{4})?[:.。]?$/.test(text) ||
    /^(PDF|FHIR|CSV|RIS|CSL-JSON|DOI|PMID|A4|US Letter)$/.test(text) ||
    /^(https?:|\/|doi\.org|10\.\d)\S+$/.test(text) ||
    /^(\d+ de )?[a-z]+ de \d{4}$/.test(text) ||
    /^[\d.,]+ (kilogramos?|semanas?|mes|meses|US\$)$/.test(text) ||
    countries.has(text)
  return (text) => isName(plain(text))
}
