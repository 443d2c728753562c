import { describe, expect, it } from 'vitest'
import { checkReferences } from '@/prisma/pipeline/check-references'
import type { Content } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const faultsAfter = (change: (content: Content) => void): string[] => {
  const content = structuredClone(realContent())
  change(content)
  return checkReferences(content).map(({ file, path, message }) => `${file} ${path}: ${message}`)
}

describe('the article check', () => {
  it('is in order', () => {
    expect(faultsAfter(() => {})).toEqual([])
  })

  it.each<[string, (content: Content) => void, RegExp]>([
    [
      'a sign without words',
      ({ articleCheck }) => void articleCheck.words.signs.pop(),
      /words\.en\/warning-signs\.yaml .*no words for warning sign/,
    ],
    [
      'words for a sign that does not exist',
      ({ articleCheck }) => void articleCheck.signs.pop(),
      /words for an unknown warning sign/,
    ],
    [
      'patterns of a claim that no article made',
      ({ articleCheck }) => void articleCheck.claims.forEach((claim) => (claim.id = `${claim.id}-x`)),
      /has no such claim/,
    ],
    [
      'a claim that nothing can find',
      ({ articleCheck }) => void articleCheck.claims.pop(),
      /nothing says how to find this claim/,
    ],
    [
      'a thing left out without words',
      ({ articleCheck }) => void delete articleCheck.words.missing.harms,
      /no words for thing left out "harms"/,
    ],
    [
      'a condition without a folder',
      (content) => void content.conditions.pop(),
      /[\w-]+\/claim-patterns\.yaml : unknown condition/,
    ],
    [
      'phrases that speak for a sign that does not exist',
      ({ articleCheck }) => void articleCheck.families.forEach((family) => (family.sign = 'no_such_sign')),
      /there is no sign "no_such_sign"/,
    ],
    [
      'a sign that no phrase of another language speaks for',
      ({ articleCheck }) => void articleCheck.others.zh?.families.pop(),
      /words\.zh\/article-patterns\.yaml .*no family of phrases speaks for this sign/,
    ],
    [
      'a claim that nothing can find in another language',
      ({ articleCheck }) => void articleCheck.others.es?.claims.pop(),
      /words\.es\/claim-patterns\.yaml .*nothing says how to find this claim/,
    ],
    [
      'a phrase that cannot be read',
      ({ articleCheck }) => void articleCheck.families[0]?.patterns.strong.push('(open (bracket'),
      /bracket is not closed/,
    ],
    [
      'a phrase that names a list nobody wrote',
      ({ articleCheck }) => void articleCheck.families[0]?.patterns.strong.push('@no-such-list'),
      /no-such-list/,
    ],
  ])('%s is refused', (_what, change, says) => {
    expect(faultsAfter(change).join('\n')).toMatch(says)
  })
})
