import { isRecordPage } from '@/lib/record/addresses'
import { baseHeaders, contentPolicy, noHosts, type Hosts } from '@/lib/server/front/security-headers'

/**
 * The headers of a page for its address: only the page beside a record may ask other hosts, and be shown by them
 * (LANTERN_RECORDS). `X-Frame-Options` knows no list, so it is left out where `frame-ancestors` says more.
 */
export function pageHeaders(
  path: string,
  hosts: Hosts,
  scriptHashes: readonly string[] = [],
): [name: string, value: string][] {
  const own = isRecordPage(path) ? hosts : noHosts
  const base = baseHeaders.filter(([name]) => own.framed.length === 0 || name !== 'X-Frame-Options')
  return [...base, ['Content-Security-Policy', contentPolicy(scriptHashes, own)]]
}
