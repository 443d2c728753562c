'use client'

import { useId, useState } from 'react'
import { say, type ShareWords } from './share-words'

/** For a link that was cut, wrapped or changed on its way: paste whatever arrived. The text goes nowhere. */
export function PasteBox({
  label,
  problem,
  words,
  onText,
}: {
  label: string
  /** What was wrong with the last text; null: nothing was tried yet. */
  problem: string | null
  words: ShareWords
  onText: (text: string) => void
}) {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <form
      className="ask"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        onText(text)
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="note">
          {say(words, 'pasteHint')}
        </p>
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
        <textarea
          id={id}
          rows={4}
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint ${id}-problem`}
          onChange={(event) => setText(event.target.value)}
        />
        <p>
          <button type="submit" className="go">
            {say(words, 'paste')}
          </button>
        </p>
      </div>
    </form>
  )
}
