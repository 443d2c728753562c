'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useTakenOver } from '@/components/ui/use-taken-over'
import { findManageLink } from '@/lib/sharing/manage-link'
import { useFragment } from '@/lib/sharing/use-fragment'
import { LiveShare } from './live-share'
import { PasteBox } from './paste-box'
import { PublicSite } from './public-site'
import { say, type ShareWords } from './share-words'

/** The owner's page for one share, opened by the private link: how often it was opened, and the way to end it. */
export function ManagePage({
  words,
  locale,
  site,
}: {
  words: ShareWords
  locale: string
  site: string | null
}) {
  useTakenOver()
  const [client] = useState(() => new QueryClient())
  const fragment = useFragment()
  const [pasted, setPasted] = useState<string | null>(null)
  const [isEnded, setIsEnded] = useState(false)
  if (fragment === undefined) return null
  const text = pasted ?? fragment?.text ?? null
  const share = text === null ? null : findManageLink(text)
  if (isEnded)
    return (
      <p role="status" className="card">
        {say(words, 'ended')}
      </p>
    )
  return (
    <QueryClientProvider client={client}>
      {share && !window.isSecureContext && <p className="error-box">{say(words, 'unsafe')}</p>}
      {share && window.isSecureContext && (
        <PublicSite value={site}>
          <LiveShare
            key={share.id}
            share={share}
            label={say(words, 'label')}
            expiresAt={null}
            words={words}
            locale={locale}
            onEnded={() => setIsEnded(true)}
          />
        </PublicSite>
      )}
      {!share && (
        <PasteBox
          label={say(words, 'pasteManage')}
          problem={text === null ? null : say(words, 'pasteNone')}
          words={words}
          onText={setPasted}
        />
      )}
    </QueryClientProvider>
  )
}
