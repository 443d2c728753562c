import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCrossref } from '@/lib/watch/crossref'
import { readPubmed } from '@/lib/watch/pubmed'
import { retractionWatchReader } from '@/lib/watch/retraction-watch'
import { FailedDetail, FoundDetail, TrialState } from '@/lib/watch/schema'
import { SourceStatus } from '@/lib/sources/schema'
import type { Finding } from '@/lib/watch/finding'
import { readTrialsRegister } from '@/lib/watch/trials-register'
import { fixtureText, reply } from './reply'

const good = (finding: Finding | undefined) => (finding?.ok ? finding.status : `failed: ${finding?.detail}`)

/** Every value in a finding is one of ours. */
function isClosed(finding: Finding): boolean {
  if (!finding.ok) return FailedDetail.safeParse(finding.detail).success
  return (
    FoundDetail.safeParse(finding.detail).success &&
    SourceStatus.nullable().safeParse(finding.status).success &&
    TrialState.optional().safeParse(finding.trial?.state).success
  )
}

describe('Crossref', () => {
  test.each([
    ['crossref-current', '10.5555/current', 'current'],
    ['crossref-retracted', '10.5555/retracted', 'retracted'],
    ['crossref-concern', '10.5555/concern', 'concern'],
    ['crossref-corrected', '10.5555/corrected', 'corrected'],
  ])('%s', (name, doi, status) => expect(good(readCrossref(reply(name), doi))).toBe(status))

  test('a notice of retraction is not itself retracted', () => {
    expect(good(readCrossref(reply('crossref-notice'), '10.5555/notice'))).toBe('current')
  })
  test('a DOI is the same in capitals', () => {
    expect(good(readCrossref(reply('crossref-current'), '10.5555/CURRENT'))).toBe('current')
  })
  test('an answer about another paper is not taken', () => {
    expect(good(readCrossref(reply('crossref-retracted'), '10.5555/current'))).toBe('failed: wrong-record')
  })

  const work = (title: string, types: string[] = []) => ({
    message: { DOI: '10.5555/x', title: [title], 'updated-by': types.map((type) => ({ type })) },
  })
  test.each([
    ['RETRACTED: Cells', 'retracted'],
    ['Retracted Article: Cells', 'retracted'],
    ['[Retracted] Cells', 'retracted'],
    ['WITHDRAWN: Cells', 'retracted'],
    ['Retraction: Cells', 'current'],
    ['<b>RETRACTED:</b> Cells', 'retracted'],
    ['&lt;b&gt;RETRACTED&lt;/b&gt;: Cells', 'retracted'],
    ['Cells for heart failure [Retracted]', 'retracted'],
    ['Cells for heart failure (RETRACTED ARTICLE).', 'retracted'],
    ['Cells for heart failure – Retracted', 'retracted'],
    ['This article has been retracted: Cells', 'retracted'],
    ['WITHDRAWN:\u00a0Cells', 'retracted'],
    ['Retraction Note: Cells', 'current'],
    ['Withdrawal of tablets after recovery (TRED-HF)', 'current'],
    // In doubt a person must look.
    ['Retracted papers and how to find them', 'failed: unknown-value'],
    ['Withdrawn from treatment: what then', 'failed: unknown-value'],
    ['Expression of concern: Cells', 'failed: unknown-value'],
  ])('title “%s” is %s', (title, status) => expect(good(readCrossref(work(title), '10.5555/x'))).toBe(status))
  test('a type of update that we do not know asks for a person', () => {
    expect(good(readCrossref(work('Cells', ['correction', 'sparkle']), '10.5555/x'))).toBe(
      'failed: unknown-value',
    )
    expect(good(readCrossref(work('Cells', ['constructor']), '10.5555/x'))).toBe('failed: unknown-value')
  })
  test('a relation that sounds like a retraction asks for a person', () => {
    const { message } = work('Cells')
    const body = { message: { ...message, relation: { 'is-retracted-by': [{ id: 'x' }] } } }
    expect(good(readCrossref(body, '10.5555/x'))).toBe('failed: unknown-value')
  })
  test('but never hides a retraction', () => {
    expect(good(readCrossref(work('Cells', ['sparkle', 'retraction']), '10.5555/x'))).toBe('retracted')
  })
  test('a partial retraction is shown as a warning', () => {
    expect(good(readCrossref(work('Cells', ['partial_retraction']), '10.5555/x'))).toBe('concern')
  })
  test.each([
    [{}],
    [null],
    [[]],
    ['text'],
    [{ message: { DOI: 7 } }],
    [{ message: { DOI: '10.5555/x', title: 'no list' } }],
  ])('wrong shape %j', (body) => expect(good(readCrossref(body, '10.5555/x'))).toBe('failed: wrong-shape'))
})

describe('PubMed', () => {
  const pmids = ['99990001', '99990002', '99990003', '99990004']
  test('reads each record by its own number', () => {
    const findings = readPubmed(fixtureText('pubmed.xml'), pmids)
    expect(pmids.map((pmid) => good(findings.get(pmid)))).toEqual([
      'current',
      'retracted',
      'concern',
      'failed: not-known-there',
    ])
  })
  test.each([
    ['', 'wrong-format'],
    ['<html>PubmedArticleSet</html>', 'wrong-format'],
    ['<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99990001</PMID>', 'wrong-format'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><PubmedArticleSet></PubmedArticleSet>', 'wrong-format'],
    ['<PubmedArticleSet></PubmedArticleSet>', 'not-known-there'],
    ['<PubmedArticleSet><PubmedArticle><PMID>x</PMID></PubmedArticle></PubmedArticleSet>', 'wrong-shape'],
  ])('%j', (xml, detail) =>
    expect(readPubmed(xml, ['99990001']).get('99990001')).toEqual({ ok: false, detail }),
  )
  test('a link that we do not know asks for a person', () => {
    const xml = fixtureText('pubmed.xml').replace('RefType="CommentIn"', 'RefType="SparkleIn"')
    expect(good(readPubmed(xml, pmids).get('99990001'))).toBe('failed: unknown-value')
    expect(good(readPubmed(xml, pmids).get('99990002'))).toBe('retracted')
  })
})

describe('ClinicalTrials.gov', () => {
  test('recruiting', () => {
    expect(readTrialsRegister(reply('trials-recruiting'), 'NCT99990001')).toEqual({
      ok: true,
      status: null,
      trial: { state: 'recruiting', hasResults: false },
      detail: 'state',
    })
  })
  test('ended with results', () => {
    const finding = readTrialsRegister(reply('trials-completed'), 'NCT99990002')
    expect(finding).toMatchObject({ ok: true, trial: { state: 'completed-with-results', hasResults: true } })
  })
  test('a state that we do not know, another trial, wrong types', () => {
    const study = (overallStatus: unknown, hasResults: unknown = false) => ({
      protocolSection: { identificationModule: { nctId: 'NCT99990001' }, statusModule: { overallStatus } },
      hasResults,
    })
    expect(good(readTrialsRegister(study('SPARKLING'), 'NCT99990001'))).toBe('failed: unknown-value')
    expect(good(readTrialsRegister(study('toString'), 'NCT99990001'))).toBe('failed: unknown-value')
    expect(good(readTrialsRegister(study('AVAILABLE'), 'NCT99990001'))).toBe('failed: wrong-record')
    expect(good(readTrialsRegister(study('RECRUITING'), 'NCT99990002'))).toBe('failed: wrong-record')
    expect(good(readTrialsRegister(study(['RECRUITING']), 'NCT99990001'))).toBe('failed: wrong-shape')
    expect(good(readTrialsRegister(study('RECRUITING', 'yes'), 'NCT99990001'))).toBe('failed: wrong-shape')
  })
})

describe('the Retraction Watch file', () => {
  const wanted = [
    '10.5555/retracted',
    '99990002',
    '10.5555/concern',
    '10.5555/back',
    '10.5555/strange',
    '10.5555/none',
  ]
  const read = (text: string, size = text.length) => {
    const reader = retractionWatchReader(wanted)
    for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
    const findings = reader.finish()
    return wanted.map((about) => good(findings.get(about)))
  }
  const expected = ['retracted', 'retracted', 'concern', 'corrected', 'failed: unknown-value', 'current']
  test('finds rows by DOI and by PubMed number', () =>
    expect(read(fixtureText('retraction-watch.csv'))).toEqual(expected))
  test('wherever the pieces are cut', () => {
    for (const size of [1, 7, 64]) expect(read(fixtureText('retraction-watch.csv'), size)).toEqual(expected)
  })
  test('a file without its columns says nothing about anybody', () => {
    expect(new Set(read('a,b\n1,2\n'))).toEqual(new Set(['failed: wrong-shape']))
    expect(new Set(read(''))).toEqual(new Set(['failed: wrong-shape']))
  })
  const heading = 'OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate\n'
  const about = (rows: string, key = '10.1000/abc') => {
    const reader = retractionWatchReader([key])
    reader.push(heading + rows)
    return good(reader.finish().get(key))
  }
  test.each([
    'https://doi.org/10.1000/abc',
    'http://dx.doi.org/10.1000/ABC',
    'doi:10.1000/abc',
    '10.1000/abc. ',
    '\u00a010.1000/abc\u200b',
    '10.1000/abc;10.1000/def',
    '"10.1000/def, 10.1000/abc"',
    '10.1000%2Fabc',
  ])('a DOI written as “%s” is found', (doi) => {
    expect(about(`${doi},0,Retraction,3/15/2021 0:00\n`)).toBe('retracted')
  })
  test('a DOI that holds a semicolon and brackets is one DOI', () => {
    const doi = '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2'
    expect(about(`${doi.replace('<', '&lt;').replace('>', '&gt;')},0,Retraction,\n`, doi)).toBe('retracted')
  })
  test.each(['12345', '12345.0', 'PMID: 12345', '777;12345'])('a PubMed number as “%s”', (pmid) => {
    expect(about(`unavailable,${pmid},Retraction,\n`, '12345')).toBe('retracted')
  })
  test('a part of a number is another number', () => {
    expect(about('10.1000/abcd,123450,Retraction,\n')).toBe('current')
    expect(about('10.1000/abcd,123450,Retraction,\n', '12345')).toBe('current')
  })
  test('two natures in one cell: the graver one counts, an empty one is for a person', () => {
    expect(about('10.1000/abc,0,Expression of concern; Retraction,\n')).toBe('retracted')
    expect(about('10.1000/abc,0,,\n')).toBe('failed: unknown-value')
  })
  test('days of both spellings: put back in 2021 after a retraction in 2020', () => {
    for (const [first, then] of [
      ['1/1/2020 0:00', '1/1/2021 0:00'],
      ['2020-01-01', '2021-01-01'],
    ])
      expect(about(`10.1000/abc,0,Retraction,${first}\n10.1000/abc,0,Reinstatement,${then}\n`)).toBe(
        'corrected',
      )
  })
  test('a quote without an end stops the reading', () => {
    expect(() => read(`a,b\n"${'x'.repeat(300_000)}`)).toThrow(RangeError)
  })
})

describe('whatever comes back, only our own values come out', () => {
  test('JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, word) => {
        for (const body of [
          value,
          { message: value },
          { message: { DOI: '10.5555/x', title: [word], 'updated-by': [{ type: word }] } },
        ])
          expect(isClosed(readCrossref(body, '10.5555/x'))).toBe(true)
        expect(isClosed(readTrialsRegister(value, 'NCT99990001'))).toBe(true)
      }),
    )
  })
  test('XML cut or changed anywhere', () => {
    const xml = fixtureText('pubmed.xml')
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(40), fc.string(), (at, length, put) => {
        const findings = readPubmed(xml.slice(0, at) + put + xml.slice(at + length), ['99990001', '99990002'])
        expect(findings.size).toBe(2)
        for (const finding of findings.values()) expect(isClosed(finding)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
