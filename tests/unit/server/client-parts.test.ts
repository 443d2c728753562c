import { describe, expect, test } from 'vitest'
import { importedModules, interactiveParts } from '@/lib/server/build/client-parts'

const modules = new Map([
  ['1', '[project]/node_modules/next/dist/esm/client/components/layout-router.js'],
  ['2', '[project]/app/[locale]/error.tsx'],
  ['3', '[project]/components/claims/article-box.tsx'],
  ['4', '[project]/node_modules/@tanstack/react-query/build/modern/QueryClientProvider.js'],
])
const rows = (...ids: number[]) =>
  Buffer.from(ids.map((id) => `${id}:I[${id},["/a.js"],"default"]\n`).join(''))

describe('does a page have browser parts', () => {
  test("Next's own boundaries and the error page are none", () => {
    expect(interactiveParts(rows(1, 2), modules)).toEqual([])
  })

  test('a component of ours, or of a package, is one', () => {
    expect(interactiveParts(rows(1, 3), modules)).toEqual(['[project]/components/claims/article-box.tsx'])
    expect(interactiveParts(rows(4), modules)).toHaveLength(1)
  })

  test('a module that no manifest knows, or data that is not understood, leaves the page to Next', () => {
    expect(interactiveParts(rows(1, 9), modules)).toBeNull()
    expect(interactiveParts(Buffer.from('no rows at all'), modules)).toBeNull()
  })

  test('a text row that looks like an import is text: its length says where it ends', () => {
    const text = '\n9:I[3,[],"a"]\n“9”'
    const flight = Buffer.concat([
      Buffer.from(`5:T${Buffer.byteLength(text).toString(16)},${text}`),
      rows(1),
      Buffer.from(':HL["/a.css","style"]\n0:{"a":"I[3]"}\n'),
    ])
    expect(importedModules(flight)).toEqual(['1'])
  })
})
