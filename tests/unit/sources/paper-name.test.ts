import { describe, expect, it } from 'vitest'
import { onPaper, paperName } from '@/lib/sources/paper-name'

describe('the name of a source on paper', () => {
  it('is its translation where its letters are Chinese', () => {
    expect(paperName('肝衰竭诊治指南(2024年版) [Guideline for liver failure, 2024 edition]')).toBe(
      'Guideline for liver failure, 2024 edition',
    )
    expect(paperName('临床肝胆病杂志 (J Clin Hepatol)')).toBe('J Clin Hepatol')
  })

  it('stays as it is without a translation, and in Latin letters, brackets and all', () => {
    expect(paperName('干细胞')).toBe('干细胞')
    expect(paperName('Cells in heart failure (CHART-1)')).toBe('Cells in heart failure (CHART-1)')
  })

  it('says "≥" in words, which our fonts do not show', () => {
    expect(paperName('Ejection fraction ≥50%')).toBe('Ejection fraction at least 50%')
  })

  it('leaves the rest of a source alone', () => {
    expect(onPaper({ title: '指南 [Guideline]', container: null })).toEqual({
      title: 'Guideline',
      container: null,
    })
  })
})
