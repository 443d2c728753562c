import fc from 'fast-check'
import { expect, test } from 'vitest'
import { h, htmlOf, type View } from '@/lib/texts/view'
import { drawnHtml, servedHtml } from '@/tests/drawn-html'

/** Texts as people and attackers write them; a browser reads a CR as a line end and drops a NUL, and so must we all. */
const text = fc
  .oneof(fc.string(), fc.constantFrom('</p><script>', '"><img src=x>', '&amp;', "'", '<!--', '👩🏽‍⚕️'))
  .map((some) => some.replaceAll(/[\r\u0000]/g, ' '))

const { view } = fc.letrec<{ view: View }>((tie) => ({
  view: fc.oneof(
    { maxDepth: 4 },
    text,
    fc
      .record({
        tag: fc.constantFrom('div', 'section', 'span', 'strong'),
        attrs: fc.dictionary(fc.constantFrom('class', 'id', 'data-figure', 'aria-label'), text),
        children: fc.array(tie('view'), { maxLength: 3 }),
      })
      .map(({ tag, attrs, children }) => h(tag, { ...attrs }, ...children)),
  ),
}))

test('whatever is to be shown, the server and the browser make the same page of it', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(servedHtml(one)).toBe(drawnHtml(one))
    }),
  )
})

test('a text is never markup, in neither of them', () => {
  const hostile = h('p', { title: '"><script>' }, '<b>bold</b> & more')
  expect(htmlOf(hostile)).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;bold&lt;/b&gt; &amp; more</p>')
  expect(drawnHtml(hostile)).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; more')
})
