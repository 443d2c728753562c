'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { acknowledged, type KeptShare } from '@/lib/sharing/kept-shares'
import { createShare, ShareError } from '@/lib/sharing/queries'
import { LiveShare } from './live-share'
import { say, writtenMoment, type ShareWords } from './share-words'

type Props = {
  share: KeptShare
  words: ShareWords
  locale: string
  put: (share: KeptShare) => void
  forget: (share: KeptShare) => void
}

const failures = { offline: 'offline', busy: 'busy', gone: 'failed', refused: 'refused' } as const

/**
 * A locked summary on its way to the server. It stays in the tab until the server says that it has it; asking again
 * gives the same share, so a lost answer costs nothing.
 */
function Waiting({ share, words, put, forget }: Props) {
  const { mutate, isPending, isPaused, error } = useMutation({
    ...createShare(),
    onSuccess: (reply) => put(acknowledged(share, reply)),
  })
  const { jwe, manageHash, days } = share
  const send = useRef(() => {})
  useEffect(() => {
    send.current = () => jwe && !isPending && mutate({ jwe, manageHash, days })
  }, [mutate, isPending, jwe, manageHash, days])
  useEffect(() => {
    const again = () => send.current()
    again()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  const code = error instanceof ShareError ? error.code : 'busy'
  return (
    <>
      <p role="status">
        {isPaused && say(words, 'offline')}
        {isPending && !isPaused && say(words, 'waiting')}
        {error && !isPending && say(words, failures[code])}
      </p>
      <p>
        {error && !isPending && code !== 'refused' && (
          <button type="button" className="go" onClick={() => send.current()}>
            {say(words, 'again')}
          </button>
        )}{' '}
        {!isPending && error && (
          <button type="button" className="go second" onClick={() => forget(share)}>
            {say(words, 'drop')}
          </button>
        )}
      </p>
    </>
  )
}

/** One share of this tab, from the press of the button to its end. */
export function SentShare(props: Props) {
  const { share, words, locale, forget } = props
  const [isEnded, setIsEnded] = useState(false)
  const hide = (
    <p className="screen">
      <button type="button" className="go second" onClick={() => forget(share)}>
        {say(words, 'hide')}
      </button>
    </p>
  )
  return (
    <section className="part">
      <h3>{say(words, 'made', { date: writtenMoment(share.madeAt, locale) })}</h3>
      {isEnded && <p role="status">{say(words, 'ended')}</p>}
      {!isEnded && share.id === null && <Waiting {...props} />}
      {!isEnded && share.id !== null && (
        <LiveShare
          share={{ id: share.id, secret: share.secret }}
          label={say(words, 'label')}
          expiresAt={share.expiresAt}
          words={words}
          locale={locale}
          onEnded={() => setIsEnded(true)}
          whenGone={hide}
        >
          <p>
            <strong>{say(words, share.hasIdentity ? 'readyNamed' : 'readyPlain')}</strong>
          </p>
        </LiveShare>
      )}
      {isEnded && hide}
    </section>
  )
}
