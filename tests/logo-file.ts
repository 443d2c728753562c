import fs from 'node:fs'
import path from 'node:path'

/** The widest and the highest logo that a sheet makes room for: their boxes are as large as they get. */
export const wideLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 22"><rect width="72" height="22" fill="#0b4a42"/></svg>'

/**
 * A logo where the start leaves one, for a clinic that no profile names.
 * @returns its address, and what takes it away again
 */
export function leaveLogo(id: string, kind: 'png' | 'svg', bytes: string | Uint8Array) {
  const src = `/clinics/${id}.${kind}`
  const file = path.join('public', src)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
  return { src, remove: () => fs.rmSync(file, { force: true }) }
}
