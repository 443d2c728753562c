import { claimHref } from '@/lib/journey/steps'
import { fillGaps } from '@/lib/texts/fill-gaps'
import type { ClaimEntry, WarningSign, ReportKit } from './article-kit'
import { linkLines } from './only-link'
import { cutAtMarks, quoteAround, quoteOf, type Mark, type Segment } from './segments'
import type { ArticleCheck, Stance, Unreadable } from './sign-schema'
import { labelled, punctuationOf } from '@/lib/texts/punctuation'

/** Hostile texts can hold tens of thousands of hits; this many are marked, and the report says so. */
export const mostMarks = 600
const longestQuote = 140
/** The answer is short: as many claims and as many signs as this. */
export const mostInAnswer = 3
/** The note is one sheet of paper. */
const noteQuote = 80

export type ReportSign = WarningSign & { number: number; passages: { passage: number; quote: string }[] }
/** A sign that is less sure: named with its strongest passage, not marked in the text. */
export type PossibleSign = WarningSign & { quote: string }
export type ReportClaim = ClaimEntry & { href: string; quote: string }

/** Everything a result shows, in its order. Numbers of signs follow their first passage in the text. */
export type ArticleReport = {
  /** The text that was read. */
  text: string
  signs: ReportSign[]
  /** The up to three signs that the check is surest of, the surest first. */
  strongest: ReportSign[]
  possible: PossibleSign[]
  stance: Stance
  segments: Segment[]
  claims: ReportClaim[]
  missing: ReportKit['missing']
  condition: { id: string; name: string; href: string } | null
  /** The language that the text was read in. */
  language: string
  /** Why the text could not be read, or only in small part; null when it was read. */
  unreadable: Unreadable | null
  /** Set when only the first part was read: its length, the whole length, and its last words. */
  cut: { at: number; of: number; lastWords: string } | null
  /** Set when there were more passages than are marked. */
  leftUnmarked: number
  note: NotePart[]
}

/** One part of the note for the clinician: a heading and its lines. */
export type NotePart = { heading: string; lines: string[] }

/** How often the check is right in the language of the text; and that it is weaker where it has no weights. */
export function oftenLines({ language }: Pick<ArticleReport, 'language'>, kit: ReportKit): string[] {
  const often = kit.often[language]
  // `sign-model.ts` has weights for this one.
  if (language === 'en') return often ? [fillGaps(kit.words, 'often', often)] : []
  return [
    fillGaps(kit.words, `read-${language}`),
    ...(often ? [fillGaps(kit.words, 'oftenRules', often)] : []),
  ]
}

/** Whether nothing in the text could be read: then no sign is no news. */
export function isUnread({
  unreadable,
  signs,
  claims,
}: Pick<ArticleReport, 'unreadable' | 'signs' | 'claims'>): boolean {
  return unreadable !== null && signs.length === 0 && claims.length === 0
}

/** Line ends as the browser's text box has them, so that a posted text and a typed one give the same offsets. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Puts a finished check into words. Pure: the page and the server build the same report from the same text. */
export function makeReport(text: string, check: ArticleCheck, kit: ReportKit): ArticleReport {
  const known = new Map(kit.signs.map((sign) => [sign.id, sign]))
  const inOrder = check.signs
    .flatMap(({ id, spans }) => {
      const sign = known.get(id)
      return sign && spans.length > 0 ? [{ sign, spans }] : []
    })
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
  const all = inOrder.flatMap(({ spans }, at) =>
    spans.map(({ start, end }, passage): Mark => ({ start, end, number: at + 1, passage: passage + 1 })),
  )
  // Every sign keeps its first passage; then as many as fit, in reading order.
  const marks = [
    ...all.filter(({ passage }) => passage === 1),
    ...all.filter(({ passage }) => passage > 1).sort((a, b) => a.start - b.start),
  ].slice(0, mostMarks)
  const isMarked = new Set(marks.map(({ number, passage }) => `${number}/${passage}`))
  const signs = inOrder.map(({ sign, spans }, at): ReportSign => ({
    ...sign,
    number: at + 1,
    passages: spans.flatMap((span, passage) =>
      isMarked.has(`${at + 1}/${passage + 1}`)
        ? [{ passage: passage + 1, quote: quoteAround(text, span.start, span.end, longestQuote) }]
        : [],
    ),
  }))
  const readTo = check.cut?.at ?? text.length
  const claims = check.claims.flatMap(({ id, condition, spans }): ReportClaim[] => {
    const entry = kit.claims.find((claim) => claim.id === id && claim.condition === condition)
    if (!entry) return []
    const span = spans[0]
    return [
      {
        ...entry,
        href: claimHref(kit.locale, condition, id),
        quote: span ? quoteAround(text, span.start, span.end, longestQuote) : '',
      },
    ]
  })
  const named = kit.conditions.find(({ id }) => id === check.condition)
  const report = {
    text: text.slice(0, readTo),
    signs,
    strongest: check.signs
      .flatMap(({ id }) => signs.find((sign) => sign.id === id) ?? [])
      .slice(0, mostInAnswer),
    possible: check.possible.flatMap(({ id, spans: [span] }): PossibleSign[] => {
      const sign = known.get(id)
      return sign && span ? [{ ...sign, quote: quoteAround(text, span.start, span.end, longestQuote) }] : []
    }),
    stance: check.stance,
    segments: cutAtMarks(readTo, marks),
    claims,
    missing: kit.missing.filter(({ id }) => check.missing.includes(id)),
    condition: named ? { ...named, href: `/${kit.locale}/${named.id}` } : null,
    language: check.language,
    unreadable: check.unreadable,
    cut: check.cut && {
      ...check.cut,
      lastWords: quoteOf(text.slice(Math.max(0, check.cut.at - 60), check.cut.at), 80),
    },
    leftUnmarked: all.length - marks.length,
  }
  return { ...report, note: makeNote(report, kit) }
}

/** The note: one sheet. What was found, in short, with a question for each; never a verdict on the whole text. */
function makeNote(report: Omit<ArticleReport, 'note'>, kit: ReportKit): NotePart[] {
  const say = (key: string, values?: Record<string, string | number>) => fillGaps(kit.words, key, values)
  if (isUnread(report) && report.unreadable)
    return [
      { heading: say('noteTitle'), lines: [say('noteWhat', { version: kit.version })] },
      report.unreadable === 'link'
        ? { heading: say('noteLink'), lines: linkLines(kit.words) }
        : {
            heading: say('unreadable'),
            lines: [say(`unreadable-${report.unreadable}`), say('unreadableMeans')],
          },
    ]
  const parts: NotePart[] = [
    {
      heading: say('noteTitle'),
      lines: [
        say('noteWhat', { version: kit.version }),
        report.condition ? say('about', { name: report.condition.name }) : say('aboutNone'),
        ...(report.unreadable ? [say(report.unreadable === 'link' ? 'link' : 'unreadableSome')] : []),
        ...(report.cut ? [say('noteCut')] : []),
        ...oftenLines(report, kit),
      ],
    },
  ]
  if (report.claims.length)
    parts.push({
      heading: say('claimsTitle'),
      lines: report.claims.map(({ claim, verdictWords }) =>
        say('noteClaim', { claim, verdict: verdictWords }),
      ),
    })
  parts.push({
    heading: say('signsTitle'),
    lines: report.signs.length
      ? report.signs.map(
          ({ number, name, ask, passages: [first] }) =>
            `${number}. ${labelled(name, `“${quoteOf(first?.quote ?? '', noteQuote)}”`, kit.locale)}${punctuationOf(kit.locale).gap}${say('noteAsk', { ask })}`,
        )
      : [say('none'), say('noneMeans')],
  })
  if (report.missing.length)
    parts.push({ heading: say('missingTitle'), lines: [report.missing.map(({ name }) => name).join(' · ')] })
  return parts
}

/** The note as plain text, for the clipboard. */
export function noteText(note: readonly NotePart[]): string {
  return note.map(({ heading, lines }) => [heading, ...lines].join('\n')).join('\n\n')
}
