/**
 * Shows a packet on /p: which clinic, the note as a quote, the way through. The packet comes from take-fragment.ts,
 * stays in this tab, and is part of no request: asked for are the clinics' public keys, and the logo of one that a signature
 * proved (docs/decisions/0058-clinics.md says what that tells). Built into public/open-packet.js.
 */
import type { Contact, KeptGiver } from '@/lib/clinics/giver'
import { showLogo } from '@/lib/browser/packets/show-logo'
import { pickedKey, type Picked } from '@/lib/browser/packets/picked-options'
import { optionHref } from '@/lib/journey/steps'
import { keep, kept, keptAnswers, keptKey, whenForgotten } from '@/lib/kept-here'
import { readPacket } from '@/lib/packets/fragment'
import { giverOf } from '@/lib/packets/giver-of'
import { clinicKeysIn } from '@/lib/packets/packet-shape'
import { routeOf, type Catalogue, type Route } from '@/lib/packets/route'
import type { ClinicKey, Packet } from '@/lib/packets/schema'
import { checkMaker, type Maker } from '@/lib/packets/signature'
import { clashes, startAnswers } from '@/lib/packets/start-answers'
import type { TakenFragment } from '@/lib/sharing/use-fragment'
import { fillText } from '@/lib/texts/fill-gaps'
import { writtenDay } from '@/lib/texts/intl'
import { labelled } from '@/lib/texts/punctuation'

const packetKey = keptKey('packet')

const all = (selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<HTMLElement>(selector),
]
const slot = (name: string) => document.querySelector<HTMLElement>(`[data-p="${name}"]`)
const put = (name: string, text: string) => {
  const place = slot(name)
  if (place) place.textContent = text
}
const reveal = (name: string, isShown: boolean) => {
  const place = slot(name)
  if (place) place.hidden = !isShown
}
const fillAll = (template: string | undefined, values: Readonly<Record<string, string>>) =>
  fillText(template ?? '', values)
const fill = (template: string | undefined, name: string, value: string) =>
  fillAll(template, { [name]: value })

function showOnly(state: string): void {
  for (const part of all('[data-p-when]'))
    part.hidden = !(part.dataset.pWhen ?? '').split(' ').includes(state)
}

function showWrong(why: string): void {
  showOnly('wrong')
  for (const line of all('[data-p-wrong]')) line.hidden = line.dataset.pWrong !== why
}

/** How to reach the clinic: only of one that was proved. */
function showContact({ phone, when, address }: Contact): void {
  put('where', address ? fill(slot('where')?.dataset.template, 'address', address) : '')
  reveal('where', address !== null)
  const call = slot('call')
  if (!call || !phone) return
  const { template, templateWhen } = call.dataset
  call.textContent = fillAll(when ? templateWhen : template, { phone, when: when ?? '' })
  call.hidden = false
}

function showMaker(maker: Maker, packet: Packet, giver: KeptGiver | null): void {
  for (const line of all('[data-p-maker]')) {
    line.hidden = line.dataset.pMaker !== maker.kind
    if (!line.hidden)
      put('maker', fill(line.dataset.template, 'name', maker.kind === 'valid' ? maker.name : ''))
  }
  reveal('call', false)
  reveal('where', false)
  if (giver) showContact(giver)
  showLogo(slot('logo'), giver?.logo ?? null)
  const from = slot('note-from')
  if (from)
    from.textContent = giver ? fill(from.dataset.template, 'name', giver.name) : (from.dataset.unsigned ?? '')
  // Words that somebody changed after they were signed are not passed on.
  reveal('note-box', packet.note !== '' && maker.kind !== 'wrong')
  put('note', maker.kind === 'wrong' ? '' : packet.note)
}

async function clinicKeys(): Promise<(ClinicKey & Partial<Contact>)[]> {
  try {
    return clinicKeysIn(await (await fetch('/api/clinic-keys')).json())
  } catch {
    return [] // then nobody can be confirmed, and the page says so
  }
}

function showRoute(route: Route, packet: Packet): void {
  const base = `/${packet.locale}/${route.condition.id}`
  for (const link of all('[data-p-step]')) {
    const path = link.dataset.pStep ?? ''
    link.setAttribute('href', base + (path === '/compare' ? `${path}/${route.decision.id}` : path))
  }
  put(
    'situation',
    route.situation
      ? labelled(route.condition.name, route.situation.name, packet.locale)
      : route.condition.name,
  )
  put('decision', route.decision.question)
  put('all', fill(slot('all')?.dataset.template, 'count', String(route.allOptions)))
  reveal('all', route.options.length < route.allOptions)
  reveal('partial', route.isPartial)
  const made = Date.parse(`${packet.made}T00:00:00Z`)
  put(
    'made',
    Number.isNaN(made)
      ? ''
      : fill(slot('made')?.dataset.template, 'date', writtenDay(packet.made, packet.locale)),
  )
  slot('options')?.replaceChildren(
    ...route.options.map(({ id, name, letter, tone }) => {
      const item = document.createElement('li')
      item.className = `named ${tone}`
      const badge = document.createElement('span')
      badge.className = 'badge'
      badge.setAttribute('aria-hidden', 'true')
      badge.textContent = letter
      const link = document.createElement('a')
      link.href = optionHref(packet.locale, route.condition.id, id, route.decision.id)
      link.textContent = name
      item.append(badge, link)
      return item
    }),
  )
}

function pick(route: Route, isAll: boolean): void {
  const picked: Picked = {
    decision: route.decision.id,
    options: route.options.map((option) => option.id),
    isAll,
  }
  // When the browser refuses, the pages still open; only nothing is chosen on them.
  keep('tab', pickedKey(route.condition.id), JSON.stringify(picked))
}

/** Milliseconds that Start waits for the proof of who gave the page; then the summary names nobody. */
const longestProof = 2_000

async function begin({ route, packet, proof }: Shown, keepsOwn: boolean): Promise<void> {
  const { id } = route.condition
  await Promise.race([proof, new Promise((resolve) => setTimeout(resolve, longestProof))])
  keep('tab', keptKey('answers', id), JSON.stringify(startAnswers(keptAnswers(id), route, keepsOwn)))
  pick(route, false)
  location.assign(`/${packet.locale}/${id}`)
}

type Shown = { route: Route; packet: Packet; proof: Promise<void> }
let shown: Shown | null = null

/** Looks who made a packet, and keeps a proved clinic for the summary of its illness. */
async function prove(text: string, packet: Packet): Promise<void> {
  const read = readPacket(text)
  if (!read.ok) return
  const giverKey = keptKey('giver', packet.condition)
  keep('tab', giverKey, null) // of an earlier page
  const keys = read.signature ? await clinicKeys() : []
  const maker = await checkMaker(read.signed, read.signature, keys, crypto.subtle)
  const giver = maker.kind === 'valid' ? await giverOf(text, packet.condition, keys, crypto.subtle) : null
  if (shown?.packet !== packet) return
  if (giver) keep('tab', giverKey, JSON.stringify(giver))
  showMaker(maker, packet, giver)
}

function open(catalogues: readonly Catalogue[], taken: TakenFragment | undefined): void {
  const text = taken?.text ?? kept('tab', packetKey) ?? ''
  const read = readPacket(text)
  shown = null
  if (!read.ok) return showWrong(read.why)
  const route = routeOf(read.packet, catalogues)
  if (!route) return showWrong('unknown')
  keep('tab', packetKey, text)
  showRoute(route, read.packet)
  reveal('note-box', false)
  reveal('clash', false)
  reveal('go', true)
  for (const line of all('[data-p-maker]')) line.hidden = true
  showOnly('route')
  const { packet } = read
  shown = { route, packet, proof: Promise.resolve() }
  shown.proof = prove(text, packet)
}

function press(what: string): boolean {
  if (!shown) return false
  const { route } = shown
  if (what === 'start' && clashes(keptAnswers(route.condition.id), route)) {
    reveal('clash', true)
    reveal('go', false)
    slot('clash')?.querySelector('legend')?.focus()
  } else if (what === 'start') void begin(shown, true)
  else if (what === 'keep-mine') void begin(shown, true)
  else if (what === 'use-these') void begin(shown, false)
  else {
    pick(route, true) // the link itself leads on
    return false
  }
  return true
}

const data = document.getElementById('packet-catalogues')
if (data) {
  // Written by our own page from checked content; see PatientRoute.
  const catalogues = JSON.parse(data.textContent) as Catalogue[]
  const now = () => open(catalogues, window.lanternFragment)
  addEventListener('lantern-fragment', now)
  whenForgotten(() => location.reload())
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-p-do]') : null
    if (button && press(button.dataset.pDo ?? '')) event.preventDefault()
  })
  now()
}
