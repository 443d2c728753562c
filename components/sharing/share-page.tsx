'use client'

import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTakenOver } from '@/components/ui/use-taken-over'
import { readGiver } from '@/lib/clinics/giver'
import { dayOf } from '@/lib/texts/intl'
import { keepsAnything, kept, keptKey } from '@/lib/kept-here'
import { useKeptShares } from '@/lib/sharing/use-kept-shares'
import type { Answerable } from '@/lib/summary/answers'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import type { SummaryParts } from '@/lib/summary/parts'
import type { Identity } from '@/lib/summary/schema'
import { useTabAnswers } from '@/lib/summary/use-tab-answers'
import { writeSummary } from '@/lib/summary/write-summary'
import { makeShare, newUuid } from './make-share'
import { PaperView } from '@/components/paper/paper-view'
import { PublicSite } from './public-site'
import { SaveFiles } from './save-files'
import { SentShare } from './sent-share'
import { ShareForm } from './share-form'
import { say, type ShareWords } from './share-words'

type Props = {
  parts: SummaryParts
  answerable: Answerable
  words: ShareWords
  locale: string
  site: string | null
}

function newClient(): QueryClient {
  // A page opened from the device's own copy starts without a line, which the library would only learn by an event.
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient()
}

/** The clinic that gave the page, as this tab has proved it. */
const giverHere = (conditionId: string) => readGiver(kept('tab', keptKey('giver', conditionId)))

/** What a file says besides the answers: the day here, and the packet, whose signature our server looks at again. */
function aboutFields(conditionId: string): [string, string][] {
  const giver = giverHere(conditionId)
  return [['day', dayOf(new Date())], ...(giver ? [['packet', giver.packet] as [string, string]] : [])]
}

type Step = 'locking' | 'tooLarge' | null

function Send({
  finish,
  words,
  locale,
  conditionId,
}: Pick<Props, 'words' | 'locale'> & {
  finish: (identity: Identity | null) => FinishedSummary
  conditionId: string
}) {
  const [client] = useState(newClient)
  const { shares, put, forget } = useKeptShares(conditionId)
  const [step, setStep] = useState<Step>(null)
  if (!shares) return null
  const share = async (days: number, identity: Identity | null) => {
    setStep('locking')
    const made = await makeShare(finish(identity), days)
    // Kept before anything is sent: from here on a failed request loses nothing.
    if (made) put(made)
    setStep(made ? null : 'tooLarge')
  }
  return (
    <QueryClientProvider client={client}>
      <section className="part screen" aria-labelledby="send">
        <h2 id="send">{say(words, 'send')}</h2>
        <p>{say(words, 'sendHow')}</p>
        <p>{say(words, 'sendWho')}</p>
        {window.isSecureContext ? (
          <ShareForm
            words={words}
            today={dayOf(new Date())}
            isBusy={step === 'locking'}
            onShare={(days, identity) => void share(days, identity)}
          />
        ) : (
          <p className="error-box">{say(words, 'unsafe')}</p>
        )}
        <p role="status">{step && say(words, step)}</p>
      </section>
      {shares.length > 0 && (
        <section className="part" aria-labelledby="links">
          <h2 id="links">{say(words, 'links')}</h2>
          {shares.toReversed().map((one) => (
            <SentShare key={one.secret} share={one} words={words} locale={locale} put={put} forget={forget} />
          ))}
        </section>
      )}
    </QueryClientProvider>
  )
}

/** What is in the summary, files of it, and encrypted links to it. Answers come from the tab and are locked here. */
export function SharePage({ parts, answerable, words, locale, site }: Props) {
  useTakenOver()
  const conditionId = parts.condition.id
  const given = useTabAnswers(conditionId, answerable)
  const [isKeeping] = useState(() => typeof window === 'undefined' || keepsAnything())
  const answers = given?.answers
  const finish = useCallback(
    (identity: Identity | null): FinishedSummary => {
      if (!answers) throw new Error('the answers are read before anything is made of them')
      const now = new Date()
      const giver = giverHere(parts.condition.id)
      const paper = writeSummary(parts, answers, { day: dayOf(now), giver })
      return {
        parts,
        answers,
        paper,
        giver,
        packet: giver?.packet ?? null,
        site: site ?? window.location.origin,
        identity,
        at: now.toISOString(),
        newId: newUuid,
      }
    },
    [parts, answers, site],
  )
  if (!given) return null
  return (
    <>
      <section className="part screen" aria-labelledby="contents">
        <h2 id="contents">{say(words, 'contents')}</h2>
        {given.fields.length === 0 && (
          <p className="card">{say(words, isKeeping ? 'empty' : 'keepsNothing')}</p>
        )}
        <details>
          <summary>{say(words, 'contentsOpen')}</summary>
          <div>
            <PaperView paper={finish(null).paper} />
          </div>
        </details>
      </section>
      <SaveFiles
        fields={[...given.fields, ...aboutFields(conditionId)]}
        conditionId={conditionId}
        locale={locale}
        finish={() => finish(null)}
        words={words}
      />
      <PublicSite value={site}>
        <Send finish={finish} words={words} locale={locale} conditionId={conditionId} />
      </PublicSite>
    </>
  )
}
