import path from 'node:path'
import ts from 'typescript'

/** A string as code writes it: its known pieces in order, `null` where a gap holds what only running it would tell. */
export type Pieces = (string | null)[]
export type UsedStrings = {
  file: string
  /** Strings anywhere but in imports and types. A gap whose type is a few known strings is written out. */
  strings: Pieces[]
  /** What stands where a class may stand: in `className`, and strings outside other attributes and calls of `t`. */
  classes: Pieces[]
  /** Names after a dot, for `styles.name` and `words.name`. */
  names: Set<string>
}

/** A gap with more strings than this is left open. */
const MOST_STRINGS = 60

function isTypeOrImport(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
}

/** The strings a gap can hold, from its type; null when its type does not say. */
function stringsOf(type: ts.Type): string[] | null {
  const parts = type.isUnion() ? type.types : [type]
  const known = parts.flatMap((part) =>
    part.isStringLiteral() || part.isNumberLiteral() ? [String(part.value)] : [],
  )
  return known.length === parts.length && known.length <= MOST_STRINGS ? known : null
}

function expand(node: ts.TemplateExpression, checker: ts.TypeChecker): Pieces[] {
  if (!/^[\w. -]*$/.test(node.head.text))
    return [[node.head.text, ...node.templateSpans.flatMap(({ literal }) => [null, literal.text])]]
  let all: Pieces[] = [[node.head.text]]
  for (const { expression, literal } of node.templateSpans) {
    const known = stringsOf(checker.getTypeAtLocation(expression))
    const gaps: (string | null)[] = known ?? [null]
    all = all.flatMap((before) => gaps.map((gap) => [...before, gap, literal.text]))
    if (all.length > 500) return [[node.head.text, null]]
  }
  return all
}

/**
 * Every string of the given files (paths from the project's root), file by file. TypeScript says what the gaps of a
 * template can hold where a message or a class may stand; asking it everywhere would take twice as long.
 */
export function usedStrings(files: readonly string[], root: string): UsedStrings[] {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(
    { ...(config.config as object), include: [], files: [] },
    ts.sys,
    root,
  )
  const program = ts.createProgram(
    files.map((file) => path.join(root, file)),
    options,
  )
  const checker = program.getTypeChecker()

  function visit(node: ts.Node, canBeClass: boolean, used: UsedStrings): void {
    if (isTypeOrImport(node)) return
    if (ts.isPropertyAccessExpression(node)) used.names.add(node.name.text)
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const all = ts.isTemplateExpression(node) ? expand(node, checker) : [[node.text]]
      used.strings.push(...all)
      if (canBeClass) used.classes.push(...all)
    }
    let inside = canBeClass
    if (ts.isJsxAttribute(node)) inside = /class(?:name)?$/i.test(node.name.getText())
    if (ts.isCallExpression(node) && /(?:^|\.)t$/.test(node.expression.getText())) inside = false
    ts.forEachChild(node, (child) => visit(child, inside, used))
  }
  return files.map((file) => {
    const source = program.getSourceFile(path.join(root, file))
    if (!source) throw new Error(`${file} is not there`)
    const used: UsedStrings = { file, strings: [], classes: [], names: new Set() }
    visit(source, true, used)
    return used
  })
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** An open gap stands for anything without a dot or a space. */
function patternsOf(all: readonly Pieces[]): { exact: Set<string>; open: RegExp[] } {
  const exact = new Set<string>()
  const open = new Map<string, RegExp>()
  for (const pieces of all) {
    if (!pieces.includes(null)) exact.add(pieces.join(''))
    else {
      const source = pieces.map((piece) => (piece === null ? '[^.\\s]+' : escaped(piece))).join('')
      open.set(source, new RegExp(`^${source}$`))
    }
  }
  return { exact, open: [...open.values()] }
}

/**
 * Keys of messages that no code asks for. A gap that types leave open counts only behind the name of a group:
 * `steps.${id}` may be any `steps.…`, `${a}.${b}` is no one's.
 */
export function unusedKeys(keys: readonly string[], used: readonly UsedStrings[]): string[] {
  const { exact, open } = patternsOf(
    used
      .flatMap(({ strings }) => strings)
      .filter((pieces) => !pieces.includes(null) || /^[a-zA-Z]+\./.test(pieces[0] ?? '')),
  )
  return keys.filter((key) => !exact.has(key) && !open.some((pattern) => pattern.test(key)))
}

/** Names of a group of words that a part of the site gets whole (`say('title')`, `words.title`). */
export function unusedNames(names: readonly string[], used: readonly UsedStrings[]): string[] {
  const { exact, open } = patternsOf(
    used
      .flatMap(({ strings }) => strings)
      .filter((pieces) => !pieces.includes(null) || (pieces[0] ?? '').length > 2),
  )
  return names.filter(
    (name) =>
      !exact.has(name) &&
      !used.some(({ names: said }) => said.has(name)) &&
      !open.some((pattern) => pattern.test(name)),
  )
}

/** Classes that stand in a style sheet's selectors. */
export function classesIn(css: string): string[] {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/"[^"]*"|'[^']*'/g, '')
    .split(/[{};]/)
    // What ends in a `;` or a `}` is a declaration; a selector is what stands before a `{`.
    .filter((_, at, all) => at < all.length - 1)
    .filter((text) => !text.trim().startsWith('@') && !/^\s*[\w-]+\s*:\s+/.test(text))
  return [
    ...new Set(
      selectors.flatMap((text) => [...text.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map((m) => m[1] ?? '')),
    ),
  ]
}

/** Classes that no code gives to anything: a class is a word of a string that may be a list of classes. */
export function unusedClasses(classes: readonly string[], used: readonly UsedStrings[]): string[] {
  const words = used
    .flatMap((one) => one.classes)
    .flatMap((pieces): Pieces[] => {
      let word: Pieces = []
      const all: Pieces[] = []
      for (const piece of pieces) {
        if (piece === null) {
          word.push(null)
          continue
        }
        const [first = '', ...rest] = piece.split(/[^\w-]+/)
        word.push(first)
        for (const next of rest) {
          all.push(word)
          word = [next]
        }
      }
      return [...all, word]
    })
  // An open gap counts only behind a letter, or it would be every class.
  const { exact, open } = patternsOf(
    words.filter((word) => !word.includes(null) || /^[a-z]/.test(word[0] ?? '')),
  )
  return classes.filter((name) => !exact.has(name) && !open.some((pattern) => pattern.test(name)))
}
