import { checkKey, type LastGood } from '@/lib/watch/run-watch'
import { AskedAt, type SourceCheck } from '@/lib/watch/schema'

const day = (at: Date) => at.toISOString().slice(0, 10)
const said = (check: Pick<SourceCheck, 'status' | 'trialState'>) =>
  check.trialState ?? check.status ?? 'nothing'

/** What a watch found, for the person at the terminal: counts, what changed, what failed with why and what still holds. */
export function writeReport(checks: readonly SourceCheck[], lastGood: ReadonlyMap<string, LastGood>): string {
  const lines: string[] = []
  for (const askedAt of AskedAt.options) {
    const own = checks.filter((check) => check.askedAt === askedAt)
    if (!own.length) continue
    const count = (result: SourceCheck['result']) => own.filter((check) => check.result === result).length
    const [ok, changed, failed] = [count('ok'), count('changed'), count('failed')]
    lines.push(
      `${askedAt.padEnd(17)}${String(own.length).padStart(5)} asked ${String(ok).padStart(5)} as before ` +
        `${String(changed).padStart(4)} changed ${String(failed).padStart(4)} failed`,
    )
  }
  const changed = checks.filter((check) => check.result === 'changed')
  lines.push('', changed.length ? 'Changed:' : 'Nothing changed.')
  for (const check of changed) {
    const before = lastGood.get(checkKey(check.askedAt, check))
    const was = before ? said(before) : 'as in our content'
    lines.push(
      `  ${check.sourceId} (${check.about}), ${check.askedAt}: ${was} → ${said(check)} [${check.detail}]`,
    )
  }
  const failed = checks.filter((check) => check.result === 'failed')
  if (failed.length) lines.push('', 'Failed; what was known before still holds:')
  for (const check of failed) {
    const before = lastGood.get(checkKey(check.askedAt, check))
    const holds = before ? `${said(before)}, as of ${day(before.at)}` : 'never answered; our content holds'
    lines.push(`  ${check.sourceId} (${check.about}), ${check.askedAt}: ${check.detail}; ${holds}`)
  }
  return lines.join('\n')
}
