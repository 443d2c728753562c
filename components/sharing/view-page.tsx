'use client'

import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTakenOver } from '@/components/ui/use-taken-over'
import { isPast, type HealthLink } from '@/lib/sharing/link'
import { openShare, ShareError } from '@/lib/sharing/queries'
import { findLink } from '@/lib/sharing/repair'
import { shareNote } from '@/lib/sharing/share-note'
import { useFragment } from '@/lib/sharing/use-fragment'
import { writtenDay } from '@/lib/texts/intl'
import { CopyBox } from './copy-box'
import { PasteBox } from './paste-box'
import { saveFile } from './save-file'
import { say, writtenMoment, type ShareWords } from './share-words'
import { InLanguage } from './in-language'

type Props = { words: ShareWords; locale: string }

const problems = { none: 'pasteNone', broken: 'pasteBroken', newer: 'pasteNewer' } as const
const failures = {
  offline: 'viewOffline',
  gone: 'viewGone',
  busy: 'viewBusy',
  refused: 'viewGone',
} as const

/** Why a link cannot be opened here, before anything is asked for. */
function whyNot(link: HealthLink, words: ShareWords): string | null {
  if (!window.isSecureContext) return say(words, 'unsafe')
  if (new URL(link.url).origin !== window.location.origin)
    return say(words, 'viewElsewhere', { host: new URL(link.url).host })
  if (!link.flag.includes('U') || link.flag.includes('P')) return say(words, 'viewOtherKind')
  return null
}

/** What the patient answered, to paste into the record. On the screen only: the paper holds all of it already. */
function RecordNote({ json, made, words, locale }: Props & { json: string; made: string }) {
  const first = [
    say(words, 'noteFirst'),
    ...(made ? [say(words, 'made', { date: writtenDay(made, locale) })] : []),
  ]
  const note = shareNote(JSON.parse(json), first)
  if (note === null) return null
  return (
    <section className="part screen" aria-labelledby="as-note">
      <h2 id="as-note">{say(words, 'note')}</h2>
      <p>{say(words, 'noteHint')}</p>
      <CopyBox label={say(words, 'noteLabel')} text={note} words={words} rows={12} />
    </section>
  )
}

/** What the link says of itself, then a button: opening counts, and a program that only looks presses no button. */
function OneLink({ link, words, locale }: Props & { link: HealthLink }) {
  const open = useMutation(openShare())
  const opened = open.data
  // The clock of a device may be wrong: the server decides.
  const [seemsPast] = useState(() => isPast(link, Date.now() / 1000))
  useEffect(() => {
    if (opened?.ok) document.querySelector<HTMLElement>('[data-shared-title]')?.focus()
  }, [opened])
  if (opened?.ok)
    return (
      <>
        <div className="onward screen">
          <button type="button" className="go" onClick={() => window.print()}>
            {say(words, 'print')}
          </button>
          <button
            type="button"
            className="go second"
            onClick={() => saveFile('summary.fhir.json', 'application/fhir+json', opened.json)}
          >
            {say(words, 'save')}
          </button>
        </div>
        <p className="note">{say(words, 'viewOwn')}</p>
        <InLanguage json={opened.json} shared={opened.shared} words={words} locale={locale} />
        <RecordNote json={opened.json} made={opened.shared.made} words={words} locale={locale} />
      </>
    )
  const why = whyNot(link, words)
  return (
    <section className="part" aria-labelledby="the-link">
      <h2 id="the-link">{link.label || say(words, 'viewNoLabel')}</h2>
      {link.exp !== null && <p>{say(words, 'until', { date: writtenMoment(link.exp, locale) })}</p>}
      {why === null && (
        <>
          {seemsPast && <p className="card">{say(words, 'viewMaybePast')}</p>}
          <p className="note">{say(words, 'viewCounts')}</p>
          <p>
            <button
              type="button"
              className="go"
              aria-disabled={open.isPending}
              onClick={() => !open.isPending && open.mutate(link)}
            >
              {say(words, open.isError ? 'again' : 'view')}
            </button>
          </p>
        </>
      )}
      <div role="status">
        {why && <p className="card">{why}</p>}
        {open.isPending && <p>{say(words, open.isPaused ? 'viewOffline' : 'viewing')}</p>}
        {open.error && (
          <p className="card">
            {say(words, open.error instanceof ShareError ? failures[open.error.code] : 'viewGone')}
          </p>
        )}
        {opened?.ok === false && (
          <p className="card">{say(words, opened.why === 'key' ? 'viewWrongKey' : 'viewNoForm')}</p>
        )}
      </div>
    </section>
  )
}

/** Opens what somebody shared. The link is in this page's memory only: not in the address, the history or a store. */
export function ViewPage({ words, locale }: Props) {
  useTakenOver()
  const [client] = useState(() => new QueryClient())
  const fragment = useFragment()
  const [pasted, setPasted] = useState<string | null>(null)
  if (fragment === undefined) return null
  const text = pasted ?? fragment?.text ?? null
  const found = text === null ? null : findLink(text)
  return (
    <QueryClientProvider client={client}>
      {found?.ok && fragment?.wasMangled && pasted === null && (
        <p className="card">{say(words, 'wasMangled')}</p>
      )}
      {found?.ok ? (
        <OneLink key={found.link.key + found.link.url} link={found.link} words={words} locale={locale} />
      ) : (
        <PasteBox
          label={say(words, 'pasteView')}
          problem={found && say(words, problems[found.why])}
          words={words}
          onText={setPasted}
        />
      )}
    </QueryClientProvider>
  )
}
