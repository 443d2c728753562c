/** Lantern's own ESLint rules: what import patterns cannot say. Tried on bad snippets in tests/unit/layers.test.ts. */

const drawerNames = new Set([
  'index',
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'shared',
])

/** @type {import('eslint').Rule.RuleModule} */
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: 'Name this file in kebab-case ({{name}} → {{better}}): the same name on every file system.',
      drawer: '“{{name}}” says nothing about what is inside. Name the file after what it knows or does.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const file = context.filename.replaceAll('\\', '/').split('/').at(-1) ?? ''
        const name = file.split('.')[0] ?? ''
        const better = name
          .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
          .replaceAll('_', '-')
          .toLowerCase()
        // [locale] and (group) folders are Next's; files inside have plain names.
        if (name !== better) context.report({ node, messageId: 'kebab', data: { name, better } })
        if (drawerNames.has(name)) context.report({ node, messageId: 'drawer', data: { name } })
      },
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const dataIsServerOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        "The first line of data.ts is `import 'server-only'`: it stops the database reaching the browser.",
    },
  },
  create(context) {
    return {
      Program(node) {
        if (!/\/lib\/[^/]+\/data\.ts$/.test(context.filename.replaceAll('\\', '/'))) return
        const first = node.body[0]
        if (first?.type === 'ImportDeclaration' && first.source.value === 'server-only') return
        context.report({ node, messageId: 'missing' })
      },
    }
  },
}

/** @type {import('eslint').Rule.RuleModule} */
const clientLeaf = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      place:
        "'use client' belongs on a leaf in components/ (or a hook's user there), never on a page or a layout: everything below it would be sent to the browser.",
      layout:
        'A client component is a leaf: it does not contain the page frame. Let the server component hold both.',
    },
  },
  create(context) {
    let isClient = false
    const file = context.filename.replaceAll('\\', '/')
    return {
      ExpressionStatement(node) {
        if (node.directive !== 'use client') return
        isClient = true
        // Next requires error pages to be client components.
        if (/\/app\//.test(file) && !/\/(global-)?error\.tsx$/.test(file))
          context.report({ node, messageId: 'place' })
        if (/\/components\/layout\//.test(file) && /\/(page|root|shell|frame)[a-z-]*\.tsx$/.test(file)) {
          context.report({ node, messageId: 'place' })
        }
      },
      ImportDeclaration(node) {
        if (isClient && String(node.source.value).startsWith('@/components/layout/')) {
          context.report({ node, messageId: 'layout' })
        }
      },
    }
  },
}

/**
 * The nouns of lib/, each above all that it may know: texts know nothing, numbers know sources, a sentence is filled with
 * numbers. The other folders of lib/ (db, browser, server, commands) are no nouns; eslint.config.mjs says who may see them.
 */
export const nouns = [
  'texts',
  'release',
  'sources',
  'numbers',
  'ratings',
  'sentences',
  'journey',
  'glance',
  'products',
  'positions',
  'places',
  'reviews',
  'quality',
  'claims',
  'matters',
  'readiness',
  'paper',
  'watch',
  'clinics',
  'summary',
  'handouts',
  'evidence',
  'sharing',
  'packets',
  'record',
  'desk',
]

/** Imports that lead up all the same: why is in docs/decisions/0017-rooms.md. */
const upward = new Set([
  'texts → @/lib/sources/schema',
  'sources → @/lib/numbers/schema',
  'sources → @/lib/watch/data',
  'numbers → @/lib/watch/data',
])

/** @type {import('eslint').Rule.RuleModule} */
const lowerNouns = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      higher:
        'lib/{{own}} stands below lib/{{other}} and does not know it. Take the value as an argument, or move what both need down.',
      unknown: 'lib/{{own}} has no place among the nouns yet: put it into the list in tests/lint-rules.mjs.',
    },
  },
  create(context) {
    const file = context.filename.replaceAll('\\', '/')
    const own = /\/lib\/([^/]+)\//.exec(file)?.[1]
    if (own === undefined || ['db', 'browser', 'server', 'commands'].includes(own)) return {}
    const look = (node) => {
      const from = String(node.source?.value ?? '')
      const other = /^@\/lib\/([^/]+)\//.exec(from)?.[1]
      if (nouns.indexOf(other) > nouns.indexOf(own) && !upward.has(`${own} → ${from}`))
        context.report({ node, messageId: 'higher', data: { own, other } })
    }
    return {
      Program(node) {
        if (!nouns.includes(own)) context.report({ node, messageId: 'unknown', data: { own } })
      },
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ImportExpression: look,
    }
  },
}

/** Lines of code that a function may have, those of the functions inside it among them. */
export const mostLinesOfFunction = 100

/** `describe(…)`, `test(…)`, `test.describe(…)`, `test.each(…)(…)`: a story or a list of stories, told in order. */
function isStory(node) {
  let callee = node.parent?.type === 'CallExpression' && node.parent.callee
  while (callee?.type === 'MemberExpression' || callee?.type === 'CallExpression')
    callee = callee.type === 'MemberExpression' ? callee.object : callee.callee
  return callee?.type === 'Identifier' && ['describe', 'test', 'it'].includes(callee.name)
}

/** @type {import('eslint').Rule.RuleModule} */
const shortFunctions = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      long: `{{name}} has {{lines}} lines of code, more than ${mostLinesOfFunction}: nobody holds that in their head. What part of it has a name? Make that a function (a class, where the parts share what they hold). Lines alone are no reason to cut: a grammar or a table that is one thing may say so at an eslint-disable line.`,
    },
  },
  create(context) {
    const { sourceCode } = context
    /** Lines on which something stands that is no comment. */
    const code = new Set()
    const look = (node) => {
      const { start, end } = node.loc
      if (end.line - start.line < mostLinesOfFunction || isStory(node)) return
      if (code.size === 0)
        for (const { loc } of sourceCode.ast.tokens)
          for (let line = loc.start.line; line <= loc.end.line; line++) code.add(line)
      let lines = 0
      for (let line = start.line; line <= end.line; line++) if (code.has(line)) lines += 1
      if (lines <= mostLinesOfFunction) return
      const name = node.id?.name ?? node.parent?.id?.name ?? node.parent?.key?.name ?? 'This function'
      context.report({ node, messageId: 'long', data: { name, lines } })
    }
    return { FunctionDeclaration: look, FunctionExpression: look, ArrowFunctionExpression: look }
  },
}

export const lantern = {
  rules: {
    'short-functions': shortFunctions,
    'file-name': fileName,
    'data-is-server-only': dataIsServerOnly,
    'client-leaf': clientLeaf,
    'lower-nouns': lowerNouns,
  },
}
