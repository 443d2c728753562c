/** The page on which a study is added to the list of sources. */
import { h, type View } from '@/lib/texts/view'
import { words } from './desk-words'
import { button, choice, field, postForm, say, tick } from './frame-view'
import { openFields, readAsKinds, sourceKinds, type SourceFault, type Typed } from './new-source'
import { findingList } from './part-view'

export const sourceHref = (base: string) => `${base}/source`

const named = (ids: readonly string[]) => ids.map((id) => [id, id.replaceAll('-', ' ')] as const)

export function sourceView(
  base: string,
  typed: Typed,
  faults: readonly SourceFault[],
  found: readonly { place: string; message: string; fix: string }[],
): View[] {
  const value = (name: string) => typed[name] ?? ''
  const faultOf = (name: string) => {
    const fault = faults.find((one) => one.field === name)?.fault
    return fault === 'number' ? say(words.needNumber, { typed: value(name) }) : fault && words.faults[fault]
  }
  const line = (name: string) =>
    field({
      name,
      label: words.sourceFields[name] ?? name,
      value: value(name),
      fault: faultOf(name),
      keep: `source-${name}`,
      ...(words.sourceHints[name] ? { hint: words.sourceHints[name] } : {}),
    })
  const pick = (name: string, options: readonly (readonly [string, string])[]) =>
    choice(name, words.sourceFields[name] ?? name, options, value(name), { fault: faultOf(name), first: '…' })
  return [
    h('p', {}, words.sourceLead),
    ...(found.length ? [h('p', { class: 'fault' }, words.stillWrong), findingList(found)] : []),
    postForm(
      sourceHref(base),
      line('id'),
      line('title'),
      line('authors'),
      tick('others', words.sourceOthers, value('others') === 'yes'),
      pick('kind', named(sourceKinds)),
      ...openFields.map(line),
      pick('readAs', named(readAsKinds)),
      choice('tier', words.tier, Object.entries(words.tiers), value('tier'), {
        fault: faultOf('tier'),
        first: '…',
      }),
      field({
        name: 'who',
        label: words.yourName,
        value: value('who'),
        fault: faultOf('who') && words.needName,
      }),
      button(words.sourceAdd),
    ),
  ]
}
