'use client'

import { useId, useRef, useState } from 'react'
import { say, type ShareWords } from './share-words'
import styles from './sharing.module.css'

/** A link to read, select and copy. Where the browser has no clipboard the text is selected instead, and said so. */
export function CopyBox({
  label,
  text,
  words,
  rows = 3,
}: {
  label: string
  text: string
  words: ShareWords
  rows?: number
}) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState<'copied' | 'copyByHand' | null>(null)
  const byHand = () => {
    box.current?.focus()
    box.current?.select()
    setSaid('copyByHand')
  }
  const copy = () => {
    if (!navigator.clipboard) return byHand()
    navigator.clipboard.writeText(text).then(() => setSaid('copied'), byHand)
  }
  return (
    <div className={`field ${styles.address}`}>
      <label htmlFor={id}>{label}</label>
      <textarea ref={box} id={id} readOnly rows={rows} value={text} spellCheck={false} autoComplete="off" />
      <p className="screen">
        <button type="button" className="go second" onClick={copy}>
          {say(words, 'copy')}
        </button>
      </p>
      <p role="status" className="screen">
        {said && say(words, said)}
      </p>
    </div>
  )
}
