import { expect, test } from 'vitest'
import { labelled, listed, sentences } from '@/lib/texts/marks'

test('words are joined as the language writes: with a gap, or with marks as wide as a letter', () => {
  expect(labelled('Heart failure', 'options', 'en')).toBe('Heart failure: options')
  expect(labelled('心力衰竭', '治疗选择', 'zh')).toBe('心力衰竭：治疗选择')
  expect(listed(['药物', '支架'], 'zh')).toBe('药物、支架')
  expect(listed(['pastillas', 'stent'], 'es')).toBe('pastillas, stent')
  expect(sentences(['Uno.', null, 'Dos.'], 'es')).toBe('Uno. Dos.')
  expect(sentences(['一句。', '', '两句。'], 'zh')).toBe('一句。两句。')
})
