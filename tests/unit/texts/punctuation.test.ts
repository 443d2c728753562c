import { describe, expect, it, vi } from 'vitest'
import {
  counted,
  ended,
  labelled,
  listed,
  partsListed,
  punctuationOf,
  punctuationOfScript,
  remarked,
  sentences,
} from '@/lib/texts/punctuation'

// A language in Chinese letters, whatever languages the site has.
vi.mock(import('@/lib/texts/languages'), async (load) => {
  const given = await load()
  const zh = { name: '简体中文', tag: 'zh-Hans-CN', lang: 'zh-Hans', dir: 'ltr', script: 'Hans' }
  return {
    ...given,
    languages: { ...given.languages, zh } as unknown as typeof given.languages,
    localeOrFirst: (value: string) => (value === 'zh' ? 'zh' : 'en') as typeof given.sourceLocale,
  }
})

describe('punctuation', () => {
  it('joins as the script of the language does', () => {
    expect(listed(['A 9', 'C 14'], 'en')).toBe('A 9, C 14')
    expect(listed(['A 9', 'C 14'], 'zh')).toBe('A 9、C 14')
    expect(partsListed(['+9 points', 'not clear'], 'en')).toBe('+9 points; not clear')
    expect(partsListed(['+9 分', '不明确'], 'zh')).toBe('+9 分；不明确')
    expect(labelled('Heart failure', 'options', 'en')).toBe('Heart failure: options')
    expect(labelled('心力衰竭', '方案', 'zh')).toBe('心力衰竭：方案')
    expect(sentences(['One.', null, '', 'Two.'], 'en')).toBe('One. Two.')
    expect(sentences(['一句。', undefined, '两句。'], 'zh')).toBe('一句。两句。')
    expect(counted('8 in 100', 'died', 'en')).toBe('8 in 100 died')
    expect(counted('100 人中有 8 人', '去世了', 'zh')).toBe('100 人中有 8 人去世了')
    expect(remarked('Velazquez, 2016', 'read in a summary', 'en')).toBe('Velazquez, 2016 (read in a summary)')
    expect(remarked('支架', 'C', 'zh')).toBe('支架（C）')
  })

  it('ends a sentence once, with the mark of its script', () => {
    expect(ended('No clear difference', 'en')).toBe('No clear difference.')
    expect(ended('How many is not known.', 'en')).toBe('How many is not known.')
    expect(ended('没有明确的差别', 'zh')).toBe('没有明确的差别。')
    expect(ended('多出多少不清楚。', 'zh')).toBe('多出多少不清楚。')
  })

  it('knows a language by a longer tag, and takes Latin marks for what it does not know', () => {
    expect(punctuationOf('zh-Hans')).toBe(punctuationOfScript('Hans'))
    expect(punctuationOf('en-GB')).toBe(punctuationOfScript('Latn'))
    expect(punctuationOf('xx')).toBe(punctuationOfScript('Cyrl'))
  })
})
