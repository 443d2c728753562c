import { describe, expect, it } from 'vitest'
import { chineseLength, rareCharacters, splitChineseSentences } from '@/lib/texts/readability-chinese'
import { countSpanishSyllables, inflesz } from '@/lib/texts/readability-spanish'

describe('Spanish', () => {
  it.each([
    ['ciudad', 2],
    ['día', 2],
    ['aéreo', 4],
    ['corazón', 3],
    ['guerra', 2],
    ['pingüino', 3],
    ['quién', 1],
    ['muy', 1],
    ['reyes', 2],
    ['averiguáis', 4],
    ['y', 1],
    ['41', 1],
  ])('%s has %i syllables', (word, syllables) => {
    expect(countSpanishSyllables(word)).toBe(syllables)
  })

  it('is scored by the formula of Szigriszt Pazos', () => {
    // Two sentences, 12 words, 25 syllables.
    expect(
      inflesz(['El corazón bombea menos sangre. Usted puede cansarse antes que de costumbre.']),
    ).toBeCloseTo(206.835 - 62.3 * (25 / 12) - 6, 5)
    expect(inflesz([])).toBe(100)
  })

  it('finds words of specialists harder than everyday ones', () => {
    expect(
      inflesz(['Comorbilidades hepatocelulares descompensadas requieren hospitalización inmediata.']),
    ).toBeLessThan(40)
    expect(inflesz(['El hígado no hace bien su trabajo.'])).toBeGreaterThan(65)
  })
})

describe('Chinese', () => {
  it('parts sentences at its own stops', () => {
    expect(splitChineseSentences('您好。请看：这里；谢谢！')).toEqual(['您好。', '请看：这里；', '谢谢！'])
  })

  it('counts characters, and a number or a Latin word as one', () => {
    expect(chineseLength('100 人中有 41 人仍然在世。')).toBe(10)
    expect(chineseLength('BNP 高')).toBe(2)
  })

  it('knows the common characters of the national standard', () => {
    expect(rareCharacters('心力衰竭和肝衰竭，骨髓移植')).toEqual([])
    expect(rareCharacters('黄疸，罹患黄疸')).toEqual(['疸', '罹'])
  })
})
