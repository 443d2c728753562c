import next from '@next/eslint-plugin-next'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { lantern } from './tests/lint-rules.mjs'

/** Import patterns with the sentence a person sees when they use one. */
const parentPath = {
  regex: '^\\.\\./',
  message:
    'Write @/lib/… or ./…: a path that climbs breaks when the file moves, and hides which layer it reaches into.',
}
const generatedClient = {
  regex: '^(@/generated/|@prisma/|pg$)',
  message:
    'The database is named only in lib/db and in lib/<noun>/data.ts. Add a function to data.ts and import that.',
}
const dataLayer = {
  regex: '^(@/lib/db/|@/lib/[^/]+/data$|@/prisma/|(@/lib|\\.)/.*/data$|\\./data$)',
  message: 'Components take finished data as props. Fetch in the page (app/), which hands it over.',
  allowTypeImports: true, // the shape of the props is what data.ts promises
}
const backToApp = {
  regex: '^@/app/',
  message: 'app → components → lib, never back. Move what you need into components/ or lib/.',
}
const backToComponents = {
  regex: '^@/components/',
  message:
    'lib/ is what is true; it does not know what people see. Return data and let the component draw it.',
}
const machinery = {
  regex: '^@/lib/(server|commands|browser)/',
  message:
    'A noun says what is true. It does not know the server, the commands or the browser scripts that use it: they import the noun.',
}
const serverFromComponent = {
  regex: '^@/lib/(server|commands)/',
  message: 'What people see does not know the server. Fetch in the page (app/), which hands it over.',
}
const serverFromBrowser = {
  regex: '^(@/lib/(server|commands|env$|log$|posted-fields$|page-insert$)|node:|react|next|use-intl)',
  message:
    'lib/browser runs in the page and in its workers, without a framework: it imports pure files of lib and nothing of the server.',
}
const commandsFromServer = {
  regex: '^@/lib/commands/',
  message: 'Commands call the server, never back. Move what both need into lib/server.',
}
const impure = {
  regex:
    '^(react|react-dom|next|use-intl$|use-intl/react|@tanstack/|server-only|client-only|node:|fs|net|http|https|child_process|crypto|os|path|process)(/|$)|^(node:.*|@tanstack/.*)$',
  message:
    'This file is pure, so that it runs anywhere and is tested without mocks. Pass in what you need (the date, the text, the random bytes), or put it in data.ts (database), queries.ts (network) or use-*.ts (browser).',
}
const dataFromPure = {
  regex: '^(@/lib/db/|@/lib/[^/]+/data$|\\./data$|@/lib/env$|@/lib/log$)',
  message: 'A pure file does not read the database, settings or the log. Take the value as an argument.',
}

const forbid = (...patterns) => ['error', { patterns: [parentPath, ...patterns] }]

const pureGlobals = [
  'fetch',
  'process',
  'localStorage',
  'sessionStorage',
  'window',
  'document',
  'navigator',
  'crypto',
  'performance',
]
const pureSyntax = [
  [
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'A pure function has no clock: take the date as an argument, e.g. `today: string`.',
  ],
  [
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'A pure function has no clock: take the date as an argument, e.g. `today: string`.',
  ],
  [
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'A pure function gives the same answer every time: take the random number as an argument.',
  ],
].map(([selector, message]) => ({ selector, message }))

/** For every file: what no layer may do. */
const everywhere = [
  {
    selector: 'ExportAllDeclaration',
    message: 'No barrels: import the file that has it, so that a page loads only what it shows.',
  },
  {
    selector: 'ExpressionStatement[directive="use server"]',
    message:
      "'use server' turns every export into a public endpoint. Writes are POST route handlers in app/api.",
  },
  {
    selector: 'NewExpression[callee.object.name="Intl"]',
    message:
      'Ask lib/texts/intl.ts: it knows the tag of each language, and every part of a page then agrees.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.next.earlier/',
      '.data/',
      'generated/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
      'public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    plugins: { lantern },
    rules: {
      'lantern/file-name': 'error',
      'lantern/data-is-server-only': 'error',
      'lantern/client-leaf': 'error',
      'lantern/lower-nouns': 'error',
      'lantern/short-functions': 'error',
      '@typescript-eslint/no-restricted-imports': forbid(),
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    // One pass that writes down all that may be learnt of a text. Not parted yet; no other file may be longer.
    files: ['lib/claims/sign-features.ts'],
    rules: { 'lantern/short-functions': 'off' },
  },
  {
    files: ['**/*.tsx', '**/use-*.ts'],
    plugins: { 'react-hooks': reactHooks, '@next/next': next },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      // Plain <img>: next/image writes style attributes, which the content security policy refuses.
      '@next/next/no-img-element': 'off',
      // Plain <a>: reading pages work without the router's script.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['**/*.tsx'],
    rules: {
      // A table that CSS lays out as blocks on a phone loses its meaning for screen readers unless the roles
      // are written out: there they are not redundant.
      'jsx-a11y/no-redundant-roles': 'off',
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
      'jsx-a11y/no-noninteractive-element-to-interactive-role': 'off',
    },
  },
  { files: ['app/**'], rules: { '@typescript-eslint/no-restricted-imports': forbid(generatedClient) } },
  {
    files: ['components/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(
        generatedClient,
        dataLayer,
        serverFromComponent,
        backToApp,
      ),
    },
  },
  {
    // Default for lib/<noun>: pure. The files named below are the exceptions.
    files: ['lib/*/**/*.ts', 'lib/errors.ts'],
    ignores: [
      'lib/db/**',
      'lib/server/**',
      'lib/commands/**',
      'lib/browser/**',
      'lib/*/schema.ts',
      'lib/*/data.ts',
      'lib/*/queries.ts',
      'lib/*/use-*.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(
        generatedClient,
        backToApp,
        backToComponents,
        machinery,
        impure,
        dataFromPure,
      ),
      'no-restricted-globals': [
        'error',
        ...pureGlobals.map((name) => ({
          name,
          message:
            'A pure file reaches nothing outside its arguments. Pass it in, or use data.ts, queries.ts or use-*.ts.',
        })),
      ],
      'no-restricted-syntax': ['error', ...everywhere, ...pureSyntax],
    },
  },
  {
    files: ['lib/*/schema.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid({
        regex: '^(?!zod$|\\./schema$|@/lib/[^/]+/(schema|names)$)',
        message:
          'schema.ts imports only zod, other schemas and names.ts: it is shared by the server, the browser and the tests.',
      }),
    },
  },
  {
    files: ['lib/*/data.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(backToApp, backToComponents, machinery, {
        regex: '^(react|react-dom|next|@tanstack/.*)(/|$)',
        message:
          'data.ts turns rows into schema types; it does not render. Do that in the page. To ask once: lib/db/asked-once.ts.',
      }),
    },
  },
  {
    files: ['lib/*/queries.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(machinery, {
        regex:
          '^(?!@tanstack/react-query$|zod$|\\./|@/lib/[^/]+/(?!data$)|@/lib/errors$)|^\\./data$|^@/lib/db/',
        message:
          'queries.ts runs in the browser: it calls a route handler and parses the reply with the schema.',
      }),
    },
  },
  {
    files: ['lib/*/use-*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(
        generatedClient,
        dataLayer,
        backToApp,
        backToComponents,
        machinery,
      ),
    },
  },
  {
    files: ['lib/browser/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(
        generatedClient,
        dataLayer,
        backToApp,
        backToComponents,
        serverFromBrowser,
      ),
    },
  },
  {
    files: ['lib/commands/**'],
    rules: { '@typescript-eslint/no-restricted-imports': forbid(backToApp, backToComponents) },
  },
  {
    files: ['lib/server/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(backToApp, backToComponents, commandsFromServer),
    },
  },
  {
    files: ['lib/db/**', 'lib/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': forbid(backToApp, backToComponents, machinery) },
  },
)
