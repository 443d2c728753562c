import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/lib/sharing/document'
import { readNarrative, type MarkupNode } from '@/lib/sharing/read-narrative'

/** A parsed text as a browser's nodes would be. */
function nodes(node: Tree.Node): MarkupNode {
  return {
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: 'childNodes' in node ? node.childNodes.map(nodes) : [],
  }
}
const read = (markup: string) => readNarrative(nodes(parseFragment(markup)))

describe('narrative', () => {
  test('keeps text and plain elements, and nothing that could run, load or lead away', () => {
    const hostile =
      '<p onclick="x()" style="color:red">One <a href="https://evil.example">two</a><img src="https://evil.example/x.png" onerror="x()"></p>' +
      '<script>three()</script><style>p{}</style><iframe srcdoc="four"></iframe><svg><script>five</script></svg><template>six</template>'
    expect(read(hostile)).toEqual([{ tag: 'p', children: ['One ', 'two'] }])
  })

  test('headings stand under a heading of ours; a table keeps its rows and loses loose text', () => {
    expect(read('<h1>a</h1><h3>b</h3><table> <tr> <td>c</td></tr></table>')).toEqual([
      { tag: 'h3', children: ['a'] },
      { tag: 'h4', children: ['b'] },
      {
        tag: 'table',
        children: [{ tag: 'tbody', children: [{ tag: 'tr', children: [{ tag: 'td', children: ['c'] }] }] }],
      },
    ])
  })

  test('a text nested deeper than any document is cut, not followed', () => {
    expect(JSON.stringify(read(`${'<div>'.repeat(500)}deep`))).not.toContain('deep')
  })
})

describe('documents of others', () => {
  test('sections inside sections are read in order, and the rest of the file is not said twice', () => {
    const composition = {
      resourceType: 'Composition',
      title: 'Health summary',
      section: [
        {
          title: 'Problems',
          text: { div: '<div>one</div>' },
          section: [{ title: 'Old', text: { div: '<div>two</div>' } }],
        },
        { title: 'Empty' },
      ],
    }
    const shared = readDocument({
      resourceType: 'Bundle',
      entry: [
        { resource: composition },
        {
          resource: {
            resourceType: 'Patient',
            name: [{ given: ['Ana', 'Maria'], family: 'Silva' }],
            birthDate: '1950-02-03',
          },
        },
        { resource: { resourceType: 'Condition', text: { div: '<div>one again</div>' } } },
      ],
    })
    expect(shared?.title).toBe('Health summary')
    expect(shared?.person).toEqual({ name: 'Ana Maria Silva', birthDate: '1950-02-03' })
    expect(shared?.parts.map(({ title, markup }) => [title, markup])).toEqual([
      ['Problems', '<div>one</div>'],
      ['Old', '<div>two</div>'],
    ])
    expect(shared?.others).toEqual([])
  })

  test('without a composition each narrative is shown, and plain values of what has none', () => {
    const shared = readDocument({
      resourceType: 'Bundle',
      entry: [
        { resource: { resourceType: 'AllergyIntolerance', text: { div: '<div>nuts</div>' } } },
        {
          resource: {
            resourceType: 'Observation',
            code: { coding: [{ system: 'x', code: 'y', display: 'Weight' }] },
            valueQuantity: { value: 71, unit: 'kg' },
            effectiveDateTime: '2026-01-02',
          },
        },
        {},
        { resource: null },
        'nonsense',
      ],
    })
    expect(shared?.parts).toEqual([{ title: 'AllergyIntolerance', markup: '<div>nuts</div>' }])
    expect(shared?.others).toEqual([{ kind: 'Observation', lines: ['Weight', '71', 'kg', '2026-01-02'] }])
  })

  test('a single resource is shown, files in it can be saved, and what is no FHIR is null', () => {
    const file = { contentType: 'application/pdf', data: 'JVBERg==', title: 'Letter' }
    const shared = readDocument({ resourceType: 'DocumentReference', content: [{ attachment: file }, {}] })
    expect(shared?.files).toEqual([
      { title: 'Letter', contentType: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) },
    ])
    for (const value of [null, 1, 'x', [], {}, { verifiableCredential: [] }])
      expect(readDocument(value)).toBeNull()
  })

  test.each([
    ['cut', 'JVBER'],
    ['not base64', '<html>'],
    ['empty', ''],
    ['only an address', undefined],
    ['of another kind', 7],
  ])('a file whose data is %s is named and has no bytes to save', (_how, data) => {
    const attachment = {
      contentType: 'application/pdf',
      title: 'Letter',
      url: 'https://evil.example/x',
      data,
    }
    const shared = readDocument({ resourceType: 'DocumentReference', content: [{ attachment }] })
    expect(shared?.files).toEqual([{ title: 'Letter', contentType: 'application/pdf', bytes: null }])
  })
  test('base64 in lines and in the form for addresses is read', () => {
    const attachment = { contentType: 'a/b', title: 'x', data: '-_-_\r\n-_8=' }
    const shared = readDocument({ resourceType: 'DocumentReference', content: [{ attachment }] })
    expect(shared?.files[0]?.bytes).toEqual(new Uint8Array([0xfb, 0xff, 0xbf, 0xfb, 0xff]))
  })

  test('no mark that turns the direction of writing is left, wherever somebody put it', () => {
    const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'
    const turned = (text: string) => `${marks}${text}${marks}19`
    const shared = readDocument({
      resourceType: 'Bundle',
      entry: [
        { resource: { resourceType: 'Patient', name: [{ text: turned('Ann') }], birthDate: turned('1950') } },
        { resource: { resourceType: turned('Odd'), code: { text: turned('a'), valueDate: turned('b') } } },
        {
          resource: {
            resourceType: 'DocumentReference',
            content: [
              { attachment: { title: turned('fdp.exe'), contentType: turned('a/b'), data: 'JVBERg==' } },
            ],
          },
        },
      ],
    })
    const composed = readDocument({
      resourceType: 'Composition',
      title: turned('Title'),
      section: [{ title: turned('Part'), text: { div: '<p/>' } }],
    })
    const shown = JSON.stringify([shared, composed?.title, composed?.parts, read(`<p>${turned('dose')}</p>`)])
    expect(shown).toContain('dose')
    expect(shown).not.toMatch(/\p{Bidi_Control}/u)
  })
})
