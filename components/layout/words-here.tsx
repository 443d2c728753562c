import { Lines } from '@/components/ui/words'
import type { GlossaryTerm } from '@/lib/sentences/data'
import type { Kit } from '@/lib/sentences/kit'

/** Terms with what they mean, each the target of the links that lead to it. */
export function Terms({
  terms,
  rowTerms = [],
  className = '',
  kit,
}: {
  terms: readonly GlossaryTerm[]
  rowTerms?: readonly GlossaryTerm[]
  className?: string
  kit: Kit
}) {
  return (
    <dl className={`facts terms ${className}`.trim()}>
      {[...terms, ...rowTerms].map((term) => (
        <div key={term.id} id={`word-${term.id}`} className={rowTerms.includes(term) ? 'rows' : undefined}>
          <dt>{term.term}</dt>
          <dd>
            <Lines text={term.meaning} kit={{ ...kit, terms: null }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The words of this page explained, at its end: the target of the dotted links. */
export function WordsHere({
  terms,
  rowTerms = [],
  isFolded = false,
  kit,
}: {
  terms: readonly GlossaryTerm[]
  /** Words of the rows that a narrow screen leaves out (`.rows`): left out with them. */
  rowTerms?: readonly GlossaryTerm[]
  /** On a page of a few screens: in a line that opens when a link leads to one of the words. */
  isFolded?: boolean
  kit: Kit
}) {
  if (terms.length + rowTerms.length === 0) return null
  if (isFolded)
    return (
      <details className="opens words-here">
        <summary>{kit.t('condition.wordsHere')}</summary>
        <div>
          <Terms terms={terms} rowTerms={rowTerms} kit={kit} />
        </div>
      </details>
    )
  return (
    <section className="part words-here" aria-labelledby="words-here">
      <h2 id="words-here">{kit.t('condition.wordsHere')}</h2>
      <Terms terms={terms} rowTerms={rowTerms} kit={kit} />
    </section>
  )
}
