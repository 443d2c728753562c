import { AskedAt } from '@/lib/watch/schema'

export type Place = Exclude<AskedAt, 'retraction-watch'>

/** The only addresses outside that Lantern ever asks. */
const realBases: Record<Place, string> = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  'trials-register': 'https://clinicaltrials.gov/api/v2',
}

export type WatchSettings = {
  bases: Record<Place, string>
  only: readonly AskedAt[]
  retractionWatchFile: string | null
  userAgent: string
}
export type SettingsResult = { ok: true; settings: WatchSettings } | { ok: false; why: string }

/** How the command is called. */
export const usage = `Use: npm run evidence:watch -- --live [--retraction-watch <file.csv>] [--only crossref,pubmed,trials-register]
     npm run evidence:watch -- --retraction-watch <file.csv>      (reads the file, asks nobody)`

/** http:// on this computer's own address, without a path: where a test's stand-in listens. */
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]):\d{1,5}$/

/**
 * Reads the command line and settings of the watch, or says what is wrong. The real addresses need `--live`;
 * LANTERN_WATCH_STUB names a stand-in for all three on this computer; LANTERN_WATCH_CONTACT is an e-mail address
 * that Crossref and NCBI ask callers to give.
 */
export function parseSettings(
  argv: readonly string[],
  variables: Record<string, string | undefined>,
): SettingsResult {
  const refuse = (why: string): SettingsResult => ({ ok: false, why: `${why}\n${usage}` })
  const given = new Map<string, string>()
  for (let at = 0; at < argv.length; at++) {
    const name = argv[at] ?? ''
    if (name === '--live') given.set(name, '')
    else if (name === '--retraction-watch' || name === '--only') {
      const value = argv[(at += 1)]
      if (!value || value.startsWith('--')) return refuse(`${name} needs a value.`)
      given.set(name, value)
    } else return refuse(`${name} is not something this command knows.`)
  }
  const file = given.get('--retraction-watch') ?? null
  const stub = variables.LANTERN_WATCH_STUB || null
  const isLive = given.has('--live')
  if (stub && !loopback.test(stub))
    return refuse('LANTERN_WATCH_STUB must be an address of this computer, such as http://127.0.0.1:4000.')
  if (stub && isLive)
    return refuse('LANTERN_WATCH_STUB is set, so --live would not go to the real places. Choose one.')
  if (!stub && !isLive && !file)
    return refuse(
      'Nothing was asked. This command goes to Crossref, PubMed and ClinicalTrials.gov, and does so only with --live.',
    )
  const names = given.get('--only')?.split(',') ?? AskedAt.options
  const only = names.flatMap((name) => AskedAt.safeParse(name).data ?? [])
  if (only.length !== names.length) return refuse(`--only takes ${AskedAt.options.join(', ')}.`)
  const contact = variables.LANTERN_WATCH_CONTACT || null
  if (contact && !/^[^\s@()<>]{1,64}@[^\s@()<>]{1,190}$/.test(contact))
    return refuse('LANTERN_WATCH_CONTACT must be an e-mail address.')
  return {
    ok: true,
    settings: {
      bases: stub
        ? { crossref: `${stub}/crossref`, pubmed: `${stub}/pubmed`, 'trials-register': `${stub}/trials` }
        : realBases,
      only: stub || isLive ? only : ['retraction-watch'],
      retractionWatchFile: file,
      userAgent: `Lantern/0.1 (evidence watch${contact ? `; mailto:${contact}` : ''})`,
    },
  }
}
