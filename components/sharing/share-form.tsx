'use client'

import { useId, useState } from 'react'
import { defaultShareDays } from '@/lib/sharing/schema'
import { Identity } from '@/lib/summary/schema'
import { say, type ShareWords } from './share-words'

/** How long a share can work, in days. */
const choices = [1, 7, 14, 30, 90] as const

type Props = {
  words: ShareWords
  /** Today, YYYY-MM-DD in the reader's zone: nobody is born later. */
  today: string
  isBusy: boolean
  onShare: (days: number, identity: Identity | null) => void
}

/** Name and birth date, asked for only on the second way. They live in this form until they are locked. */
function CheckIn({
  words,
  today,
  isBusy,
  onShare,
}: Omit<Props, 'onShare'> & { onShare: (who: Identity) => void }) {
  const id = useId()
  const [name, setName] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [isTried, setIsTried] = useState(false)
  const read = Identity.safeParse({ name, birthDate })
  const isWrong = (field: 'name' | 'birthDate') =>
    isTried &&
    ((field === 'birthDate' && birthDate > today) ||
      (!read.success && read.error.issues.some(({ path }) => path[0] === field)))
  const field = (key: 'name' | 'birthDate', value: string, put: (text: string) => void) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{say(words, key)}</label>
      <p id={`${id}-${key}-wrong`} role="alert">
        {isWrong(key) && say(words, `${key}Missing`)}
      </p>
      <input
        id={`${id}-${key}`}
        type={key === 'birthDate' ? 'date' : 'text'}
        value={value}
        maxLength={120}
        min={key === 'birthDate' ? '1900-01-01' : undefined}
        max={key === 'birthDate' ? today : undefined}
        autoComplete="off"
        aria-invalid={isWrong(key)}
        aria-describedby={`${id}-${key}-wrong`}
        onChange={(event) => put(event.target.value)}
      />
    </div>
  )
  return (
    <details>
      <summary>{say(words, 'checkIn')}</summary>
      <div>
        <p>{say(words, 'checkInHint')}</p>
        {field('name', name, setName)}
        {field('birthDate', birthDate, setBirthDate)}
        <p>
          <button
            type="button"
            className="go second"
            aria-disabled={isBusy}
            onClick={() => {
              setIsTried(true)
              if (read.success && birthDate <= today && !isBusy) onShare(read.data)
            }}
          >
            {say(words, 'sendNamed')}
          </button>
        </p>
      </div>
    </details>
  )
}

/** Two ways to share and how long it works. Pressing locks the summary here and then hands it to the server. */
export function ShareForm({ words, today, isBusy, onShare }: Props) {
  const name = useId()
  const [days, setDays] = useState<number>(defaultShareDays)
  return (
    <>
      <fieldset className="ask">
        <legend>{say(words, 'days')}</legend>
        <div className="choices">
          {choices.map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={name}
                value={value}
                checked={days === value}
                onChange={() => setDays(value)}
              />
              {say(words, `days${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button
          type="button"
          className="go"
          aria-disabled={isBusy}
          onClick={() => !isBusy && onShare(days, null)}
        >
          {say(words, 'sendPlain')}
        </button>
      </p>
      <p className="note">{say(words, 'sendPlainHint')}</p>
      <CheckIn words={words} today={today} isBusy={isBusy} onShare={(identity) => onShare(days, identity)} />
    </>
  )
}
