/** A text whose characters know where they stood in the text as given, as the passes of `normalise.ts` hand it on. */

/** Characters with the places they came from; grows as it is filled. */
export class Places {
  codes: Uint16Array
  from: Uint32Array
  to: Uint32Array
  length = 0

  constructor(room: number) {
    this.codes = new Uint16Array(room)
    this.from = new Uint32Array(room)
    this.to = new Uint32Array(room)
  }

  push(code: number, from: number, to: number): void {
    if (this.length === this.codes.length) this.#grow()
    this.codes[this.length] = code
    this.from[this.length] = from
    this.to[this.length] = to
    this.length += 1
  }

  pushText(text: string, from: number, to: number): void {
    for (let at = 0; at < text.length; at++) this.push(text.charCodeAt(at), from, to)
  }

  /** The last character, or 0. */
  last(): number {
    return this.length === 0 ? 0 : (this.codes[this.length - 1] ?? 0)
  }

  text(): string {
    let text = ''
    for (let at = 0; at < this.length; at += 8_192)
      text += String.fromCharCode(...this.codes.subarray(at, Math.min(at + 8_192, this.length)))
    return text
  }

  #grow(): void {
    const room = this.codes.length * 2 + 64
    const codes = new Uint16Array(room)
    const from = new Uint32Array(room)
    const to = new Uint32Array(room)
    codes.set(this.codes)
    from.set(this.from)
    to.set(this.to)
    Object.assign(this, { codes, from, to })
  }
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57
export const isLower = (code: number): boolean => code >= 97 && code <= 122
export const isUpper = (code: number): boolean => code >= 65 && code <= 90
export const isLatin = (code: number): boolean => isLower(code) || isUpper(code)
export const isOtherAlphabet = (code: number): boolean => code >= 0x370 && code <= 0x58f
export const isBlank = (code: number): boolean => code === 32 || code === 9
/** Letters that words are made of, where a language sets spaces. */
export const isWordCode = (code: number): boolean =>
  isLatin(code) || isOtherAlphabet(code) || (code >= 0xc0 && code <= 0x24f)

/** Stands for a picture between the passes. */
export const picture = 0xfffc
