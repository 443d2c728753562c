import { describe, expect, it } from 'vitest'
import { askedWords } from '@/lib/products/product-questions'
import { ProductQuestion } from '@/lib/products/schema'
import { translator } from '@/lib/texts/translate'

const t = translator('en')

describe('the questions asked of every cell product', () => {
  it('name the organ of the illness that the page is about', () => {
    const ask = (organQuestion: string) => askedWords('organ-works-better', { organQuestion }, t)
    expect(ask('Will my heart work better?')).toBe('Will my heart work better?')
    expect(ask('Will my thumb work better?')).toBe('Will my thumb work better?')
  })

  it('are otherwise the same for every illness', () => {
    const others = ProductQuestion.options.filter((question) => question !== 'organ-works-better')
    for (const question of others) {
      const asked = askedWords(question, { organQuestion: 'never this one' }, t)
      expect(asked).toBe(t(`stemCells.question.${question}`))
      expect(asked).not.toMatch(/heart|liver/i)
    }
  })
})
