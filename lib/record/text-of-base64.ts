import { base64url } from 'jose'

/** Base64 or base64url as text in UTF-8; null when it is neither. */
export function textOfBase64(base64: string): string | null {
  try {
    const bytes = base64url.decode(base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
