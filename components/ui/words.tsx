import { Fragment } from 'react'
import { fillWords } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { findTerms } from '@/lib/texts/terms'

/** Plain text with the first use of each term linked to its explanation, which leads back here (`WordsHere`). */
function Terms({ text, kit }: { text: string; kit: Kit }) {
  const pieces: React.ReactNode[] = []
  let last = 0
  for (const { id, start, end } of findTerms(text, kit.terms)) {
    if (kit.seen.has(id)) continue
    kit.seen.add(id)
    pieces.push(
      text.slice(last, start),
      <a key={start} className="term" id={`of-${id}`} href={`#word-${id}`}>
        {text.slice(start, end)}
      </a>,
    )
    last = end
  }
  pieces.push(text.slice(last))
  return <>{pieces}</>
}

/** One content sentence with its placeholders filled. Every number says which figure it came from. */
export function Words({ text, kit, plain = false }: { text: string; kit: Kit; plain?: boolean }) {
  return fillWords(text, kit.book, kit.t, kit.locale).map((part, index) =>
    part.from ? (
      <span key={index} className="number" data-figure={`${part.from.kind}:${part.from.id}`}>
        {part.text}
      </span>
    ) : (
      <Fragment key={index}>{plain ? part.text : <Terms text={part.text} kit={kit} />}</Fragment>
    ),
  )
}

/** Paragraphs. */
export function Lines({
  text,
  kit,
  className,
}: {
  text?: readonly string[] | undefined
  kit: Kit
  className?: string
}) {
  return text?.map((line, index) => (
    <p key={index} className={className}>
      <Words text={line} kit={kit} />
    </p>
  ))
}

/** A bulleted list. */
export function Items({ items, kit }: { items?: readonly string[] | undefined; kit: Kit }) {
  if (!items?.length) return null
  return (
    <ul className="list">
      {items.map((item, index) => (
        <li key={index}>
          <Words text={item} kit={kit} />
        </li>
      ))}
    </ul>
  )
}

/** A number that no sentence holds (a big figure, a range): `from` is the estimate it was made from. */
export function Num({ from, children }: { from: string; children: React.ReactNode }) {
  return (
    <span className="number" data-figure={`estimate:${from}`}>
      {children}
    </span>
  )
}
