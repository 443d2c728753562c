'use client'

import { readNarrative, type Narrative } from '@/lib/sharing/read-narrative'
import type { SharedDocument as Shared } from '@/lib/sharing/document'
import { saveFile } from './save-file'
import { writtenDay } from '@/lib/texts/intl'
import { say, type ShareWords } from './share-words'
import styles from './sharing.module.css'

/** Parsed apart from the page: nothing in it is loaded or run, and only text and plain elements are drawn from it. */
function parsed(markup: string): Narrative[] {
  return readNarrative(new DOMParser().parseFromString(markup, 'text/html').body)
}

function Drawn({ parts }: { parts: readonly Narrative[] }) {
  return parts.map((part, index) => {
    if (typeof part === 'string') return part
    const Tag = part.tag
    return Tag === 'br' ? (
      <br key={index} />
    ) : (
      <Tag key={index}>
        <Drawn parts={part.children} />
      </Tag>
    )
  })
}

/** A shared document as plain text with headings, whoever made it. */
export function SharedDocument({
  shared,
  words,
  locale,
}: {
  shared: Shared
  words: ShareWords
  locale: string
}) {
  const { title, made, person, parts, others, files } = shared
  return (
    <article className={`summary ${styles.document}`}>
      <h2 tabIndex={-1} data-shared-title="">
        {title || say(words, 'viewTitle')}
      </h2>
      {made && <p>{say(words, 'made', { date: writtenDay(made, locale) })}</p>}
      {person && (
        <p className={styles.words}>
          <strong>{person.name}</strong>
          {person.birthDate && ` · ${say(words, 'born', { date: person.birthDate })}`}
        </p>
      )}
      {parts.map((part, index) => (
        <section key={index} className="part">
          {part.title && part.title !== title && <h3>{part.title}</h3>}
          <div className={`flow ${styles.words}`}>
            <Drawn parts={parsed(part.markup)} />
          </div>
        </section>
      ))}
      {others.map((other, index) => (
        <section key={index} className="part">
          <h3>{other.kind}</h3>
          <ul>
            {other.lines.map((line) => (
              <li key={line} className={styles.words}>
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {parts.length + others.length === 0 && <p>{say(words, 'viewEmpty')}</p>}
      {files.length > 0 && (
        <div className="onward screen">
          {files.map(({ title: name, contentType, bytes }, index) =>
            bytes ? (
              <button
                key={index}
                type="button"
                className="go second"
                onClick={() => saveFile(name || say(words, 'fileName'), contentType, bytes)}
              >
                {say(words, 'saveAttached', { name: name || contentType || say(words, 'fileName') })}
              </button>
            ) : (
              <p key={index} className="card">
                {say(words, 'attachedBroken', { name: name || contentType || say(words, 'fileName') })}
              </p>
            ),
          )}
        </div>
      )}
    </article>
  )
}
