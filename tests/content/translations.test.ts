import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales, sourceLocale } from '@/lib/texts/languages'
import { checkLanguage, checkLanguages, pairsOf } from '@/prisma/pipeline/translation/check-translation'
import { languageTermsSchema } from '@/prisma/pipeline/translation/rules-schema'
import { textsIn } from '@/prisma/pipeline/translation/texts'

const root = 'prisma/content'
const others = locales.filter((locale) => locale !== sourceLocale)

describe('each language beside the first one', () => {
  it('has the same denials, grades of certainty, numbers and gaps, and is of the text of today', () => {
    expect(checkLanguages(root)).toEqual([])
  })

  it.each(others)('%s: every text is translated', (locale) => {
    expect(pairsOf(root, locale)).toHaveLength(textsIn(root, sourceLocale).length)
  })
})

describe('the terms of a language', () => {
  it.each(others)('%s: each stands once, and says where it was seen', (locale) => {
    const file = path.join(root, 'shared/translations', `${locale}.terms.yaml`)
    const { terms } = languageTermsSchema.parse(parse(fs.readFileSync(file, 'utf8')))
    expect(terms.length).toBeGreaterThanOrEqual(200)
    const names = terms.map(({ source }) => source)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(terms.filter(({ seen }) => seen === undefined)).toEqual([])
  })
})

describe('a translation that was harmed', () => {
  let copy: string
  beforeAll(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-translation-'))
    fs.cpSync(root, copy, { recursive: true })
  })
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

  it.each([
    ['es', 'heart-failure/words.es/stem-cells.yaml', /\bno (?:pudo|hubo|se sabe)\b/, 'pudo', 'not'],
    ['es', 'liver-failure/words.es/decisions.yaml', /\bprobablemente /, '', 'probably'],
    ['zh', 'heart-failure/words.zh/decisions.yaml', /没能/, '', 'not'],
    ['zh', 'liver-failure/words.zh/decisions.yaml', /很可能/, '', 'probably'],
  ] as const)('%s: %s is found', (locale, file, word, instead, rule) => {
    const whole = fs.readFileSync(path.join(copy, file), 'utf8')
    expect(whole).toMatch(word)
    fs.writeFileSync(path.join(copy, file), whole.replaceAll(new RegExp(word, 'g'), instead))
    const messages = checkLanguage(copy, locale).map(({ message }) => message)
    fs.writeFileSync(path.join(copy, file), whole)
    expect(messages.some((message) => message.startsWith(`${rule}: `))).toBe(true)
  })

  it('is out of date when its English has changed', () => {
    const file = path.join(copy, 'heart-failure/words.en/options.yaml')
    const whole = fs.readFileSync(file, 'utf8')
    const short = /^ {4}short: (.*)$/m.exec(whole)
    if (!short?.[1]) throw new Error('no option has a short text in one line')
    fs.writeFileSync(file, whole.replace(short[1], `${short[1]} And this is new.`))
    for (const locale of others)
      expect(
        checkLanguage(copy, locale).map(({ message }) => message.includes('And this is new.')),
      ).toContain(true)
    fs.writeFileSync(file, whole)
  })
})
