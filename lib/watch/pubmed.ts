import { z } from 'zod'
import type { FoundDetail } from '@/lib/watch/schema'
import { failed, worstNotice, type Finding } from '@/lib/watch/finding'

/**
 * PubMed tells by publication type ("Retracted Publication") and by links to notices (`CommentsCorrections`).
 * The names of links are those of NLM's PubMed DTD; read there in copies of it and in efetch records, 2026-11-20.
 */
const Article = z.object({
  pmid: z.string().regex(/^\d{1,9}$/),
  types: z.array(z.string().max(120)).max(60),
  links: z.array(z.string().max(60)).max(5_000),
})

type Notice = { status: 'corrected' | 'concern' | 'retracted'; detail: FoundDetail }

const linkNotices: Record<string, Notice> = {
  RetractionIn: { status: 'retracted', detail: 'retraction' },
  RetractedandRepublishedIn: { status: 'retracted', detail: 'retraction' },
  PartialRetractionIn: { status: 'concern', detail: 'partial-retraction' },
  ExpressionOfConcernIn: { status: 'concern', detail: 'expression-of-concern' },
  ErratumIn: { status: 'corrected', detail: 'correction' },
  CorrectedandRepublishedIn: { status: 'corrected', detail: 'correction' },
}

/** Links that say nothing about the record itself. */
const quietLinks = new Set([
  'AssociatedDataset',
  'AssociatedPublication',
  'Cites',
  'CommentIn',
  'CommentOn',
  'CorrectedandRepublishedFrom',
  'ErratumFor',
  'ExpressionOfConcernFor',
  'OriginalReportIn',
  'PartialRetractionOf',
  'ReprintIn',
  'ReprintOf',
  'RepublishedFrom',
  'RepublishedIn',
  'RetractedandRepublishedFrom',
  'RetractionOf',
  'SummaryForPatientsIn',
  'UpdateIn',
  'UpdateOf',
])

const plain = (text: string) => text.replaceAll('&amp;', '&').trim()

/** The little of one `<PubmedArticle>` that we need. The format escapes `<` in text, so tags are found as they stand. */
function readArticle(xml: string): unknown {
  const citation = xml.slice(xml.indexOf('<MedlineCitation'))
  const pmid = /<PMID[^>]{0,40}>(\d{1,9})<\/PMID>/.exec(citation)?.[1]
  const types = [...xml.matchAll(/<PublicationType\b[^>]{0,60}>([^<]{1,200})<\/PublicationType>/g)]
  const links = [...xml.matchAll(/<CommentsCorrections\b[^>]{0,60}?\bRefType="([^"]{0,200})"/g)]
  return { pmid, types: types.map((hit) => plain(hit[1] ?? '')), links: links.map((hit) => hit[1] ?? '') }
}

function findingOf({ types, links }: z.infer<typeof Article>): Finding {
  const notices: Notice[] = links.flatMap((link) => linkNotices[link] ?? [])
  if (types.includes('Retracted Publication')) notices.push({ status: 'retracted', detail: 'retraction' })
  const worst = worstNotice(notices)
  const hasUnknown = links.some((link) => !Object.hasOwn(linkNotices, link) && !quietLinks.has(link))
  return hasUnknown && worst.ok && worst.status !== 'retracted' ? failed('unknown-value') : worst
}

/**
 * What PubMed's records (efetch, XML) say about each number asked. A number that the reply does not hold is
 * "not-known-there"; a reply that is not a whole set of articles is "wrong-format" for all of them.
 */
export function readPubmed(xml: string, pmids: readonly string[]): Map<string, Finding> {
  const all = (finding: Finding) => new Map(pmids.map((pmid) => [pmid, finding]))
  // An entity of its own could make one tag look like another; NLM sends none.
  if (/<!ENTITY/i.test(xml)) return all(failed('wrong-format'))
  if (!/<PubmedArticleSet\b/.test(xml) || !/<\/PubmedArticleSet>\s*$/.test(xml))
    return all(/<PubmedArticleSet\s*\/>\s*$/.test(xml) ? failed('not-known-there') : failed('wrong-format'))
  const findings = all(failed('not-known-there'))
  for (const part of xml.split(/<PubmedArticle(?=[\s>])/).slice(1)) {
    const article = Article.safeParse(readArticle(part))
    if (!article.success) {
      // A broken article could be any of them: those that no good article answers are not "unknown there".
      for (const [pmid, finding] of findings)
        if (!finding.ok && finding.detail === 'not-known-there') findings.set(pmid, failed('wrong-shape'))
    } else if (findings.has(article.data.pmid)) findings.set(article.data.pmid, findingOf(article.data))
  }
  return findings
}
