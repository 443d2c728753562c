import { stemOf } from './lemma'
import type { Sentence, Token } from './tokenise'

/**
 * The pattern language, one phrase a line:
 *
 * | write | means |
 * |---|---|
 * | `improve` | any form of the word (improves, improved, improving) |
 * | `a\|b` `(a b\|c)` | one of |
 * | `word?` `(a b)?` | may be left out |
 * | `~3` | up to 3 words between |
 * | `regenerat*` | any word that starts so (4 letters or more) |
 * | `=left` | exactly this form |
 * | `治愈` | these signs, one after the other |
 * | `#num` `#pct` `#money` | a number (also in words), a percentage, a price |
 * | `@cells` | a phrase of a named list |
 * | `a <6> b` | both, in either order, at most 6 words apart |
 *
 * No pattern is turned into a regular expression. A phrase is walked as sets of positions inside one sentence, so
 * the work per word of text is bounded by the size of the phrase: no input can make it blow up.
 */
type OneNode = {
  kind: 'one'
  stems: ReadonlySet<string>
  exact: ReadonlySet<string>
  prefixes: readonly string[]
  classes: ReadonlySet<string>
}
type Node =
  | OneNode
  | { kind: 'gap'; max: number }
  | { kind: 'sequence'; items: readonly Node[] }
  | { kind: 'choice'; items: readonly Node[] }
  | { kind: 'optional'; item: Node }

export type Phrase = { source: string; node: Node }

/** Where a phrase stands: tokens `from` (inclusive) to `to` (exclusive). */
export type Hit = { from: number; to: number }

export class PatternError extends Error {
  constructor(source: string, reason: string) {
    super(`Pattern "${source}": ${reason}`)
    this.name = 'PatternError'
  }
}

const CLASSES = new Set(['#num', '#pct', '#money', '#any'])
const MAX_GAP = 24
/** Signs that stand for a word together; each is a token of its own (tokenise.ts), and a gap counts signs. */
const HAN_WORD = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/
const PREFIX_LENGTH = 4
const MAX_WORDS_KEPT = 20_000

/**
 * Reads one line of the pattern language into one phrase, or two when it holds `<n>` (one for each order).
 * Throws `PatternError` when the line cannot be read.
 */
export function parsePhrase(source: string, lists: Readonly<Record<string, readonly string[]>>): Phrase[] {
  const parts = source.split(/\s+<(\d+)>\s+/)
  if (parts.length === 3) {
    const [left = '', width = '', right = ''] = parts
    return [`${left} ~${width} ${right}`, `${right} ~${width} ${left}`].map((line) => ({
      source,
      node: parseLine(line, lists, 0),
    }))
  }
  if (parts.length !== 1) throw new PatternError(source, 'only one <n> in a line')
  return [{ source, node: parseLine(source, lists, 0) }]
}

function parseLine(line: string, lists: Readonly<Record<string, readonly string[]>>, depth: number): Node {
  if (depth > 6) throw new PatternError(line, 'lists or brackets are nested too deeply')
  let at = 0
  const node = readChoice()
  if (at < line.length) throw new PatternError(line, `unexpected "${line.charAt(at)}"`)
  const first = node.kind === 'sequence' ? node.items[0] : node
  if (first === undefined || first.kind === 'gap') throw new PatternError(line, 'must start with a word')
  return node

  function readChoice(): Node {
    const items = [readSequence()]
    while (line.charAt(at) === '|') {
      at++
      items.push(readSequence())
    }
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'choice', items }
  }

  function readSequence(): Node {
    const items: Node[] = []
    for (;;) {
      while (line.charAt(at) === ' ') at++
      if (at >= line.length || line.charAt(at) === ')' || line.charAt(at) === '|') break
      let item = readItem()
      // `a|b` without brackets binds tighter than the space between words.
      const choice = [item]
      while (line.charAt(at) === '|' && line.charAt(at + 1) !== ' ' && line.charAt(at - 1) !== ' ') {
        at++
        choice.push(readItem())
      }
      if (choice.length > 1) item = joinChoice(choice)
      if (line.charAt(at) === '?') {
        at++
        item = { kind: 'optional', item }
      }
      items.push(item)
    }
    if (items.length === 0) throw new PatternError(line, 'an empty alternative')
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'sequence', items }
  }

  function readItem(): Node {
    if (line.charAt(at) === '(') {
      at++
      const inner = readBracket()
      if (line.charAt(at) !== ')') throw new PatternError(line, 'a bracket is not closed')
      at++
      return inner
    }
    const start = at
    while (at < line.length && !' |()?'.includes(line.charAt(at))) at++
    return readAtom(line.slice(start, at))
  }

  function readBracket(): Node {
    // Inside brackets `|` separates whole alternatives, which may be several words long.
    const start = at
    let level = 0
    const alternatives: string[] = []
    let from = start
    for (; at < line.length; at++) {
      const char = line.charAt(at)
      if (char === '(') level++
      else if (char === ')' && level === 0) break
      else if (char === ')') level--
      else if (char === '|' && level === 0) {
        alternatives.push(line.slice(from, at))
        from = at + 1
      }
    }
    alternatives.push(line.slice(from, at))
    return joinChoice(alternatives.map((alternative) => parseLine(alternative.trim(), lists, depth + 1)))
  }

  function readAtom(atom: string): Node {
    if (/^~\d+$/.test(atom)) {
      const max = Number(atom.slice(1))
      if (max > MAX_GAP) throw new PatternError(line, `a gap of at most ${MAX_GAP}`)
      return { kind: 'gap', max }
    }
    if (atom.startsWith('@')) {
      const phrases = lists[atom.slice(1)]
      if (phrases === undefined) throw new PatternError(line, `no list called ${atom}`)
      return joinChoice(phrases.map((phrase) => parseLine(phrase, lists, depth + 1)))
    }
    if (atom.startsWith('#')) {
      if (!CLASSES.has(atom)) throw new PatternError(line, `no such class ${atom}`)
      return one({ classes: [atom] })
    }
    if (atom.startsWith('=')) return one({ exact: [atom.slice(1)] })
    if (atom.endsWith('*')) {
      if (!/^[a-z][a-z0-9]{3,}\*$/.test(atom))
        throw new PatternError(line, `${atom}: at least ${PREFIX_LENGTH} letters before *`)
      return one({ prefixes: [atom.slice(0, -1)] })
    }
    if (HAN_WORD.test(atom)) {
      const items = [...atom].map((sign) => one({ exact: [sign] }))
      return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'sequence', items }
    }
    if (!/^[a-z0-9.]+$/.test(atom))
      throw new PatternError(line, `cannot read "${atom}" (lower case, no hyphen)`)
    return one({ stems: [stemOf(atom)] })
  }
}

function one(parts: { stems?: string[]; exact?: string[]; prefixes?: string[]; classes?: string[] }): Node {
  return {
    kind: 'one',
    stems: new Set(parts.stems),
    exact: new Set(parts.exact),
    prefixes: parts.prefixes ?? [],
    classes: new Set(parts.classes),
  }
}

/** Alternatives of one word each become one node, so that a list of 200 words costs one look-up. */
function joinChoice(items: readonly Node[]): Node {
  const flat = items.flatMap((item) => (item.kind === 'choice' ? item.items : [item]))
  const single = flat.filter((item) => item.kind === 'one')
  const rest = flat.filter((item) => item.kind !== 'one')
  const merged: Node[] = [...rest]
  if (single.length > 0) {
    merged.push({
      kind: 'one',
      stems: new Set(single.flatMap((item) => [...item.stems])),
      exact: new Set(single.flatMap((item) => [...item.exact])),
      prefixes: single.flatMap((item) => item.prefixes),
      classes: new Set(single.flatMap((item) => [...item.classes])),
    })
  }
  const [only] = merged
  return merged.length === 1 && only !== undefined ? only : { kind: 'choice', items: merged }
}

function isClass(token: Token, name: string): boolean {
  if (name === '#any') return true
  if (name === '#pct') return token.kind === 'percent'
  if (name === '#money') return token.kind === 'money'
  return token.kind === 'number'
}

/** Whether a word fits a node by its starts, kept per word: a list of 40 starts is walked once for each word. */
const prefixAnswers = new WeakMap<readonly string[], Map<string, boolean>>()

function matchesPrefix(prefixes: readonly string[], token: Token): boolean {
  let answers = prefixAnswers.get(prefixes)
  if (answers === undefined) prefixAnswers.set(prefixes, (answers = new Map()))
  const known = answers.get(token.word)
  if (known !== undefined) return known
  const answer = prefixes.some((prefix) => token.word.startsWith(prefix) || token.stem.startsWith(prefix))
  if (answers.size > MAX_WORDS_KEPT) answers.clear()
  answers.set(token.word, answer)
  return answer
}

function matchesOne(node: OneNode, token: Token): boolean {
  if (node.stems.has(token.stem)) return true
  if (node.exact.size > 0 && node.exact.has(token.word)) return true
  if (node.prefixes.length > 0 && matchesPrefix(node.prefixes, token)) return true
  if (node.classes.size > 0) for (const name of node.classes) if (isClass(token, name)) return true
  return false
}

const NONE: readonly number[] = []

/** All ends (sorted, each once) reachable from the given starts; `limit` is the end of the sentence. */
function advance(
  node: Node,
  starts: readonly number[],
  tokens: readonly Token[],
  limit: number,
): readonly number[] {
  switch (node.kind) {
    case 'one': {
      let ends: number[] | undefined
      for (const start of starts) {
        const token = start < limit ? tokens[start] : undefined
        if (token !== undefined && matchesOne(node, token)) (ends ??= []).push(start + 1)
      }
      return ends ?? NONE
    }
    case 'gap': {
      const ends: number[] = []
      let next = -1
      for (const start of starts)
        for (let at = Math.max(start, next); at <= Math.min(start + node.max, limit); at++) {
          ends.push(at)
          next = at + 1
        }
      return ends
    }
    case 'sequence': {
      let ends = starts
      for (let index = 0; index < node.items.length; index++) {
        const item = node.items[index]
        const next = node.items[index + 1]
        if (item === undefined) break
        if (item.kind === 'gap' && next?.kind === 'one') {
          ends = findWithin(item.max, next, ends, tokens, limit)
          index++
        } else ends = advance(item, ends, tokens, limit)
        if (ends.length === 0) return NONE
      }
      return ends
    }
    case 'choice': {
      let all = NONE
      for (const item of node.items) all = mergeSorted(all, advance(item, starts, tokens, limit))
      return all
    }
    case 'optional':
      return mergeSorted(starts, advance(node.item, starts, tokens, limit))
  }
}

/** A gap and the word after it in one walk, which is what most phrases are made of. */
function findWithin(
  max: number,
  node: OneNode,
  starts: readonly number[],
  tokens: readonly Token[],
  limit: number,
): readonly number[] {
  let ends: number[] | undefined
  let next = -1
  for (const start of starts)
    for (let at = Math.max(start, next); at <= start + max && at < limit; at++) {
      next = at + 1
      const token = tokens[at]
      if (token !== undefined && matchesOne(node, token)) (ends ??= []).push(at + 1)
    }
  return ends ?? NONE
}

/** Two sorted lists as one, each number once. */
function mergeSorted(left: readonly number[], right: readonly number[]): readonly number[] {
  if (right.length === 0) return left
  if (left.length === 0) return right
  return [...new Set([...left, ...right])].sort((a, b) => a - b)
}

/** What the first word of a phrase can be; also tells whether the phrase can be empty. */
function firstsOf(node: Node, into: Set<string>): boolean {
  switch (node.kind) {
    case 'one':
      for (const stem of node.stems) into.add(`s:${stem}`)
      for (const word of node.exact) into.add(`w:${word}`)
      for (const prefix of node.prefixes) into.add(`p:${prefix.slice(0, PREFIX_LENGTH)}`)
      for (const name of node.classes) into.add(`c:${name}`)
      return false
    case 'gap':
      return true
    case 'sequence':
      for (const item of node.items) if (!firstsOf(item, into)) return false
      return true
    case 'choice': {
      let empty = false
      for (const item of node.items) empty = firstsOf(item, into) || empty
      return empty
    }
    case 'optional':
      firstsOf(node.item, into)
      return true
  }
}

/** Adds every word that a phrase can hold. */
function wordsOf(node: Node, into: { stems: Set<string>; prefixes: Set<string> }): void {
  switch (node.kind) {
    case 'one':
      for (const stem of node.stems) into.stems.add(stem)
      for (const word of node.exact) into.stems.add(stemOf(word))
      for (const prefix of node.prefixes) into.prefixes.add(prefix)
      return
    case 'gap':
      return
    case 'optional':
      return wordsOf(node.item, into)
    default:
      for (const item of node.items) wordsOf(item, into)
  }
}

/** Many phrases, found in one pass: at each word only the phrases that can begin there are tried. */
export class PhraseIndex<Owner> {
  readonly #byFirst = new Map<string, { phrase: Phrase; owner: Owner }[]>()
  /** Phrases that can begin at a word, by the word: an article repeats its words. Bounded against hostile texts. */
  readonly #atWord = new Map<string, readonly { phrase: Phrase; owner: Owner }[]>()

  readonly #words = { stems: new Set<string>(), prefixes: new Set<string>() }

  /** Whether any phrase can hold this word (lower case). */
  knows(word: string): boolean {
    const stem = stemOf(word)
    if (this.#words.stems.has(stem)) return true
    for (let length = PREFIX_LENGTH; length <= word.length; length++)
      if (this.#words.prefixes.has(word.slice(0, length)) || this.#words.prefixes.has(stem.slice(0, length)))
        return true
    return false
  }

  add(phrase: Phrase, owner: Owner): void {
    this.#atWord.clear()
    wordsOf(phrase.node, this.#words)
    const firsts = new Set<string>()
    if (firstsOf(phrase.node, firsts))
      throw new PatternError(phrase.source, 'must hold at least one word that cannot be left out')
    const entry = { phrase, owner }
    for (const first of firsts) {
      const held = this.#byFirst.get(first)
      if (held === undefined) this.#byFirst.set(first, [entry])
      else held.push(entry)
    }
  }

  /** Calls `found` for the shortest match of every phrase at every place it begins. */
  scan(
    tokens: readonly Token[],
    sentences: readonly Sentence[],
    found: (owner: Owner, hit: Hit, sentence: number) => void,
  ): void {
    sentences.forEach((sentence, sentenceIndex) => {
      for (let at = sentence.from; at < sentence.to; at++) {
        const token = tokens[at]
        if (token === undefined) continue
        for (const { phrase, owner } of this.#startingAt(token)) {
          const end = advance(phrase.node, [at], tokens, sentence.to)[0]
          if (end !== undefined) found(owner, { from: at, to: end }, sentenceIndex)
        }
      }
    })
  }

  #startingAt(token: Token): readonly { phrase: Phrase; owner: Owner }[] {
    const id = `${token.kind}:${token.word}`
    const known = this.#atWord.get(id)
    if (known !== undefined) return known
    // A phrase may begin with the word by its stem and by its start: it is tried once.
    const starting = [...new Set(keysOf(token).flatMap((key) => this.#byFirst.get(key) ?? []))]
    if (this.#atWord.size > MAX_WORDS_KEPT) this.#atWord.clear()
    this.#atWord.set(id, starting)
    return starting
  }
}

function keysOf(token: Token): string[] {
  const keys = [`s:${token.stem}`, `w:${token.word}`]
  if (token.word.length >= PREFIX_LENGTH) keys.push(`p:${token.word.slice(0, PREFIX_LENGTH)}`)
  if (token.kind === 'number') keys.push('c:#num')
  else if (token.kind === 'percent') keys.push('c:#pct')
  else if (token.kind === 'money') keys.push('c:#money')
  return keys
}
