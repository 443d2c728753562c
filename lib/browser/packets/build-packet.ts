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

/**
 * The clinic as the site will prove it to the patient; null, and said, when it could not: better the clinician hears
 * it than the patient.
 */
async function proved(
  result: HTMLElement,
  condition: string,
  fragment: string,
  { giverOf }: typeof MakePacket,
): Promise<KeptGiver | null> {
  showKeyState(result, '')
  try {
    const reply = await fetch('/api/clinic-keys')
    if (reply.ok) {
      const giver = await giverOf(fragment, condition, clinicKeysIn(await reply.json()), crypto.subtle)
      showKeyState(result, giver ? '' : 'unknown')
      return giver
    }
  } catch {
    // said below
  }
  showKeyState(result, 'unchecked')
  return null
}

/** What is said about the clinic's key; empty: nothing. */
function showKeyState(result: HTMLElement, state: string): void {
  for (const line of all('[data-key-state]', result)) line.hidden = line.dataset.keyState !== state
}

/** The link as squares, to be read by a camera. */
function codeOf(address: string, { encode }: typeof MakePacket): SVGSVGElement {
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
  return svg
}

/** A packet as it was made: its address, and who gives it, when that is proved. */
type MadePacket = { packet: Packet; address: string; giver: KeptGiver | null; site: string }

/** Fills the slip, the link and the note for the record with what was made, and shows them. */
function present(
  form: HTMLFormElement,
  result: HTMLElement,
  { packet, address, giver, site }: MadePacket,
  parts: typeof MakePacket,
): void {
  const { locale } = packet
  const put = (name: string, text: string) => {
    const place = one(`[data-slip="${name}"]`, result)
    if (place) place.textContent = text
  }
  const template = (name: string) => one(`[data-slip="${name}"]`, result)?.dataset.template
  const picked = (name: string) => one<HTMLInputElement>(`[name="${name}"]:checked`, form)
  const labelOf = (name: string) => picked(name)?.closest('label')?.textContent ?? ''
  const conditionName = labelOf('condition')
  const question = labelOf(`decision.${packet.condition}`)
  const reviewed = picked(`decision.${packet.condition}`)?.dataset.reviewed ?? ''
  const date = writtenDay(packet.made, locale)
  const { name = '', phone, when, address: place } = giver ?? {}

  // Who gives it, over the slip and the note: nobody, unless proved.
  for (const part of all('[data-slip-when]', result))
    part.hidden = part.dataset.slipWhen !== (giver ? 'proved' : 'open')
  showLogo(one('[data-slip="logo"]', result), giver?.logo ?? null)
  put('given', fill(template('given'), { name }))
  put('note-from', fill(template('note-from'), { name }))
  const where = one('[data-slip="where"]', result)
  if (where) where.hidden = !place
  put('where', place ? fill(template('where'), { address: place }) : '')
  const call = one('[data-slip="call"]', result)
  if (call) {
    call.hidden = !phone
    const words = when ? call.dataset.templateWhen : call.dataset.template
    call.textContent = phone ? fill(words, { phone, when: when ?? '' }) : ''
  }

  const box = one<HTMLTextAreaElement>('#packet-link', result)
  if (box) box.value = address
  one('[data-packet-open]', result)?.setAttribute('href', address)
  put('condition', conditionName)
  put('decision', question)
  put('note', packet.note)
  const noteBox = one('[data-slip-note]', result)
  if (noteBox) noteBox.hidden = packet.note === ''
  put('no-camera', fill(template('no-camera'), { address: `${site}/${locale}`, condition: conditionName }))
  put('whole', address)
  put('reviewed', reviewed)
  put('made', fill(template('made'), { date }))
  one('[data-slip="code"]', result)?.replaceChildren(codeOf(address, parts))

  const recordBox = one<HTMLTextAreaElement>('[data-packet-note]', result)
  if (recordBox)
    recordBox.value = fill(recordBox.dataset.packetNote, {
      condition: conditionName,
      question,
      options: partsListed(namesOf(form, packet.options), locale),
      reviewed,
      date,
    })
  result.hidden = false
  const heading = one('#packet-result', result)
  heading?.focus()
  heading?.scrollIntoView()
}

/** What is picked under a name; empty when nothing is. */
const valueIn = (form: HTMLFormElement, name: string) =>
  one<HTMLInputElement>(`[name="${name}"]:checked`, form)?.value ?? ''

/** Shows the questions of the illness, those of them that fit the situation, and the options of the decision. */
function showFitting(form: HTMLFormElement, note: HTMLTextAreaElement): void {
  const condition = valueIn(form, 'condition')
  for (const part of all('[data-for-condition]', form)) part.hidden = part.dataset.forCondition !== condition
  const situation = valueIn(form, `situation.${condition}`)
  for (const radio of all<HTMLInputElement>(`[name="decision.${condition}"]`, form)) {
    const fits = !situation || (radio.dataset.situations ?? '').split(' ').includes(situation)
    const choice = radio.closest('label')
    if (choice) choice.hidden = !fits
    if (!fits) radio.checked = false
  }
  const list = listOf(form)
  for (const part of all('[data-for-decision]', form)) part.hidden = part !== list
  const left = one('#packet-note-left', form)
  if (left)
    left.textContent = fill(left.dataset.left, { count: String(maxNoteLength - noteLength(note.value)) })
}

/** Says what is still wrong, or takes it back when there is nothing. */
function sayFaults(
  form: HTMLFormElement,
  result: HTMLElement,
  note: HTMLTextAreaElement,
  faults: Fault[],
): void {
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

/** The list of options of the decision that is chosen. */
const listOf = (form: HTMLFormElement) => {
  const condition = valueIn(form, 'condition')
  const decision = `${condition} ${valueIn(form, `decision.${condition}`)}`
  return all('[data-for-decision]', form).find((part) => part.dataset.forDecision === decision)
}

const namesOf = (form: HTMLFormElement, options: readonly string[]) =>
  options.flatMap((id) => {
    const name = one(`[data-option="${id}"] [data-name]`, listOf(form) ?? form)?.textContent
    return name ? [name] : []
  })

/** Moves an option up or down among the others, and says where it stands now. */
function move(form: HTMLFormElement, button: HTMLElement): void {
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

function start(form: HTMLFormElement): void {
  const locale = form.dataset.packetForm ?? ''
  // Where people find this site, which need not be the address that is open here.
  const site = form.dataset.site || location.origin
  const result = one('[data-packet-result]')
  const note = one<HTMLTextAreaElement>('#packet-note', form)
  const keyFile = one<HTMLInputElement>('#packet-key', form)
  const keyState = one('#packet-key-state', form)
  if (!result || !note || !keyFile || !keyState) return
  const valueOf = (name: string) => valueIn(form, name)
  const condition = () => valueOf('condition')
  const decision = () => valueOf(`decision.${condition()}`)
  let key: PrivateClinicKey | null = null

  const show = () => showFitting(form, note)
  const say = (faults: Fault[]) => sayFaults(form, result, note, faults)

  const picked = () =>
    all('[data-option]', listOf(form) ?? document.createElement('div'))
      .filter((item) => one<HTMLInputElement>('input', item)?.checked)
      .map((item) => item.dataset.option ?? '')

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
        fragment = parts.withSignature(fragment, await parts.signPacket(fragment, key, crypto.subtle))
      } catch {
        return say(['sign'])
      }
      giver = await proved(result, packet.condition, fragment, parts)
    } else showKeyState(result, '')
    const address = `${site}${linkPage('p', packet.locale)}#${fragment}`
    present(form, result, { packet, address, giver, site }, parts)
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
      move(form, button)
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
