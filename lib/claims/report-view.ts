/** The result of a check as a tree of elements, for the server (a posted text) and the browser. */
import { writtenNumber } from '@/lib/texts/intl'
import { labelled, punctuationOf, sentences } from '@/lib/texts/punctuation'
import { h, type View } from '@/lib/texts/view'
import type { ReportKit } from '@/lib/claims/article-kit'
import {
  isUnread,
  oftenLines,
  mostInAnswer,
  type ArticleReport,
  type NotePart,
  type ReportClaim,
  type ReportSign,
} from '@/lib/claims/article-report'
import { fillGaps } from '@/lib/texts/fill-gaps'
import { asWritten } from '@/lib/texts/languages'
import { linkLines } from '@/lib/claims/only-link'
import { showHidden, type Mark, type Segment } from '@/lib/claims/segments'
import type { Stance } from '@/lib/claims/sign-schema'

/** The key of what is said about a text that sells, informs, or neither for sure. */
const stanceKey = {
  sells: 'stance-sells',
  informs: 'stance-informs',
  'cannot tell': 'stance-unsure',
} as const satisfies Record<Stance, string>

type Say = (key: string, values?: Record<string, string | number>) => string

const markId = ({ number, passage }: Pick<Mark, 'number' | 'passage'>) => `mark-${number}-${passage}`
const signId = (number: number) => `found-${number}`
/** Leaving the page loses the text, which is kept nowhere: links that lead away open beside it. */
const beside = { target: '_blank', rel: 'noopener' }

function shown(text: string): View[] {
  return showHidden(text).map((piece) =>
    piece.isHidden ? h('span', { class: 'ac-hidden' }, piece.text) : piece.text,
  )
}

function badge(sign: ReportSign): View {
  return h('span', { class: `ac-badge ac-${sign.group}` }, String(sign.number))
}

/** The number and name at the start of a passage: a link to the explanation. The name is seen once per sign. */
function tag(mark: Mark, sign: ReportSign): View {
  return h(
    'a',
    { class: 'ac-tag', id: markId(mark), href: `#${signId(mark.number)}` },
    badge(sign),
    h('span', { class: mark.passage === 1 ? 'ac-name' : 'sr' }, ` ${sign.name} `),
  )
}

function segment(report: ArticleReport, part: Segment, say: Say): View[] {
  const text = shown(report.text.slice(part.start, part.end))
  const [first] = part.marks
  if (!first) return text
  const signOf = (mark: Mark) => report.signs[mark.number - 1]
  const groups = [...new Set(part.marks.flatMap((mark) => signOf(mark)?.group ?? []))]
  const tags = part.begins.flatMap((mark) => {
    const sign = signOf(mark)
    return sign ? [tag(mark, sign)] : []
  })
  const ends = part.marks.filter((mark) => mark.end === part.end)
  const end = ends.length
    ? [h('span', { class: 'sr' }, ` ${say('endOf', { n: ends.map(({ number }) => number).join(', ') })} `)]
    : []
  return [
    ...tags,
    h('mark', { class: `ac-mark ${groups.map((group) => `ac-${group}`).join(' ')}` }, ...text),
    ...end,
  ]
}

function signCard(sign: ReportSign, kit: ReportKit, say: Say): View {
  const { gap } = punctuationOf(kit.locale)
  return h(
    'li',
    { class: 'card ac-card' },
    h('h3', { id: signId(sign.number), tabindex: '-1' }, badge(sign), ` ${sign.name}`),
    h('p', {}, sign.what),
    h('p', {}, h('strong', {}, say('why')), gap, sign.why),
    h('p', {}, h('strong', {}, say('ask')), gap, sign.ask),
    h('h4', {}, say('passages')),
    h(
      'ul',
      { class: 'list ac-passages' },
      ...sign.passages.slice(0, 8).map(({ passage, quote }) =>
        h(
          'li',
          {},
          h(
            'a',
            {
              href: `#${markId({ number: sign.number, passage })}`,
              'aria-label': say('backTo', { n: sign.number, passage, quote }),
            },
            `“${quote}”`,
          ),
        ),
      ),
    ),
    ...(sign.passages.length > 8
      ? [h('p', { class: 'note' }, say('more', { n: sign.passages.length - 8 }))]
      : []),
    h(
      'details',
      { class: 'where-from' },
      h('summary', {}, say('whereFrom')),
      h(
        'div',
        {},
        h(
          'ul',
          { class: 'list note' },
          ...sign.sources.map((source) =>
            h(
              'li',
              {},
              h(
                'a',
                { href: source.url, ...beside, rel: 'noreferrer external', ...asWritten(kit.locale) },
                source.title,
              ),
              ` (${source.publisher}${/^\d/.test(source.year) ? `, ${source.year}` : ''})`,
            ),
          ),
        ),
        h('p', {}, h('a', { href: `/${kit.locale}/warning-signs#${sign.id}`, ...beside }, say('allSigns'))),
      ),
    ),
  )
}

function claimCard(claim: ReportClaim, say: Say): View {
  return h(
    'li',
    { class: 'card' },
    h('h3', {}, claim.claim),
    h('p', {}, h('span', { class: `status verdict-${claim.verdict}` }, claim.verdictWords)),
    ...(claim.quote ? [h('p', { class: 'note' }, say('inText', { quote: claim.quote }))] : []),
    h('p', {}, h('a', { href: claim.href, ...beside }, say('claimMore')), ` ${say('newTab')}`),
  )
}

/** A part that is folded until it is wanted; its heading is seen all the same. */
function folded(id: string, title: string, ...children: View[]): View {
  return h(
    'section',
    { class: 'part ac-off-paper', 'aria-labelledby': id },
    h('details', { class: 'ac-fold' }, h('summary', {}, h('h2', { id, tabindex: '-1' }, title)), ...children),
  )
}

function part(id: string, title: string, ...children: View[]): View {
  return h(
    'section',
    { class: 'part ac-off-paper', 'aria-labelledby': id },
    h('h2', { id }, title),
    ...children,
  )
}

function summaryPart(report: ArticleReport, kit: ReportKit, say: Say, isSample: boolean): View {
  const { cut } = report
  const about = report.condition
    ? [
        h('p', {}, say('about', { name: report.condition.name })),
        h(
          'p',
          {},
          h(
            'a',
            { class: 'go second', href: report.condition.href, ...beside },
            say('way', { name: report.condition.name }),
          ),
          ` ${say('newTab')}`,
        ),
      ]
    : [
        h('p', {}, say('aboutNone')),
        h(
          'ul',
          { class: 'list' },
          ...kit.conditions.map(({ id, name }) =>
            h('li', {}, h('a', { href: `/${kit.locale}/${id}`, ...beside }, name), ` ${say('newTab')}`),
          ),
        ),
      ]
  const { unreadable } = report
  if (isUnread(report) && unreadable === 'link')
    return h(
      'section',
      { class: 'part ac-off-paper', 'aria-labelledby': 'result' },
      h('h2', { id: 'result', tabindex: '-1' }, say('title')),
      ...linkHelp(kit),
      h(
        'p',
        {},
        say('linkKept'),
        punctuationOf(kit.locale).gap,
        h('a', { href: '#ac-text' }, say('linkBack')),
      ),
    )
  const found = isUnread(report)
    ? [
        h('p', { class: 'answer' }, say('unreadable')),
        h('p', {}, say(`unreadable-${unreadable ?? 'language'}`)),
        h('p', {}, h('strong', {}, say('unreadableMeans'))),
      ]
    : [
        ...(unreadable === 'link' ? linkHelp(kit) : []),
        ...answer(report, say, kit.locale),
        ...(unreadable && unreadable !== 'link' ? [h('p', { class: 'flag' }, say('unreadableSome'))] : []),
        ...oftenLines(report, kit).map((line) => h('p', { class: 'note' }, line)),
      ]
  return h(
    'section',
    { class: 'part ac-off-paper', 'aria-labelledby': 'result' },
    h('h2', { id: 'result', tabindex: '-1' }, say('title')),
    ...(isSample ? [h('p', { class: 'flag' }, say('isSample'))] : []),
    ...(cut
      ? [
          h(
            'p',
            { class: 'flag' },
            say('cut', {
              at: writtenNumber(cut.at, kit.locale),
              of: writtenNumber(cut.of, kit.locale),
              words: cut.lastWords,
            }),
          ),
        ]
      : []),
    ...found,
    ...about,
  )
}

/** That links are not opened, and how the words of the page get here. */
function linkHelp(kit: ReportKit): View[] {
  const [first = '', why = '', ...ways] = linkLines(kit.words)
  return [
    h('p', { class: 'answer' }, first),
    h('p', {}, why),
    h('ul', { class: 'list' }, ...ways.map((way) => h('li', {}, way))),
  ]
}

/** The answer in three lines: whether what it claims is true, what it leaves out, and the signs that stand out most. */
function answer(report: ArticleReport, say: Say, locale: string): View[] {
  const { gap } = punctuationOf(locale)
  const claims = report.claims.slice(0, mostInAnswer)
  const left = report.claims.length - claims.length
  return [
    h('h3', {}, say('answerClaims')),
    ...(claims.length
      ? [
          h(
            'ul',
            { class: 'list' },
            ...claims.map((claim) =>
              h(
                'li',
                {},
                claim.claim,
                ' ',
                h('span', { class: `status verdict-${claim.verdict}` }, claim.verdictWords),
                ' ',
                h('a', { href: claim.href, ...beside }, say('claimMore')),
                ` ${say('newTab')}`,
              ),
            ),
          ),
          ...(left > 0 ? [h('p', {}, h('a', { href: '#claims' }, say('claimsLeft', { n: left })))] : []),
        ]
      : [h('p', {}, say('claimsNone'))]),
    h('h3', {}, say('missingTitle')),
    h(
      'p',
      {},
      report.missing.length
        ? h('a', { href: '#missing' }, report.missing.map(({ name }) => name).join(' · '))
        : say('missingNone'),
    ),
    h('h3', {}, say('answerSigns')),
    ...(report.signs.length
      ? [
          h(
            'ul',
            { class: 'list' },
            ...report.strongest.map((sign) =>
              h('li', {}, h('a', { href: `#${signId(sign.number)}` }, badge(sign), ` ${sign.name}`)),
            ),
          ),
          h('p', {}, say('found', { n: report.signs.length }), gap, say('foundMeans')),
        ]
      : [h('p', {}, say('none'), gap, h('strong', {}, say('noneMeans')))]),
    h('p', {}, say(stanceKey[report.stance])),
  ]
}

function notePart({ heading, lines }: NotePart): View[] {
  return [h('h2', {}, heading), h('ul', { class: 'list' }, ...lines.map((line) => h('li', {}, line)))]
}

/** The whole result. `isSample`: the text is our own made-up advert, and the result says so. */
export function reportView(report: ArticleReport, kit: ReportKit, isSample = false): View {
  const say: Say = (key, values) => fillGaps(kit.words, key, values)
  const parts = [summaryPart(report, kit, say, isSample)]
  const note = h('section', { class: 'ac-note paper' }, ...report.note.flatMap(notePart))
  // A link shown once more says nothing.
  if (isUnread(report) && report.unreadable === 'link')
    return h('div', { class: 'ac-report' }, ...parts, note)
  parts.push(
    part(
      'marked',
      say('markedTitle'),
      h('p', { class: 'note' }, say(report.signs.length ? 'markedHow' : 'markedNone')),
      ...(report.leftUnmarked
        ? [h('p', { class: 'flag' }, say('leftUnmarked', { n: report.leftUnmarked }))]
        : []),
      h(
        'div',
        { class: 'ac-text', dir: 'auto', role: 'group', 'aria-labelledby': 'marked' },
        ...report.segments.flatMap((one) => segment(report, one, say)),
      ),
    ),
  )
  // What a text that nobody could read claims, or leaves out, we do not know.
  if (isUnread(report)) {
    return h('div', { class: 'ac-report' }, ...parts, note)
  }
  parts.push(
    report.claims.length
      ? folded(
          'claims',
          say('claimsTitle'),
          h('p', {}, say('claimsLead')),
          h('ul', { class: 'flow' }, ...report.claims.map((claim) => claimCard(claim, say))),
        )
      : folded('claims', say('claimsTitle'), h('p', {}, say('claimsNone'))),
    folded(
      'missing',
      say('missingTitle'),
      ...(report.missing.length
        ? [
            h('p', {}, say('missingLead')),
            h(
              'ul',
              { class: 'flow' },
              ...report.missing.map(({ id, name, why, ask }) =>
                h(
                  'li',
                  { class: 'card', id: `missing-${id}` },
                  h('h3', {}, name),
                  h('p', {}, why),
                  h('p', {}, h('strong', {}, say('ask')), punctuationOf(kit.locale).gap, ask),
                ),
              ),
            ),
          ]
        : [h('p', {}, say('missingNone'))]),
    ),
  )
  if (report.signs.length)
    parts.push(
      folded(
        'signs',
        say('signsTitle'),
        h('ol', { class: 'flow' }, ...report.signs.map((sign) => signCard(sign, kit, say))),
      ),
    )
  if (report.possible.length)
    parts.push(
      folded(
        'possible',
        say('possibleTitle'),
        h('p', {}, say('possibleLead')),
        h(
          'ul',
          { class: 'list' },
          ...report.possible.map(({ id, name, quote, ask }) =>
            h(
              'li',
              {},
              h('a', { href: `/${kit.locale}/warning-signs#${id}`, ...beside }, name),
              labelled('', sentences([`“${quote}”`, say('ask'), ask], kit.locale), kit.locale),
            ),
          ),
        ),
      ),
    )
  return h('div', { class: 'ac-report' }, ...parts, note)
}
