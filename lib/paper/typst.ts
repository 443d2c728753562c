/**
 * A paper as a Typst document. The document is one fixed text; everything that a paper says reaches it as data (a JSON
 * file that it reads), never as markup. So a person may write any sign into an answer: Typst only ever sees strings.
 */
import { encode } from 'uqr'
import { squaresPath } from '@/lib/reviews/changed-address'
import { peoplePicture } from '@/lib/numbers/people-picture'
import { clustersOf } from '@/lib/paper/letters'
import { dotPlaces } from '@/lib/glance/dots-picture'
import { cellName, cellNotes } from '@/lib/paper/compare-words'
import { laidOut, type Laid } from '@/lib/paper/laid-out'
import type { Compare, Paper, Run } from '@/lib/paper/schema'
import { languages, localeOrFirst } from '@/lib/texts/languages'
import { listed, sentences } from '@/lib/texts/punctuation'
import { paperFonts, scriptOf } from '@/lib/texts/scripts'

/** The sheets we print on; the names are Typst's. */
export const sheets = ['a4', 'letter'] as const
export type Sheet = (typeof sheets)[number]
const typstSheet = { a4: 'a4', letter: 'us-letter' } as const

/** Questions of a comparison side by side. */
const sheetColumns = 4

/** Where the document finds its data. */
export const dataPath = '/paper.json'

/** Where it finds the logo of the clinic, when the paper has one. */
export const logoPath = '/logo'

/** Words that every sheet needs besides those of the paper. */
export type SheetWords = {
  /** "Page {page} of {pages}", with those two marks. */
  pageOf: string
}

/** Font families in the order in which a letter is looked for. Made by lib/server/pdf/pdf-fonts.ts. */
export const fontFamilies = {
  digits: 'Hanken Grotesk',
  text: 'Atkinson Hyperlegible Next',
  headings: 'Source Serif 4',
  /** Letters that those lack. */
  more: paperFonts.map(({ family }) => family),
} as const

/** Marks a place where a line may end: a zero-width space. {@link typstSource} makes a gap of it. */
const mayBreak = '\u200b'

const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ')
const only = (name: string, letters: string) =>
  `(name: ${JSON.stringify(name)}, covers: regex("[${letters}]"))`
/**
 * Digits come from their own family: a zero without a slash. Letters with rare accents go before the text family too:
 * it would build them from two parts, and copied text would hold them twice.
 */
const first = [
  only(fontFamilies.digits, '0-9'),
  ...paperFonts.flatMap(({ family, before }) => (before ? [only(family, before)] : [])),
].join(', ')

/** The document. Nothing is ever put into this text. */
export const typstSource = `
#let paper = json("${dataPath}")
#let ink = rgb("#14201b")
#let quiet = rgb("#46544d")
#let pine = rgb("#0b4a42")
#let plum = rgb("#6b2a5b")
// Rows are told apart by a ground: of lines Typst writes the colour in a form that poppler takes for a fault.
#let stripe = rgb("#eef1ef")
#let first-side = if paper.dir == "rtl" { "right" } else { "left" }
#let is-small = paper.size == "small"
#let body-size = if is-small { 8.8pt } else { 10.5pt }
// Quotes and dashes of a script come from its own font.
#let own = if paper.ownMarks == none { () } else {
  ((name: paper.ownMarks.family, covers: regex("[" + paper.ownMarks.letters + "]")),)
}
#let body-fonts = (..own, ${first}, ${quoted([fontFamilies.text, ...fontFamilies.more])})
#let head-fonts = (..own, ${first}, ${quoted([fontFamilies.headings, ...fontFamilies.more])})

#set document(title: paper.title, date: none)
#set text(
  lang: paper.lang, font: body-fonts, size: body-size, fill: ink,
  hyphenate: false, ligatures: false, fallback: false,
  dir: if paper.dir == "rtl" { rtl } else { ltr },
)
// Letters as high as the line need more room between lines.
#let air = if paper.isSquare { 0.16em } else { 0em }
#set par(leading: air + if is-small { 0.46em } else { 0.58em }, spacing: 0.4 * air + if is-small { 0.46em } else { 0.78em }, justify: false)
#set list(marker: [•], indent: 0.2em, body-indent: 0.6em, spacing: 0.4 * air + if is-small { 0.35em } else { 0.55em })
// A second cut of thousands of letters would double a file: there bold is the one cut with a line around it.
#let heavy = if paper.isSquare { (weight: 400, stroke: 0.024em + ink) } else { (weight: 700) }
#set strong(delta: if paper.isSquare { 0 } else { 300 })
#show strong: set text(..if paper.isSquare { heavy } else { (:) })
#show heading: set text(font: head-fonts, hyphenate: false, ..if paper.isSquare { heavy } else { (weight: 600) })
#show heading.where(level: 1): set text(size: if is-small { 16pt } else { 20pt })
#show heading.where(level: 2): set text(size: if is-small { 11.5pt } else { 14pt })
#show heading.where(level: 3): set text(font: body-fonts, size: body-size, ..heavy)
#show heading.where(level: 1): set block(below: 0.7em)
#show heading.where(level: 2): set block(above: if is-small { 0.8em } else { 1.15em }, below: 0.6em)
#show heading.where(level: 3): set block(above: 1em, below: 0.55em)

// A place to break as a gap too small to see (one of nothing is dropped): as a letter, which our fonts lack, it would
// spoil the text that is copied or read out.
#let fit(text) = if "\\u{200b}" in text { text.split("\\u{200b}").join(h(0.001pt)) } else { text }

#let page-of(page, pages) = paper.pageOf.replace("{page}", str(page)).replace("{pages}", str(pages))
#set page(
  paper: paper.sheet,
  margin: if is-small { (x: 12mm, top: 8mm, bottom: 18mm) } else { (x: 17mm, top: 14mm, bottom: 23mm) },
  footer-descent: if is-small { 2mm } else { 4mm },
  footer: context {
    set text(size: if is-small { 7.5pt } else { 8pt }, fill: quiet)
    set par(leading: 0.45em, spacing: 0.5em)
    line(length: 100%, stroke: 0.4pt + quiet)
    v(-0.2em)
    let page-number = page-of(counter(page).get().first(), counter(page).final().first())
    let told = paper.foot.told
    if is-small {
      grid(
        columns: (1fr, auto) + if paper.code == none { () } else { (auto,) }, column-gutter: 5mm,
        [#told #strong(paper.foot.changed)], page-number,
        ..if paper.code != none { (image(bytes(paper.code), format: "svg", width: 12mm, alt: paper.foot.changed),) },
      )
    } else { grid(columns: (1fr, auto), column-gutter: 6mm, told, page-number) }
  },
)

#let words(runs) = for run in runs {
  if run.at("isStrong", default: false) { strong(fit(run.text)) } else { fit(run.text) }
}

#let paragraph(block-data) = {
  let inner = par(words(block-data.runs))
  if block-data.tone == "note" {
    set text(size: if is-small { 8pt } else { 9pt }, fill: quiet)
    inner
  } else if block-data.tone == "own-words" {
    block(width: 100%, inset: ((first-side): 8pt, y: 2pt), stroke: ((first-side): 2pt + quiet), block-data.lines.map(line => par(fit(line))).join())
  } else { inner }
}

#let two-columns(items) = {
  let half = calc.ceil(items.len() / 2)
  grid(
    columns: (1fr, 1fr), column-gutter: 6mm,
    list(..items.slice(0, half).map(words)),
    if half < items.len() { list(..items.slice(half).map(words)) },
  )
}

// Signs in two columns, so that all of them stand on the first sheet.
#let urgent(data) = block(width: 100%, inset: if is-small { 6pt } else { 8pt }, stroke: 1.4pt + ink, radius: 2pt, breakable: false, {
  set text(size: if is-small { 8.4pt } else { 9pt })
  set par(leading: air + if is-small { 0.44em } else { 0.5em })
  set list(spacing: 0.4 * air + if is-small { 0.34em } else { 0.42em })
  show heading: set block(above: 0pt, below: 0.6em)
  show heading: set text(size: 11pt)
  heading(level: 2, fit(data.title))
  two-columns(data.items)
  v(0.1em)
  par(strong(words(data.action)))
})

#show figure.where(kind: "people"): set align(start)
#let people(data) = {
  let width = if data.of > 100 { 28mm } else { 19mm }
  figure(
    alt: data.text, kind: "people", supplement: none, numbering: none,
    align(start, block(breakable: false, grid(
      columns: data.groups.map(_ => width) + (1fr,), column-gutter: 4mm, align: top + start,
      ..data.groups.map(group => {
        image(bytes(group.picture), format: "svg", width: width)
        set text(size: 7pt, fill: quiet)
        set par(leading: 0.4em)
        v(-0.6em)
        group.name
      }),
      {
        data.text
        v(-0.3em)
        text(size: 9pt, fill: quiet, data.key)
      },
    ))),
  )
}

#let tick-size = if is-small { 3.1mm } else { 3.6mm }
#let tick-box = box(width: tick-size, height: tick-size, stroke: 0.8pt + ink, baseline: 0.4mm)
// Under the label, and each answer in one piece with its box.
#let tick-row(label, items) = block(breakable: false, below: if is-small { 0.7em } else { 1.1em }, par[
  #fit(label) #linebreak() #items.map(item => box[#tick-box #h(0.4em) #fit(item)]).join(h(1.6em, weak: true))
])
#let tick-list(items) = list(
  marker: tick-box,
  body-indent: 0.7em, spacing: if is-small { 0.65em } else { 0.9em },
  ..items.map(fit),
)
#let ticks(items) = if is-small and items.len() > 4 {
  let half = calc.ceil(items.len() / 2)
  grid(columns: (1fr, 1fr), column-gutter: 6mm, tick-list(items.slice(0, half)), tick-list(items.slice(half)))
} else { tick-list(items) }

// In one piece: a heading stays with its lines, and no line stands alone on the next sheet.
#let lines(count) = block(breakable: false, above: 0pt, below: 0.9em, for _ in range(count) {
  block(height: if is-small { 5.8mm } else { 8mm }, width: 100%, above: 0pt, below: 0pt, stroke: (bottom: 0.5pt + quiet))
})

// Each thing to write by hand: its label, and a line as far as it goes.
#let fields(items) = grid(
  columns: if items.len() == 3 { (2fr, 1.4fr, 1.2fr) } else { (1fr, 1fr) }, column-gutter: 6mm, row-gutter: 0pt,
  ..items.map(label => block(height: 6mm, width: 100%, above: 0pt, below: 0pt, align(bottom + start, grid(
    columns: (auto, 1fr), column-gutter: 1.5mm, align: bottom, fit(label), line(length: 100%, stroke: 0.5pt + quiet),
  )))),
)

// A study as a comparison shows it: the pictures of its groups side by side, and beside them what they are out of.
#let seen(study, size) = if study.groups.len() == 0 { par(words(study.words)) } else {
  let width = if study.of > 100 { 10.4mm } else { 8mm }
  let shown = grid(
    columns: study.groups.map(_ => auto), column-gutter: 2.2mm, row-gutter: 0.9mm,
    ..study.groups.map(group => box(width: width, {
      place(image(bytes(study.everybody), format: "svg", width: width))
      image(bytes(group.picture), format: "svg", width: width)
    })),
    ..study.groups.map(group => text(size: size + 0.6pt, strong(group.label))),
  )
  block(above: 0.45em, below: 0.45em, breakable: false, grid(
    columns: (auto, 1fr), column-gutter: 1.6mm,
    if study.isAlone { box(stroke: 0.5pt + quiet, inset: 1.1mm, radius: 1mm, shown) } else { shown },
    par(words(study.words)),
  ))
}

#let bars(filled) = box(height: 2.4mm, baseline: 0.1mm, grid(
  columns: 4, column-gutter: 0.35mm, align: bottom,
  ..range(4).map(at => rect(width: 0.75mm, height: (0.8mm + at * 0.5mm), stroke: 0.35pt + ink, fill: if at < filled { ink } else { white })),
))

// The questions of a decision beside each other: a cell for each option that has something to show, the others by name.
#let comparison(questions) = {
  let size = if is-small { 7.4pt } else { 9pt }
  set text(size: size)
  set par(leading: air + 0.4em, spacing: 0.4 * air + 0.4em)
  let question(data) = {
    block(above: 0pt, below: 0.5em, breakable: false, sticky: true, heading(level: 3, fit(data.question)))
    for cell in data.cells {
      block(breakable: false, width: 100%, above: 0pt, below: 0.55em, stroke: (top: 0.4pt + quiet), inset: (top: 0.35em), {
        par(strong(fit(cell.title)))
        figure(
          alt: cell.alt, kind: "people", supplement: none, numbering: none,
          align(start, block({ for study in cell.studies { seen(study, size) } })),
        )
        par[#bars(cell.sure.bars) #fit(cell.sure.text)]
        par(words(cell.says))
        set text(size: size - 0.7pt, fill: quiet)
        par(words(cell.notes))
      })
    }
    set text(size: size - 0.5pt)
    for runs in data.rest { par(words(runs)) }
  }
  if questions.len() > paper.columns {
    // More than stand beside each other: one under the other, from column to column.
    columns(paper.columns, gutter: 4mm, for data in questions { question(data); v(0.6em) })
  } else { grid(columns: (1fr,) * paper.columns, column-gutter: 4mm, ..questions.map(question)) }
}

#let draw(item) = {
  if item.kind == "heading" {
    // On the back of the first sheet; what runs over goes before it.
    if "onBack" in item {
      // Where the front ends: a place of its own, since what follows a break would be on the next sheet.
      block(height: 0pt, above: 0pt, below: 0pt, [#metadata(0) <front>])
      context if query(<front>).first().location().page() == 1 { pagebreak() }
    }
    heading(level: item.level, fit(item.text))
  }
  else if item.kind == "paragraph" { paragraph(item) }
  else if item.kind == "list" {
    if "columns" in item { two-columns(item.items) } else { list(..item.items.map(words)) }
  }
  else if item.kind == "urgent" { urgent(item) }
  else if item.kind == "people" { people(item) }
  else if item.kind == "ticks" {
    if "label" in item { tick-row(item.label, item.items) } else { ticks(item.items) }
  }
  else if item.kind == "lines" { lines(item.count) }
  else if item.kind == "fields" { fields(item.items) }
  else if item.kind == "table" {
    table(
      columns: (2.2fr,) + (1fr,) * (item.head.len() - 1), inset: (x: 1.2mm, y: 1.1mm), align: start,
      stroke: none, fill: (x, y) => if calc.odd(y) { stripe },
      table.header(..item.head.map(name => strong(fit(name)))),
      ..item.rows.map(row => row.enumerate().map(((at, runs)) => if at == 0 { strong(words(runs)) } else { words(runs) })).flatten(),
    )
  }
  else if item.kind == "comparison" { comparison(item.questions) }
  else if item.kind == "beside" {
    grid(
      columns: (1fr, 1fr), column-gutter: 7mm,
      ..item.halves.map(half => for inner in half { draw(inner) }),
    )
  }
}

#let opening = {
  heading(level: 1, paper.title)
  for line in paper.lead { par(text(size: body-size + 1.5pt, fit(line))) }
}
// As large as it gets in its box, whatever its shape. No higher than a title with a line under it: sheets are full.
#let logo(name) = context {
  let drawn(..size) = image("${logoPath}", format: paper.logo.kind, alt: name, ..size)
  let own = measure(drawn())
  let fits = calc.min(36mm / own.width, 10mm / own.height)
  drawn(width: own.width * fits)
}
#if paper.logo == none { opening } else {
  grid(columns: (1fr, auto), column-gutter: 5mm, opening, logo(paper.logo.name))
}

#for item in paper.blocks { draw(item) }

// A small paper says it at the foot of each sheet already.
#if not is-small { v(0.6em); line(length: 100%, stroke: 0.8pt + ink) }
#if not is-small { block(breakable: false, {
  set text(size: 9.5pt)
  let told = {
    par(strong(paper.foot.changed))
    par(paper.foot.told)
  }
  if paper.code == none { told } else {
    grid(
      columns: (auto, 1fr), column-gutter: 5mm, align: horizon + start,
      image(bytes(paper.code), format: "svg", width: 26mm, alt: paper.foot.changed), told,
    )
  }
}) }
`

const svg = (viewBox: string, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inner}</svg>`

/** Everyone of the denominator, those who are counted filled. Colour is not the only sign: the rest is hollow. */
function pictureOf(of: 100 | 1000, count: number): string {
  const { viewBox, on, off } = peoplePicture({ on: count }, of, false, of === 1000 ? 'angular' : 'round')
  const filled = on && `<path fill="#0b4a42" d="${on}"/>`
  const hollow = off && `<path fill="#fff" stroke="#5b6963" stroke-width=".8" d="${off}"/>`
  return svg(viewBox, filled + hollow)
}

/** A code to scan, black on white with its quiet zone. */
function codeOf(url: string): string {
  const { data, size } = encode(url, { ecc: 'M', border: 4 })
  return svg(
    `0 0 ${size} ${size}`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${squaresPath(data)}"/>`,
  )
}

/** What a person wrote, a paragraph for each line of it. */
const linesOf = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')

type Places = readonly { x: number; y: number }[]

/** Dots beside each other as one dashed line: a file with a circle for every person would be many times as large. */
function dotLines(places: Places, step: number): string {
  const lines: { x: number; y: number; length: number }[] = []
  for (const { x, y } of places) {
    const before = lines.at(-1)
    if (before?.y === y && Math.abs(x - before.x - before.length - step) < 0.01) before.length += step
    else lines.push({ x, y, length: 0 })
  }
  return lines.map(({ x, y, length }) => `M${x} ${y}h${length + dashLength}`).join('')
}
/** Of a dash that a round pen makes a dot of. */
const dashLength = 0.01

function dottedPath(places: Places, step: number, colour: string, width: number): string {
  if (!places.length) return ''
  return (
    `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ` +
    `stroke-dasharray="${dashLength} ${step - dashLength}" d="${dotLines(places, step)}"/>`
  )
}

/** Everybody of the denominator in grey: the same picture under each group, held once in the file. */
function everybodyOf(of: 100 | 1000): string {
  const { viewBox, dots, radius, step } = dotPlaces({ on: of }, of)
  return svg(viewBox, dottedPath(dots.on, step, '#c9cfcc', 2 * radius))
}

/** People of one group, before everybody. White rings are the difference; a group by itself is only outlined and struck through. */
function dotsOf({ on, more }: { on: number; more: number }, of: 100 | 1000, isAlone: boolean): string {
  const { viewBox, dots, radius, step } = dotPlaces({ on, more }, of)
  const pen = (places: Places, colour: string, width: number) =>
    dottedPath(places, step, colour, width * 2 * radius)
  return svg(
    viewBox,
    pen(dots.on, '#14201b', 1) +
      (isAlone ? pen(dots.on, '#fff', 0.72) + pen(dots.on, '#14201b', 0.3) : '') +
      pen(dots.more, '#14201b', 1) +
      pen(dots.more, '#fff', 0.58),
  )
}

/** A question with its pictures drawn. The alternative text of a cell's pictures is what its forms in words say. */
function questionData({ cells, ...block }: Compare, locale: string): unknown {
  return {
    ...block,
    cells: cells.map((cell) => ({
      ...cell,
      title: cellName(cell),
      notes: cellNotes(cell, locale),
      alt: sentences(
        cell.studies.map(({ groups, words }) => {
          const people = listed(
            groups.map(({ label }) => label),
            locale,
          )
          return [people, ...words.map(({ text }) => text)].join(' ').trim()
        }),
        locale,
      ),
      studies: cell.studies.map((study) => ({
        ...study,
        everybody: everybodyOf(study.of),
        groups: study.groups.map((group) => ({ ...group, picture: dotsOf(group, study.of, study.isAlone) })),
      })),
    })),
  }
}

/** A block as the document reads it. A picture of another number of people than 100 or 1,000 is told in words only. */
function dataOf(block: Laid, locale: string): unknown {
  if (block.kind === 'beside')
    return { ...block, halves: block.halves.map((half) => half.map((inner) => finished(inner, locale))) }
  if (block.kind === 'paragraph' && block.tone === 'own-words')
    return { ...block, lines: linesOf(block.runs) }
  if (block.kind === 'comparison')
    return { ...block, questions: block.questions.map((each) => questionData(each, locale)) }
  if (block.kind !== 'people') return block
  const { of } = block
  if (of !== 100 && of !== 1000) return { kind: 'paragraph', tone: 'plain', runs: [{ text: block.text }] }
  return {
    ...block,
    groups: block.groups.map((group) => ({ ...group, picture: pictureOf(of, group.filled) })),
  }
}

/** More letters than the longest words people write, and fewer than a line holds of the widest letter. */
const longestWord = 30
const tooLongWord = new RegExp(
  `[^\\s\\p{Ideographic}\\u3000-\\u303f\\uff00-\\uffef]{${longestWord + 1},}`,
  'gu',
)

/**
 * Text whose words all fit on a sheet: in a longer one (an address, a key held down) a line may end after every fifth
 * letter, so that nothing runs over the edge and is lost. Typst itself ends lines only between words, and
 * between Chinese letters, which need no help: a place put before a mark would let a line begin with it.
 */
function withPlacesToBreak(text: string): string {
  return text.replaceAll(tooLongWord, (word) =>
    Array.from(clustersOf(word), (letter, at) => (at > 0 && at % 5 === 0 ? mayBreak : '') + letter).join(''),
  )
}

/** A value with places to break in every text of it. */
function breakable<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? withPlacesToBreak(inner) : inner,
  )
  return JSON.parse(text) as Value
}

/** A block with its pictures drawn and places to break in its words. */
const finished = (block: Laid, locale: string): unknown =>
  dataOf(['people', 'comparison', 'beside'].includes(block.kind) ? block : breakable(block), locale)

/** The data file of a paper: JSON for {@link typstSource}. `logoKind`: of the picture at {@link logoPath}; null: none lies there. */
export function typstData(
  paper: Paper,
  sheet: Sheet,
  words: SheetWords,
  logoKind: 'png' | 'svg' | null = null,
): string {
  const { notAdvice, reviewed, version } = paper.foot
  const language = languages[localeOrFirst(paper.locale)]
  const script = scriptOf(language.script)
  return JSON.stringify({
    lang: paper.locale,
    dir: language.dir,
    ownMarks: script.ownMarks ?? null,
    isSquare: script.device !== undefined,
    sheet: typstSheet[sheet],
    size: paper.size ?? 'normal',
    title: paper.title,
    logo: paper.logo && logoKind ? { name: paper.logo.name, kind: logoKind } : null,
    lead: breakable(paper.lead),
    blocks: laidOut(paper.blocks).map((block) => finished(block, paper.locale)),
    columns: sheetColumns,
    foot: { ...paper.foot, told: sentences([notAdvice, reviewed, version], paper.locale) },
    code: paper.foot.url === null ? null : codeOf(paper.foot.url),
    pageOf: words.pageOf,
  })
}
