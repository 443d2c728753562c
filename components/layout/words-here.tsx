import { Lines } from '@/components/ui/words'
import type { GlossaryTerm } from '@/lib/evidence/data'
import type { Kit } from '@/lib/words/kit'

/** The words of this page explained, at its end: the target of the dotted links. */
export function WordsHere({ terms, kit }: { terms: readonly GlossaryTerm[]; kit: Kit }) {
  if (!terms.length) return null
  return (
    <section className="part words-here" aria-labelledby="words-here">
      <h2 id="words-here">{kit.t('condition.wordsHere')}</h2>
      <dl className="facts">
        {terms.map((term) => (
          <div key={term.id} id={`word-${term.id}`}>
            <dt>{term.term}</dt>
            <dd>
              <Lines text={term.meaning} kit={{ ...kit, terms: null }} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
