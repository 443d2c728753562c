import { ArticleResult } from '@/components/claims/article-result'
import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { signGroups, type ReportKit } from '@/lib/claims/article-kit'
import { makeReport } from '@/lib/claims/article-report'
import { reportView } from '@/lib/claims/report-view'
import type { ArticleCheck, Span } from '@/lib/claims/sign-schema'
import { wordsOf } from '@/lib/texts/translate'
import { htmlOf } from '@/lib/texts/view'

const text = `Example cells, not real, cure every example. ${signGroups.join(', ')}. Call the example clinic today.`

const spanOf = (part: string, inside = text): Span => {
  const start = inside.indexOf(part)
  return { start, end: start + part.length, text: part }
}

/** Signs, claims and gaps that nobody looks for. */
const kitFor = (name: string): ReportKit => ({
  locale: 'en',
  version: 'example',
  signs: signGroups.map((group) => ({
    id: `example-${group}`,
    group,
    name: `${name}: ${group}`,
    what: 'An example of a passage.',
    why: 'An example of why it matters.',
    ask: 'An example of a question?',
    sources: [],
    formerly: [],
  })),
  claims: [
    {
      id: 'example-claim',
      condition: 'example',
      claim: `${name}: a claim.`,
      verdict: 'unsupported',
      verdictWords: 'An example verdict',
    },
  ],
  missing: [
    { id: 'example-missing', name: `${name}: left out`, why: 'An example of why.', ask: 'An example?' },
  ],
  conditions: [{ id: 'example', name }],
  sample: { title: 'An example, not real', text },
  often: { en: { right: 50, missed: 50 } },
  words: wordsOf('en', 'articleCheck').report,
})

const nothing: ArticleCheck = {
  language: 'en',
  stance: 'cannot tell',
  signs: [],
  possible: [],
  claims: [],
  missing: [],
  condition: null,
  unreadable: null,
  cut: null,
}

const everything: ArticleCheck = {
  ...nothing,
  stance: 'sells',
  signs: signGroups.map((group, at) => ({
    id: `example-${group}`,
    score: 1 - at / 10,
    spans: [spanOf(group), ...(at === 0 ? [spanOf('example clinic')] : [])],
  })),
  claims: [{ id: 'example-claim', condition: 'example', spans: [spanOf('cure every example')] }],
  missing: ['example-missing'],
  condition: 'example',
}

type State = { check: ArticleCheck; name?: string; given?: string; isSample?: boolean }
const example = exampleOf(({ check, name = 'Example', given = text, isSample = false }: State) => {
  const kit = kitFor(name)
  return <ArticleResult html={htmlOf(reportView(makeReport(given, check, kit), kit, isSample))} />
})

export const examples: readonly Example[] = [
  example('signs, claims and what is left out', { check: everything }),
  example(
    'everything unfolded, of our own sample',
    { check: everything, isSample: true },
    { isUnfolded: true },
  ),
  example(
    'a sign that is less sure',
    {
      check: {
        ...nothing,
        stance: 'informs',
        possible: [{ id: 'example-hype', score: 0.4, spans: [spanOf('hype')] }],
      },
    },
    { isUnfolded: true },
  ),
  example('nothing found', { check: nothing }),
  example('only the first part was read', { check: { ...nothing, cut: { at: 40, of: text.length } } }),
  example('in no language that can be read', {
    check: { ...nothing, unreadable: 'script' },
    given: 'مثال غير حقيقي',
  }),
  example('hardly more than a link', {
    check: { ...nothing, unreadable: 'link' },
    given: 'https://example.org/not-real',
  }),
  example('long words', { check: everything, name: longName }, { isUnfolded: true }),
  example('right to left', { check: everything, name: rightToLeftName }, { isRightToLeft: true }),
]
