import { describe, expect, test } from 'vitest'
import { parse } from 'parse5'
import { textIn } from '@/tests/html'
import { makePage } from '@/lib/server/front/front-of-next'
import { flightOf, readPage, readPush, scriptHashes, withoutFramework } from '@/lib/server/build/page-html'

const push = (data: string) => `<script>self.__next_f.push([1,${JSON.stringify(data)}])</script>`
const turbopack =
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]});</script>'

/** A page in the shape Next 16.4 writes. */
const pageFrom = (body: string, flight = '0:"x"\n') =>
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
  '<script src="/_next/static/chunks/a.js" async=""></script>' +
  '<script src="/lantern.js" type="module" async=""></script>' +
  '<link rel="icon" href="/icon.svg"/><script src="/_next/static/chunks/b.js" noModule=""></script></head>' +
  `<body><div hidden=""><!--$--><!--/$--></div>${body}` +
  `<script>(self.__next_f=self.__next_f||[]).push([0])</script>${push(flight)}${turbopack}</body></html>`

const without = (html: string, hints = '') =>
  withoutFramework(
    readPage(html),
    (address) => (address === '/lantern.js' ? '/assets/lantern.1.js' : address),
    hints,
  )

/** All text a reader sees: no script, no style. */
const textOf = (html: string) => textIn(parse(html), { between: '', without: ['script', 'style'] })

describe('taking the framework out of a page', () => {
  const body =
    '<p>8 in 100<!-- -->, with 6 &amp; 7 &lt;script&gt; <b title="&lt;script src=/_next/x>">x</b></p><pre>\n  a</pre>'
  const html = pageFrom(body)

  test('no script of Next, no hint to load one and no comment is left; our own module stays, under its hashed name', () => {
    const out = without(html)
    expect(out).not.toContain('__next_f')
    expect(out).not.toContain('TURBOPACK')
    expect(out).not.toContain('chunks/a.js')
    expect(out).not.toContain('chunks/b.js')
    expect(out).not.toContain('<!--')
    expect(out).not.toContain('data-precedence')
    expect(out.match(/<script/g)).toEqual(['<script'])
    expect(out).toContain('<script src="/assets/lantern.1.js" type="module" async=""></script>')
    expect(out).toContain('<link rel="stylesheet" href="/_next/static/chunks/a.css"/>')
  })

  test('every word stays, and the markup of the body is the same byte for byte but for comments', () => {
    const out = without(html)
    expect(textOf(out)).toBe(textOf(html))
    expect(out).toContain(body.replace('<!-- -->', ''))
  })

  test('an explanation stays when the page marks its word, and goes when it does not', () => {
    const marked = '<p>An <a class="term" id="of-infarct" href="#word-infarct">infarct</a></p>'
    const word = (id: string) => `<div id="word-${id}" class="word"><b>${id}</b><p>Meaning.</p></div>`
    const out = without(pageFrom(`${marked}${word('stent')}<div>${word('infarct')}</div>`))
    expect(out).toContain(`${marked}<div>${word('infarct')}</div>`)
    expect(out).not.toContain('word-stent')
  })

  test('taking it out twice changes nothing more', () => {
    expect(without(without(html))).toBe(without(html))
  })

  test('text that only looks like a script of Next is not touched', () => {
    const tricky = '<textarea><script>self.__next_f.push([1,"a"])</script></textarea>'
    expect(without(pageFrom(tricky))).toContain(tricky)
  })

  test('hints come before the first stylesheet', () => {
    expect(without(html, '<link rel="preload" href="/f"/>')).toContain(
      '<link rel="preload" href="/f"/><link rel="stylesheet"',
    )
  })

  test('inline styles are counted, because a strict policy switches them off', () => {
    expect(readPage(html).inlineStyles).toBe(0)
    expect(readPage(pageFrom('<p style="color:red">a</p><style>p{}</style>')).inlineStyles).toBe(2)
  })

  test('the page data comes back whole, whatever letters it holds', () => {
    const flight = '1:T6,ä\n</\n0:["$","p",null,{"children":"“7”"}]\n'
    const escaped = pageFrom('').replace(push('0:"x"\n'), push(flight).replace('</\\n', '\\u003c/\\n'))
    expect(flightOf(readPage(escaped)).toString('utf8')).toBe(flight)
  })
})

describe('which inline scripts may run', () => {
  test.each([
    ['Next opens its list', '(self.__next_f=self.__next_f||[]).push([0])', true],
    ['Next hands over data', 'self.__next_f.push([1,"a"])', true],
    ['a second statement rides along', 'self.__next_f.push([1,"a"]);alert(1)', false],
    ['a call rides along inside', 'self.__next_f.push([1,alert(1)])', false],
    ['a second call with brackets', 'self.__next_f.push([1,"a"]),alert([1])', false],
    ['something else', 'alert(1)', false],
    ['nothing', '', false],
  ])('%s', (_what, script, isKnown) => {
    expect(readPush(script) !== null).toBe(isKnown)
  })

  test('a page with a script of unknown shape keeps the framework, and that script gets no hash', () => {
    const html = pageFrom('<script>alert(1)</script>')
    const page = readPage(html)
    expect(page.strange).toEqual(['alert(1)'])
    expect(scriptHashes(page)).toHaveLength(3)
    const made = makePage(html, new Map())
    expect(made.html).toBe(html)
    expect(made.policy).not.toContain('unsafe')
    // sha256 of "alert(1)"
    expect(made.policy).not.toContain('bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=')
  })

  test('a page without browser parts loses the framework when it is made on request too', () => {
    const made = makePage(pageFrom('<p>a</p>'), new Map())
    expect(made.html).not.toContain('__next_f')
    expect(made.policy).toContain("script-src 'self';")
  })
})
