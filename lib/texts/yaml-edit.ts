/**
 * Changes one value of a YAML text and leaves every other byte as it is: comments, quotes, line ends and order. What was
 * written is read again and compared with what was meant; a text that would say anything else is not given back.
 */
import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { canonicalText } from '@/lib/texts/canonical-text'

/** Where a value stands: names of fields and places in lists. */
export type Place = readonly (string | number)[]

export type Edit =
  /** The value at a place that is there, or a new field of a map or the next item of a list that is there. */
  | { kind: 'set'; at: Place; value: unknown }
  /** A new item of a list, before the one that stands at `before` now; at the end when it is left out. */
  | { kind: 'add'; at: Place; value: unknown; before?: number }
  /** A new field of a map, before the field that is named; at the end when it is left out. */
  | { kind: 'add-field'; at: Place; name: string; value: unknown; before?: string }
  /** An item of a list, or a field. */
  | { kind: 'remove'; at: Place }

export type Edited = { ok: true; text: string } | { ok: false; why: string }

/** A line of prose is cut before this column: tests/content/long-lines.test.ts allows 140. */
const widest = 112

class Refusal extends Error {}

const open = (text: string) => parseDocument(text, { uniqueKeys: true })

/** What is wrong with a text as YAML, with its line (from 1); null when it can be read. */
export function faultOfYaml(text: string): { line: number; why: string } | null {
  const [error] = parseDocument(text, { uniqueKeys: true, prettyErrors: true }).errors
  if (!error) return null
  const line = error.linePos?.[0].line ?? 1
  return { line, why: error.message.replace(/ at line \d+[\s\S]*$/, '') }
}

/** The value that stands at a place; undefined when there is none. */
export const valueAt = (whole: unknown, at: Place): unknown =>
  at.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    whole,
  )

/** The line (from 1) on which each value of a text stands, by its place ("names.two"). */
export function linesOfYaml(text: string): Map<string, number> {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  const lines = new Map<string, number>()
  const walk = (node: unknown, at: string) => {
    const range = (node as Node | null)?.range
    if (at !== '' && range) lines.set(at, lineOf(range[0]))
    const step = (name: string | number) => (at === '' ? String(name) : `${at}.${name}`)
    if (isMap(node)) for (const pair of node.items) walk(pair.value, step(keyOf(pair as Pair)))
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, step(index)))
  }
  walk(open(text).contents, '')
  return lines
}

function rangeOf(node: Node): [start: number, end: number] {
  if (!node.range) throw new Refusal('the place cannot be found in the file')
  return [node.range[0], node.range[1]]
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1
const columnOf = (text: string, at: number) => at - lineStart(text, at)
/** After the line end that follows, or the end of the text. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const next = text.indexOf('\n', at)
  return next === -1 ? text.length : next + 1
}

/** Where the last thing that a node holds ends. A collection's own range may reach over comments that follow it. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1) as Pair | Node
    if (isPair(last)) return endOf((last.value ?? last.key) as Node)
    return endOf(last)
  }
  return rangeOf(node)[1]
}

/** The line of the dash of an item of a list. */
const dashLine = (text: string, item: Node): number => {
  const line = lineStart(text, rangeOf(item)[0])
  if (/^\s*(?:- +)+$/.test(text.slice(line, rangeOf(item)[0]))) return line
  throw new Refusal('the item does not stand on a line of its own')
}

/** A text as one YAML scalar that stands in a line of its own, or inside brackets. */
function inline(value: string, isInFlow: boolean): string {
  const reads = (written: string) => {
    const doc = parseDocument(isInFlow ? `[${written}, x]` : `k: ${written}\n`)
    const js: unknown = doc.errors.length ? undefined : doc.toJS()
    return (isInFlow ? (js as unknown[])?.[0] : (js as { k: unknown })?.k) === value
  }
  // A day stays in quotes, as everywhere in the content.
  if (!/^\d{4}-\d{2}/.test(value) && reads(value)) return value
  const single = `'${value.replaceAll("'", "''")}'`
  return reads(single) ? single : JSON.stringify(value)
}

/** The words of a text in lines that begin at a column and end before the widest. */
function folded(value: string, column: number): string[] {
  const lines: string[] = []
  for (const word of value.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && column + last.length + 1 + word.length <= widest)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A value as it is written at a column, the first line without its indent. `inside`: the indent of what lies in it. */
function written(value: unknown, column: number, inside: number): string {
  if (typeof value !== 'string') {
    const doc = new Document(value)
    visit(doc, {
      Scalar: (_, node) => {
        if (typeof node.value === 'string' && /^\d{4}-\d{2}/.test(node.value)) node.type = 'QUOTE_SINGLE'
      },
    })
    const lines = doc
      .toString({ lineWidth: widest - inside, singleQuote: true })
      .trimEnd()
      .split('\n')
    return lines.map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(inside) + line)).join('\n')
  }
  const whole = inline(value, false)
  const isFoldable = !/[\n\t]| {2}|^ | $/.test(value)
  if (column + whole.length <= widest || !isFoldable) return whole
  const indent = ' '.repeat(inside)
  return `>-\n${folded(value, inside)
    .map((line) => indent + line)
    .join('\n')}`
}

/** A new scalar in place of one that is there. */
function replaceScalar(
  text: string,
  node: Scalar,
  value: unknown,
  isInFlow: boolean,
  inside: number,
): string {
  const [start, end] = rangeOf(node)
  const old = text.slice(start, end)
  const tail = /\n*$/.exec(old)?.[0] ?? '' // a block holds the line end that closes it
  const after = text.slice(end)
  if (typeof value === 'string' && isInFlow) return text.slice(0, start) + inline(value, true) + after
  if (typeof value === 'string' && /^[>|]/.test(old) && !/\n/.test(value)) {
    const lines = folded(value, inside).map((line) => ' '.repeat(inside) + line)
    return `${text.slice(0, start)}>-\n${lines.join('\n')}${tail || '\n'}${after}`
  }
  return text.slice(0, start) + written(value, columnOf(text, start), inside) + tail + after
}

/** `[a, b]` anew, on its own line. */
function replaceFlow(text: string, node: YAMLMap | YAMLSeq, value: unknown): string {
  const [start, end] = rangeOf(node)
  const doc = new Document(value, { flow: true } as object)
  visit(doc, {
    Collection: (_, one) => {
      one.flow = true
    },
  })
  const line = doc
    .toString({
      lineWidth: 0,
      singleQuote: true,
      flowCollectionPadding: node.items.length === 0 ? false : isMap(node),
    })
    .trimEnd()
  return text.slice(0, start) + line + text.slice(end)
}

/** The indent of a block collection's lines. */
function indentOf(text: string, node: YAMLMap | YAMLSeq): number {
  const [first] = node.items as (Pair | Node)[]
  if (isPair(first)) return columnOf(text, rangeOf(first.key as Node)[0])
  if (!first) throw new Refusal('the list is empty')
  const line = dashLine(text, first as Node)
  const own = text.slice(line, rangeOf(first as Node)[0])
  return own.lastIndexOf('-')
}

function put(text: string, at: number, indent: number, lines: string): string {
  const before = text.slice(0, at)
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  return `${before}${gap}${' '.repeat(indent)}${lines}\n${text.slice(at)}`
}

/** Whether a list is `[]`, and where its first item would stand. */
function fillEmpty(text: string, node: YAMLSeq | YAMLMap, indent: number, lines: string): string {
  const [start, end] = rangeOf(node)
  const gap = text[start - 1] === ' ' ? start - 1 : start
  return `${text.slice(0, gap)}\n${' '.repeat(indent)}${lines}${text.slice(end)}`
}

const parentIndent = (text: string, node: Node) =>
  text.slice(lineStart(text, rangeOf(node)[0])).search(/[^ -]/)

function addItem(text: string, seq: YAMLSeq, value: unknown, before: number | undefined): string {
  if (seq.flow) {
    const items = seq.toJSON() as unknown[]
    if (items.length === 0) {
      const indent = parentIndent(text, seq) + 2
      return fillEmpty(text, seq, indent, `- ${written(value, indent + 2, indent + 2)}`)
    }
    items.splice(before ?? items.length, 0, value)
    return replaceFlow(text, seq, items)
  }
  const indent = indentOf(text, seq)
  const lines = `- ${written(value, indent + 2, indent + 2)}`
  const next = before === undefined ? undefined : (seq.items[before] as Node | undefined)
  const at = next ? dashLine(text, next) : lineEnd(text, endOf(seq.items.at(-1) as Node))
  return put(text, at, indent, lines)
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key)
const fieldEnd = (text: string, pair: Pair) => lineEnd(text, endOf((pair.value ?? pair.key) as Node))

function addField(
  text: string,
  map: YAMLMap,
  name: string,
  value: unknown,
  before: string | undefined,
): string {
  if (map.flow) {
    const fields = map.toJSON() as Record<string, unknown>
    return replaceFlow(text, map, { ...fields, [name]: value })
  }
  const indent = indentOf(text, map)
  const isBlock = value !== null && typeof value === 'object' && Object.keys(value).length > 0
  const key = inline(name, false)
  const lines = isBlock
    ? `${key}:\n${' '.repeat(indent + 2)}${written(value, indent + 2, indent + 2)}`
    : `${key}: ${written(value, indent + key.length + 2, indent + 2)}`
  const next = before === undefined ? undefined : map.items.find((pair) => keyOf(pair) === before)
  // Before the first field of a list's item there is only its dash.
  const place = next && lineStart(text, rangeOf(next.key as Node)[0])
  if (next && place !== undefined && text.slice(place, rangeOf(next.key as Node)[0]).trim() !== '')
    throw new Refusal('nothing can stand before the first field')
  const last = map.items.at(-1)
  if (place === undefined && !last) throw new Refusal('the map is empty')
  return put(text, place ?? fieldEnd(text, last as Pair), indent, lines)
}

/** Remarks that stand right above a line, at the same indent: they speak of what stands on it. */
function withRemarks(text: string, line: number, indent: number): number {
  let from = line
  for (;;) {
    const above = lineStart(text, from - 1)
    if (from === 0 || !new RegExp(`^ {${indent}}#`).test(text.slice(above, from))) return from
    from = above
  }
}

function remove(text: string, parent: Node, step: string | number): string {
  if (isSeq(parent)) {
    const at = Number(step)
    const item = parent.items[at] as Node | undefined
    if (!item) throw new Refusal('nothing stands there')
    if (parent.flow || parent.items.length === 1) {
      const rest = (parent.toJSON() as unknown[]).filter((_, index) => index !== at)
      if (parent.flow) return replaceFlow(text, parent, rest)
      const from = lineStart(text, dashLine(text, item))
      const key = text.slice(0, from).trimEnd()
      return `${key} []\n${text.slice(lineEnd(text, endOf(item)))}`
    }
    const line = dashLine(text, item)
    const indent = indentOf(text, parent)
    // What stands above the first item may speak of the whole list.
    const from = at === 0 ? line : withRemarks(text, line, indent)
    return text.slice(0, from) + text.slice(lineEnd(text, endOf(item)))
  }
  if (!isMap(parent)) throw new Refusal('nothing stands there')
  const pair = parent.items.find((one) => keyOf(one) === String(step))
  if (!pair) throw new Refusal('nothing stands there')
  if (parent.flow) {
    const { [String(step)]: _, ...rest } = parent.toJSON() as Record<string, unknown>
    return replaceFlow(text, parent, rest)
  }
  const key = rangeOf(pair.key as Node)[0]
  const line = lineStart(text, key)
  if (text.slice(line, key).trim() !== '') throw new Refusal('the first field of an item stays')
  if (parent.items.length === 1)
    return `${text.slice(0, line).trimEnd()} {}\n${text.slice(fieldEnd(text, pair))}`
  const isFirst = parent.items[0] === pair
  const from = isFirst ? line : withRemarks(text, line, key - line)
  return text.slice(0, from) + text.slice(fieldEnd(text, pair))
}

function editOnce(text: string, edit: Edit): string {
  const doc = open(text)
  if (doc.errors.length) throw new Refusal('the file cannot be read')
  const nodeAt = (at: Place) => (at.length === 0 ? doc.contents : doc.getIn(at, true)) as Node | undefined
  const parentAt = (at: Place): Node => {
    const parent = nodeAt(at.slice(0, -1))
    if (!parent) throw new Refusal('nothing stands there')
    return parent
  }
  if (edit.kind === 'remove') return remove(text, parentAt(edit.at), edit.at.at(-1) ?? '')
  if (edit.kind === 'add' || edit.kind === 'add-field') {
    const node = nodeAt(edit.at)
    if (edit.kind === 'add' && isSeq(node)) return addItem(text, node, edit.value, edit.before)
    if (edit.kind === 'add-field' && isMap(node))
      return addField(text, node, edit.name, edit.value, edit.before)
    throw new Refusal('nothing can be added there')
  }
  const node = nodeAt(edit.at)
  const parent = parentAt(edit.at)
  const step = edit.at.at(-1) ?? ''
  if (!node) {
    if (isSeq(parent)) return addItem(text, parent, edit.value, undefined)
    if (isMap(parent)) return addField(text, parent, String(step), edit.value, undefined)
    throw new Refusal('nothing stands there')
  }
  if (canonicalText((node as Scalar).toJSON()) === canonicalText(edit.value)) return text
  const isInFlow = (isMap(parent) || isSeq(parent)) && parent.flow === true
  if ((isMap(node) || isSeq(node)) && node.flow && node.items.length > 0)
    return replaceFlow(text, node, edit.value)
  const inside = (isMap(parent) || isSeq(parent)) && !isInFlow ? indentOf(text, parent) + 2 : 0
  if (isScalar(node)) return replaceScalar(text, node, edit.value, isInFlow, inside)
  const [start] = rangeOf(node)
  const end = endOf(node)
  return text.slice(0, start) + written(edit.value, columnOf(text, start), inside) + text.slice(end)
}

/** The value that an edit means, worked out without the text. */
function meant(whole: unknown, edit: Edit): unknown {
  const copy = structuredClone(whole)
  const last = edit.at.at(-1) ?? ''
  const owner = valueAt(copy, edit.at.slice(0, -1)) as Record<string | number, unknown>
  if (edit.kind === 'set') owner[last] = edit.value
  else if (edit.kind === 'remove') {
    if (Array.isArray(owner)) owner.splice(Number(last), 1)
    else delete owner[last]
  } else {
    const target = valueAt(copy, edit.at)
    if (edit.kind === 'add') {
      const list = target as unknown[]
      list.splice(edit.before ?? list.length, 0, edit.value)
    } else (target as Record<string, unknown>)[edit.name] = edit.value
  }
  return copy
}

/**
 * The text after all edits, one after the other: each place is that of the text which the edits before it left.
 * An edit that changes nothing changes no byte.
 */
export function editYaml(text: string, edits: readonly Edit[]): Edited {
  const fault = faultOfYaml(text)
  if (fault) return { ok: false, why: `line ${fault.line}: ${fault.why}` }
  let now = text
  for (const edit of edits) {
    try {
      const next = editOnce(now, edit)
      const doc = open(next)
      const isAsMeant =
        doc.errors.length === 0 && canonicalText(doc.toJS()) === canonicalText(meant(open(now).toJS(), edit))
      if (!isAsMeant) return { ok: false, why: `the change at ${edit.at.join('.')} cannot be written safely` }
      now = next
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ok: false, why: `${edit.at.join('.')}: ${error.message}` }
    }
  }
  return { ok: true, text: now }
}

/** The edit that sets a text whose owners may not be there yet. */
export function setDeep(data: unknown, at: Place, value: string): Edit {
  let depth = at.length
  while (depth > 1 && valueAt(data, at.slice(0, depth - 1)) === undefined) depth--
  const nested = at
    .slice(depth)
    .reverse()
    .reduce<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
  return { kind: 'set', at: at.slice(0, depth), value: nested }
}
