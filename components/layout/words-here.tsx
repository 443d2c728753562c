import { Lines } from '@/components/ui/words'
import type { GlossaryTerm } from '@/lib/sentences/data'
import type { Kit } from '@/lib/sentences/kit'

/** Terms with what they mean, each the target of the links that lead to it: the page of all words. */
export function Terms({
  terms,
  className = '',
  kit,
}: {
  terms: readonly GlossaryTerm[]
  className?: string
  kit: Kit
}) {
  return (
    <dl className={`facts terms ${className}`.trim()}>
      {terms.map(({ id, term, meaning }) => (
        <div key={id} id={`word-${id}`}>
          <dt>{term}</dt>
          <dd>
            <Lines text={meaning} kit={{ ...kit, terms: null }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * What the marked words of this page mean. Each lies over the foot of the screen while the address names it, so that the
 * page stays where it is, and leads back to its word; on paper they are notes at the end. Stands outside `.sheet`: older
 * browsers hold what is fixed inside a container.
 */
export function WordsHere({ terms, kit }: { terms: readonly GlossaryTerm[]; kit: Kit }) {
  if (terms.length === 0) return null
  return (
    <div className="wrap words-here">
      <p className="paper note">{kit.t('condition.wordsHere')}</p>
      {terms.map(({ id, term, meaning }) => (
        <div key={id} id={`word-${id}`} className="word" role="dialog" aria-label={term} tabIndex={-1}>
          <b>{term}</b>
          <Lines text={meaning} kit={{ ...kit, terms: null }} />
          <a href={`#of-${id}`}>{kit.t('site.close')}</a>
        </div>
      ))}
    </div>
  )
}
