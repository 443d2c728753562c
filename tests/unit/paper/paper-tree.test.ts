import { describe, expect, test } from 'vitest'
import { previewTree, summaryTree } from '@/lib/paper/paper-tree'
import { htmlOf } from '@/lib/texts/view'
import { heading, list, note, plain, strong } from '@/lib/paper/blocks'
import type { Block } from '@/lib/paper/schema'
import { ownWords, paperOf } from '@/tests/paper-of'

const shown = (...blocks: Block[]) => htmlOf(...summaryTree(paperOf(blocks), 'About'))
const previewed = (...blocks: Block[]) => htmlOf(previewTree(paperOf(blocks)))

describe('the summary page', () => {
  test('each heading begins a part that is known by its name, and so does the box for emergencies', () => {
    const html = shown(
      heading(2, 'Where I am'),
      plain({ text: 'At home' }),
      { kind: 'urgent', title: 'Call now', items: [[{ text: 'Pain' }]], action: [{ text: 'Call 112.' }] },
      heading(2, 'My questions'),
      heading(3, 'Answers'),
    )
    expect(html).toContain(
      '<section class="part" aria-labelledby="s-1"><h2 id="s-1">Where I am</h2><p>At home</p></section>',
    )
    expect(html).toContain(
      '<section class="part" aria-labelledby="s-2"><details class="urgent"><summary><h2 id="s-2">Call now</h2></summary>',
    )
    expect(html).toContain('<h2 id="s-3">My questions</h2><h3>Answers</h3></section>')
  })

  test('a figure keeps the id of what it was made from, a source its own: both are marked when one is withdrawn', () => {
    const html = shown(
      ...list([
        [
          strong('A.'),
          { text: '8 in 100 died', from: 'estimate:trial-died' },
          { text: 'About 2 years', isNote: true, from: 'estimate:trial-died' },
          { text: 'Author, 2016', isNote: true, source: 'trial-2016' },
          { text: ' Corrected.', isNote: true, isStrong: true, statusOf: 'trial-2016' },
        ],
      ]),
    )
    expect(html).toContain(
      '<strong>A.</strong><span class="number" data-figure="estimate:trial-died">8 in 100 died</span>' +
        '<span class="note"><span class="number" data-figure="estimate:trial-died">About 2 years</span>' +
        '<span data-source="trial-2016" data-plain="">Author, 2016</span>' +
        '<strong data-status-of="trial-2016"> Corrected.</strong></span>',
    )
  })

  test('lines to write on are there for a pen, and not for who hears the page', () => {
    expect(shown({ kind: 'lines', count: 2 })).toContain(
      '<div class="lines" aria-hidden="true"><i></i><i></i></div>',
    )
  })

  test('own words are marked as such, and what looks like markup in them is text', () => {
    expect(shown(ownWords('<b>1 & 2'))).toContain('<p class="own-text">&lt;b&gt;1 &amp; 2</p>')
  })
})

describe('the preview of what is shared', () => {
  test('stands one heading lower, with its lead and its foot, and without room for a pen', () => {
    const html = previewed(
      heading(2, 'Bare'),
      heading(2, 'What matters'),
      heading(3, 'More'),
      note('Not said'),
      { kind: 'lines', count: 2 },
    )
    expect(html).toBe(
      '<div class="flow"><p>For my visit</p><h3>What matters</h3><h4>More</h4><p class="note">Not said</p>' +
        '<p class="note">This is not medical advice. Not yet reviewed by a clinician. Content version 2026.11.20.</p></div>',
    )
  })
})
