import { useEffect } from 'react'

/**
 * Says that the framework has taken this page over, for scripts that change what stands on it
 * (lib/browser/live-status.ts): what they add before that is a fault to the framework, and lost.
 */
export function useTakenOver(): void {
  useEffect(() => {
    document.documentElement.dataset.takenOver = ''
    dispatchEvent(new Event('lantern-taken-over'))
  }, [])
}
