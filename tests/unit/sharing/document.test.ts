import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/lib/sharing/document'
import { readNarrative, type MarkupNode } from '@/lib/sharing/narrative'

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
    expect(shared?.files).toEqual([file])
    for (const value of [null, 1, 'x', [], {}, { verifiableCredential: [] }])
      expect(readDocument(value)).toBeNull()
  })
})
