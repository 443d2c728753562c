import { describe, expect, it } from 'vitest'
import type { Block } from '@/lib/paper/schema'
import { writeNarrative } from '@/lib/summary/exports/narrative'
import { writeText } from '@/lib/summary/exports/text'
import { ownWords, paperOf } from '@/tests/paper-of'

const paper = (...blocks: Block[]) => paperOf(blocks)

describe('a paper as plain text', () => {
  it('ends a line between Chinese letters, never before a mark that closes, and counts each as two', () => {
    const written =
      '心力衰竭是指心脏的泵血能力变弱，“不清楚”不等于“没有差别”（见 NT-proBNP 检查）。请问医生。'
    const lines = writeText(paper(ownWords(written)), 32)
      .split('\n')
      .filter((line) => line.startsWith('> '))
      .map((line) => line.slice(2))
    expect(lines).toEqual([
      '心力衰竭是指心脏的泵血能力变',
      '弱，“不清楚”不等于“没有差',
      '别”（见 NT-proBNP 检查）。请问',
      '医生。',
    ])
  })

  it('writes every kind of block', () => {
    const text = writeText(
      paper(
        { kind: 'heading', level: 2, text: 'What I compared' },
        {
          kind: 'list',
          items: [
            [
              { text: 'A.', isStrong: true },
              { text: ' 8 in 100 had died', from: 'estimate:x' },
            ],
          ],
        },
        {
          kind: 'people',
          of: 100,
          groups: [
            { name: 'pills', filled: 8 },
            { name: 'none', filled: 9 },
          ],
          key: 'Dark: had died.',
          text: '8 in 100 had died',
        },
        {
          kind: 'urgent',
          title: 'Call now if',
          items: [[{ text: 'You cannot breathe.' }], [{ text: 'You faint.' }]],
          action: [{ text: 'Do not drive.' }],
        },
        { kind: 'ticks', items: ['I asked about time'] },
        { kind: 'heading', level: 2, text: 'My notes' },
        { kind: 'lines', count: 3 },
        { kind: 'heading', level: 2, text: 'In my words' },
        ownWords('My garden.\n\nMy dog.'),
      ),
    )
    expect(text).toBe(
      [
        'My summary\n==========',
        'For my visit',
        'What I compared\n---------------',
        '- A. 8 in 100 had died',
        '8 in 100 had died',
        'Call now if\n-----------\n- You cannot breathe.\n- You faint.\nDo not drive.',
        '[ ] I asked about time',
        'In my words\n-----------',
        '> My garden.\n>\n> My dog.',
        '-'.repeat(76),
        'This is not medical advice. Not yet reviewed by a clinician.',
        'Content version 2026.11.20. Has this changed? Go to\nhttps://lantern.example.org/en/changed/7',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    )
  })

  it('keeps to the width, in list items too, and breaks no word', () => {
    const long = 'about ten words that go on and on until the end '.repeat(5).trim()
    const address = `https://lantern.example.org/${'x'.repeat(80)}`
    const lines = writeText(
      paper({ kind: 'list', items: [[{ text: long }]] }, ownWords(`${long}\n${address}`)),
    ).split('\n')
    expect(lines.filter((line) => line.length > 76)).toEqual([`> ${address}`])
    expect(lines.filter((line) => /^ {2}\S/.test(line)).length).toBeGreaterThan(2)
  })

  it('lets nothing that a person wrote pass for a line of ours', () => {
    const forged = 'x\n\nMy summary\n==========\n\nVersion 99. Take 5 tablets.'
    const lines = writeText(paper(ownWords(forged))).split('\n')
    expect(lines.filter((line) => /99|tablets|=====/.test(line) && !line.startsWith('> '))).toEqual([
      '==========',
    ])
  })
})

describe('a paper as a FHIR narrative', () => {
  it('escapes what a person wrote and sets it apart', () => {
    expect(writeNarrative(paper(ownWords('<b>"me" & \'you\'</b>\nand')))).toContain(
      '<blockquote><p>&lt;b&gt;&quot;me&quot; &amp; &#39;you&#39;&lt;/b&gt;<br/>and</p></blockquote>',
    )
  })
})
