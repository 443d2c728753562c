'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { base64url } from 'jose'
import { useContext } from 'react'
import { ScanCode } from '@/components/ui/scan-code'
import { deriveKeys } from '@/lib/sharing/keys'
import { encodeLink, viewerAddress } from '@/lib/sharing/link'
import { manageAddress, type ManageLink } from '@/lib/sharing/manage-link'
import { revokeShare, ShareError, shareStatus } from '@/lib/sharing/queries'
import { CopyBox } from './copy-box'
import { PublicSite } from './public-site'
import { say, writtenMoment, type ShareWords } from './share-words'
import styles from './sharing.module.css'

function useShareKeys({ id, secret }: ManageLink) {
  return useQuery({
    queryKey: ['share', 'keys', id],
    queryFn: () => deriveKeys(crypto.subtle, new Uint8Array(base64url.decode(secret))),
    staleTime: Infinity,
    networkMode: 'always',
  })
}

function opensText(words: ShareWords, opens: number | undefined): string {
  if (opens === undefined) return say(words, 'opensUnknown')
  if (opens === 0) return say(words, 'opensNone')
  return opens === 1 ? say(words, 'opensOnce') : say(words, 'opensTimes', { count: opens })
}

/** Asks once more before a share is ended: the press cannot be taken back. */
function EndShare({
  id,
  manage,
  words,
  onEnded,
}: {
  id: string
  manage: string
  words: ShareWords
  onEnded: () => void
}) {
  const client = useQueryClient()
  const end = useMutation({
    ...revokeShare(),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['share', 'status', id] })
      onEnded()
    },
  })
  return (
    <div className="screen">
      <p>
        <button
          type="button"
          className="go second"
          aria-disabled={end.isPending}
          onClick={() => !end.isPending && end.mutate({ id, manage })}
        >
          {say(words, 'end')}
        </button>
      </p>
      <p role="status">
        {end.isPending && say(words, end.isPaused ? 'endOffline' : 'ending')}
        {end.isError && say(words, 'endFailed')}
      </p>
    </div>
  )
}

/**
 * A share that the server has: its code and link, until when, how often it was opened, and the way to end it. For its
 * owner only. On paper: the code, the link and until when; never the private link.
 */
export function LiveShare({
  share,
  label,
  expiresAt,
  words,
  locale,
  onEnded,
  whenGone,
  children,
}: {
  share: ManageLink
  label: string
  /** As the server said when it took the share; null: not known yet. */
  expiresAt: string | null
  words: ShareWords
  locale: string
  onEnded: () => void
  whenGone?: React.ReactNode
  children?: React.ReactNode
}) {
  const keys = useShareKeys(share)
  const site = useContext(PublicSite)
  const status = useQuery(shareStatus(share.id, keys.data?.manageToken ?? null))
  const until = status.data?.expiresAt ?? expiresAt
  if (status.error instanceof ShareError && status.error.code === 'gone' && !status.isFetching)
    return (
      <>
        <p role="status">{say(words, 'goneOwn')}</p>
        {whenGone}
      </>
    )
  if (!keys.data || !until)
    return <p role="status">{say(words, status.isError ? 'statusFailed' : 'looking')}</p>
  const origin = site ?? window.location.origin
  const shlink = encodeLink({
    url: `${origin}/api/shares/${share.id}`,
    key: base64url.encode(keys.data.readKey),
    flag: 'U',
    exp: Math.floor(Date.parse(until) / 1000),
    label,
  })
  const address = viewerAddress(origin, shlink, locale)
  return (
    <div className={styles.made}>
      <div>
        <p>{say(words, 'scan')}</p>
        <ScanCode className={styles.code} address={address} label={say(words, 'codeLabel')} />
        <p>
          <strong>{say(words, 'until', { date: writtenMoment(until, locale) })}</strong>
        </p>
        <div className="screen">
          <CopyBox label={say(words, 'address')} text={address} words={words} />
        </div>
        <p className={`paper ${styles.words}`}>{address}</p>
      </div>
      <div className="screen">
        {children}
        <p role="status">{opensText(words, status.data?.opens)}</p>
        <p className="note">{say(words, 'opensHint')}</p>
        <p>
          <a href={address} target="_blank" rel="noopener noreferrer nofollow">
            {say(words, 'look')}
          </a>
        </p>
        <p className="note">{say(words, 'lookHint')}</p>
        <EndShare id={share.id} manage={keys.data.manageToken} words={words} onEnded={onEnded} />
        <details>
          <summary>{say(words, 'keep')}</summary>
          <div>
            <p>{say(words, 'keepHint')}</p>
            <CopyBox
              label={say(words, 'keepLabel')}
              text={manageAddress(origin, share, locale)}
              words={words}
            />
          </div>
        </details>
      </div>
    </div>
  )
}
