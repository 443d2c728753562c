import { cellRuns, rowRuns } from '@/lib/paper/compare-words'
import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'
import { sentences } from '@/lib/texts/punctuation'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XHTML: nothing in it can become markup. */
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const paragraph = (html: string) => (html ? `<p>${html}</p>` : '')

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, isStrong }) => {
      const html = escape(text).replaceAll('\n', '<br/>')
      return isStrong && html ? `<b>${html}</b>` : html
    })
    .join('')
}

const listHtml = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

function blockHtml(block: Block, locale: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`
    case 'paragraph':
      return block.tone === 'own-words'
        ? `<blockquote>${paragraph(runsHtml(block.runs))}</blockquote>`
        : paragraph(runsHtml(block.runs))
    case 'list':
      return listHtml(block.items.map(runsHtml))
    case 'urgent':
      return (
        `<h2>${escape(block.title)}</h2>` +
        listHtml(block.items.map(runsHtml)) +
        paragraph(`<b>${block.action.map(({ text }) => escape(text)).join('')}</b>`)
      )
    case 'people':
      return paragraph(escape(block.text))
    case 'ticks':
      return (
        (block.label ? paragraph(escape(block.label)) : '') +
        listHtml(block.items.map((item) => `☐ ${escape(item)}`))
      )
    case 'compare':
      return (
        `<h3>${escape(block.question)}</h3>` +
        listHtml([...block.cells.map((cell) => cellRuns(cell, locale)), ...block.rest].map(runsHtml))
      )
    case 'table':
      return listHtml(block.rows.map((row) => runsHtml(rowRuns(block.head, row, locale))))
    case 'lines':
    case 'fields':
      return ''
  }
}

/** The XHTML `div` of a FHIR narrative: only the elements it allows, no address, style or script. */
export function narrativeDiv(locale: string, html: string): string {
  return `<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="${locale}" lang="${locale}">${html}</div>`
}

/** The title alone as XHTML. */
export const titleHtml = (paper: Paper) => paragraph(escape(paper.title))

/** The whole paper but its title as XHTML. */
export function writeNarrative(paper: Paper): string {
  const { notAdvice, reviewed, version, changed } = paper.foot
  return [
    ...paper.lead.map((line) => paragraph(escape(line))),
    ...blocksToRead(paper.blocks).map((block) => blockHtml(block, paper.locale)),
    '<hr/>',
    paragraph(escape(sentences([notAdvice, reviewed], paper.locale))),
    paragraph(escape(sentences([version, changed], paper.locale))),
  ].join('')
}
