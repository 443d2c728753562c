/**
 * The packet builder in the browser: no framework, no storage, and nothing sent. It asks for the module that makes a packet
 * when the form is first reached, and for the public keys of clinics when a packet was signed. Built into public/build-packet.js.
 */
import type { KeptGiver } from '@/lib/clinics/giver'
import type * as MakePacket from '@/lib/browser/packets/make-packet'
import { showLogo } from '@/lib/browser/packets/show-logo'
import { listenForCopy } from '@/lib/browser/packets/copy-text'
import { squaresPath } from '@/lib/reviews/changed-address'
import type { WrittenPacket } from '@/lib/packets/fragment'
import { maxNoteLength, noteFault, noteLength, tidyNote } from '@/lib/packets/note-text'
import { clinicKeysIn, isPrivateClinicKey } from '@/lib/packets/packet-shape'
import type { Packet, PrivateClinicKey } from '@/lib/packets/schema'
import { fillText } from '@/lib/texts/fill-gaps'
import { dayOf, writtenDay } from '@/lib/texts/intl'
import { linkPage } from '@/lib/texts/link-pages'
import { partsListed } from '@/lib/texts/punctuation'

type Fault =
  Exclude<WrittenPacket, { ok: true }>['why'] | 'condition' | 'decision' | 'options' | 'key' | 'sign' | 'line'

/** Asked for once. A part that did not come stays away until the page is loaded again. */
let coming: Promise<typeof MakePacket> | null = null
const maker = () => {
  const address = '/make-packet.js'
  return (coming ??= import(address) as Promise<typeof MakePacket>)
}

const all = <E extends HTMLElement>(selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<E>(selector),
]
const one = <E extends HTMLElement>(selector: string, within: ParentNode = document) =>
  within.querySelector<E>(selector)
const fill = (template: string | undefined, values: Record<string, string>) =>
  fillText(template ?? '', values)

const deflateOr = (store: (typeof MakePacket)['store']) => async (bytes: Uint8Array) => {
  try {
    const packed = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(packed).arrayBuffer())
  } catch {
    return store(bytes) // an older browser: a longer link, which every page can read as well
  }
}

function start(form: HTMLFormElement): void {
  const locale = form.dataset.packetForm ?? ''
  // Where people find this site, which need not be the address that is open here.
  const site = form.dataset.site || location.origin
  const result = one('[data-packet-result]')
  const note = one<HTMLTextAreaElement>('#packet-note', form)
  const keyFile = one<HTMLInputElement>('#packet-key', form)
  const keyState = one('#packet-key-state', form)
  if (!result || !note || !keyFile || !keyState) return
  const valueOf = (name: string) => one<HTMLInputElement>(`[name="${name}"]:checked`, form)?.value ?? ''
  const condition = () => valueOf('condition')
  const decision = () => valueOf(`decision.${condition()}`)
  const lists = all('[data-for-decision]', form)
  const list = () => lists.find((part) => part.dataset.forDecision === `${condition()} ${decision()}`)
  let key: PrivateClinicKey | null = null

  const show = () => {
    for (const part of all('[data-for-condition]', form))
      part.hidden = part.dataset.forCondition !== condition()
    const situation = valueOf(`situation.${condition()}`)
    for (const radio of all<HTMLInputElement>(`[name="decision.${condition()}"]`, form)) {
      const fits = !situation || (radio.dataset.situations ?? '').split(' ').includes(situation)
      const choice = radio.closest('label')
      if (choice) choice.hidden = !fits
      if (!fits) radio.checked = false
    }
    for (const part of lists) part.hidden = part !== list()
    const left = one('#packet-note-left', form)
    if (left)
      left.textContent = fill(left.dataset.left, { count: String(maxNoteLength - noteLength(note.value)) })
  }

  const say = (faults: Fault[]) => {
    const box = one('[data-faults]', form)
    if (!box) return
    for (const line of all('[data-fault]', box)) line.hidden = !faults.includes(line.dataset.fault as Fault)
    note.setAttribute('aria-invalid', String(faults.includes('link') || faults.includes('too-long')))
    box.hidden = faults.length === 0
    if (faults.length) {
      result.hidden = true
      box.focus()
      box.scrollIntoView({ block: 'center' })
    }
  }

  const picked = () =>
    all('[data-option]', list() ?? document.createElement('div'))
      .filter((item) => one<HTMLInputElement>('input', item)?.checked)
      .map((item) => item.dataset.option ?? '')

  const namesOf = (options: readonly string[]) =>
    options.flatMap((id) => {
      const name = one(`[data-option="${id}"] [data-name]`, list() ?? form)?.textContent
      return name ? [name] : []
    })

  const faultsNow = (): Fault[] => {
    if (!condition()) return ['condition']
    const faults: Fault[] = []
    if (!decision()) faults.push('decision')
    else if (!picked().length) faults.push('options')
    const why = noteFault(tidyNote(note.value))
    if (why) faults.push(why)
    if (keyFile.files?.length && !key) faults.push('key')
    return faults
  }

  /**
   * The clinic as the site will prove it to the patient; null, and said, when it could not: better the clinician hears
   * it than the patient.
   */
  const proved = async (fragment: string, { giverOf }: typeof MakePacket): Promise<KeptGiver | null> => {
    const showState = (state: string) => {
      for (const line of all('[data-key-state]', result)) line.hidden = line.dataset.keyState !== state
    }
    showState('')
    try {
      const reply = await fetch('/api/clinic-keys')
      if (reply.ok) {
        const giver = await giverOf(fragment, condition(), clinicKeysIn(await reply.json()))
        showState(giver ? '' : 'unknown')
        return giver
      }
    } catch {
      // said below
    }
    showState('unchecked')
    return null
  }

  const put = (name: string, text: string) => {
    const place = one(`[data-slip="${name}"]`, result)
    if (place) place.textContent = text
  }
  const template = (name: string) => one(`[data-slip="${name}"]`, result)?.dataset.template

  /** Who gives it, over the slip and the note: nobody, unless proved. */
  const putGiver = (giver: KeptGiver | null) => {
    const { name = '', phone, when, address } = giver ?? {}
    for (const part of all('[data-slip-when]', result))
      part.hidden = part.dataset.slipWhen !== (giver ? 'proved' : 'open')
    showLogo(one('[data-slip="logo"]', result), giver?.logo ?? null)
    put('given', fill(template('given'), { name }))
    put('note-from', fill(template('note-from'), { name }))
    const where = one('[data-slip="where"]', result)
    if (where) where.hidden = !address
    put('where', address ? fill(template('where'), { address }) : '')
    const call = one('[data-slip="call"]', result)
    if (!call) return
    call.hidden = !phone
    const words = when ? call.dataset.templateWhen : call.dataset.template
    call.textContent = phone ? fill(words, { phone, when: when ?? '' }) : ''
  }

  const present = (
    packet: Packet,
    address: string,
    giver: KeptGiver | null,
    { encode }: typeof MakePacket,
  ) => {
    putGiver(giver)
    const box = one<HTMLTextAreaElement>('#packet-link', result)
    if (box) box.value = address
    one('[data-packet-open]', result)?.setAttribute('href', address)
    const labelOf = (name: string) =>
      one<HTMLInputElement>(`[name="${name}"]:checked`, form)?.closest('label')?.textContent ?? ''
    const conditionName = labelOf('condition')
    put('condition', conditionName)
    put('decision', labelOf(`decision.${packet.condition}`))
    put('note', packet.note)
    const noteBox = one('[data-slip-note]', result)
    if (noteBox) noteBox.hidden = packet.note === ''
    put('no-camera', fill(template('no-camera'), { address: `${site}/${locale}`, condition: conditionName }))
    put('whole', address)
    put('reviewed', one(`[name="decision.${packet.condition}"]:checked`, form)?.dataset.reviewed ?? '')
    const recordBox = one<HTMLTextAreaElement>('[data-packet-note]', result)
    if (recordBox)
      recordBox.value = fill(recordBox.dataset.packetNote, {
        condition: conditionName,
        question: labelOf(`decision.${packet.condition}`),
        options: partsListed(namesOf(packet.options), locale),
        reviewed: one(`[name="decision.${packet.condition}"]:checked`, form)?.dataset.reviewed ?? '',
        date: writtenDay(packet.made, locale),
      })
    put('made', fill(template('made'), { date: writtenDay(packet.made, locale) }))
    const { data, size } = encode(address, { ecc: 'M', border: 4 })
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
    svg.setAttribute('shape-rendering', 'crispEdges')
    svg.setAttribute('aria-hidden', 'true')
    const draw = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      svg.append(element)
    }
    draw('rect', { width: String(size), height: String(size), fill: '#fff' })
    draw('path', { d: squaresPath(data), fill: '#000' })
    one('[data-slip="code"]', result)?.replaceChildren(svg)
    result.hidden = false
    const heading = one('#packet-result', result)
    heading?.focus()
    heading?.scrollIntoView()
  }

  const make = async () => {
    const faults = faultsNow()
    say(faults)
    if (faults.length) return
    const packet: Packet = {
      locale,
      condition: condition(),
      situation: valueOf(`situation.${condition()}`) || null,
      decision: decision(),
      options: picked(),
      note: tidyNote(note.value),
      made: dayOf(new Date()),
    }
    const parts = await maker().catch(() => null)
    if (!parts) return say(['line'])
    const written = await parts.writePacket(packet, deflateOr(parts.store))
    if (!written.ok) return say([written.why])
    let { fragment } = written
    let giver: KeptGiver | null = null
    if (key) {
      try {
        fragment = parts.withSignature(fragment, await parts.signPacket(fragment, key))
      } catch {
        return say(['sign'])
      }
      giver = await proved(fragment, parts)
    } else for (const line of all('[data-key-state]', result)) line.hidden = true
    present(packet, `${site}${linkPage('p', packet.locale)}#${fragment}`, giver, parts)
  }

  const takeKey = async () => {
    key = null
    keyState.textContent = ''
    const file = keyFile.files?.[0]
    if (!file) return
    try {
      const read: unknown = file.size > 4096 ? null : JSON.parse(await file.text())
      key = isPrivateClinicKey(read) ? read : null
    } catch {
      key = null
    }
    say(key ? [] : ['key'])
    if (key) keyState.textContent = fill(keyState.dataset.signedFor, { name: key.name })
  }

  const move = (button: HTMLElement) => {
    const item = button.closest<HTMLElement>('[data-option]')
    const other = button.dataset.move === 'up' ? item?.previousElementSibling : item?.nextElementSibling
    if (!item || !other) return
    if (button.dataset.move === 'up') other.before(item)
    else other.after(item)
    button.focus()
    const status = one('[data-moved]', item.closest('fieldset') ?? form)
    const place = [...(item.parentElement?.children ?? [])].indexOf(item) + 1
    const name = one('[data-name]', item)?.textContent ?? ''
    if (status) status.textContent = fill(status.dataset.moved, { name, n: String(place) })
  }

  // Until it has come the form works; making the page waits for it.
  for (const sign of ['focusin', 'pointerdown'])
    form.addEventListener(sign, () => void maker().catch(() => undefined), { once: true, passive: true })
  form.addEventListener('input', () => {
    show()
    result.hidden = true // what it shows would no longer be what is chosen
  })
  keyFile.addEventListener('change', () => void takeKey())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void make()
  })
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>('[data-move]')
    if (button) {
      move(button)
      result.hidden = true
    }
    if (event.target.closest('[data-packet-do="print"]')) window.print()
  })
  listenForCopy()
  // A card in a record leads here with the illness behind the `#` (lib/record/hooks.ts).
  const asked = all<HTMLInputElement>('[name="condition"]', form).find(
    ({ value }) => value === location.hash.slice(1),
  )
  if (asked) asked.checked = true
  show()
  form.dataset.ready = ''
}

const form = document.querySelector<HTMLFormElement>('form[data-packet-form]')
if (form) start(form)
