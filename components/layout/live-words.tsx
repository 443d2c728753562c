import { TrialState } from '@/lib/watch/schema'
import type { Translate } from '@/lib/texts/translate'

/** The words that live-status.ts and save-pages.ts need, in the page's language. Not shown, not read out. */
export function LiveWords({ t }: { t: Translate }) {
  const states = TrialState.options.map((state) => [
    state,
    state === 'completed-with-results' ? t('watch.completedWithResults') : t(`stemCells.state.${state}`),
  ])
  return (
    <template
      id="live-words"
      data-retracted={t('source.retracted')}
      data-concern={t('source.concern')}
      data-corrected={t('source.corrected')}
      data-overdue={t('site.overdue', { date: '{date}' })}
      data-trial={t('stemCells.stateOn', { state: '{state}', date: '{date}' })}
      data-states={JSON.stringify(Object.fromEntries(states))}
      data-saved={t('saved.copy', { date: '{date}' })}
      data-newer={t('saved.newer')}
      data-checked={t('watch.checked', { date: '{date}' })}
    />
  )
}
