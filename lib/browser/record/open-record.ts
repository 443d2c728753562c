/**
 * The page beside a clinic's record: signs in there (SMART App Launch 2.2, public client, PKCE), reads the little that it
 * says, shows the form with the fitting illness, opens what the patient shared, and writes back on a press. What was read
 * and the token live in this page's memory; the tab keeps only the way back, until it is used. Built into public/record.js.
 */
import { base64url, decodeJwt } from 'jose'
import { askRecord } from '@/lib/browser/record/ask-record'
import { openShared } from '@/lib/browser/record/open-shared'
import { writeToRecord } from '@/lib/browser/record/write-to-record'
import { keep, kept, keptKey, whenForgotten } from '@/lib/kept-here'
import { countAnswers, linesOf, type AnsweredItem, type SharedAnswers } from '@/lib/record/shared-answers'
import {
  allows,
  arrivalOf,
  authorizeAddress,
  configurationAddress,
  isVisitOf,
  patientName,
  readConfiguration,
  readToken,
  systemOf,
  tokenForm,
  visitDay,
  wayOf,
  type LaunchFault,
  type OfferedSystem,
  type Session,
  type Way,
} from '@/lib/record/smart'
import { conditionsIn, illnessesFound, problemsFound, type CodedIllness } from '@/lib/record/value-sets'
import { fillText } from '@/lib/texts/fill-gaps'
import { writtenDay } from '@/lib/texts/intl'
import { partsListed } from '@/lib/texts/punctuation'

const root = document.querySelector<HTMLElement>('[data-record]')
const all = (selector: string) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
const slot = (name: string) => root?.querySelector<HTMLElement>(`[data-r="${name}"]`) ?? null
const reveal = (name: string, isShown: boolean) => {
  const place = slot(name)
  if (place) place.hidden = !isShown
}
const put = (name: string, values: Record<string, string>) => {
  const place = slot(name)
  if (place) place.textContent = fillText(place.dataset.template ?? '', values)
}
const box = (id: string) => document.getElementById(id) as HTMLTextAreaElement | null

const locale = root?.dataset.record ?? 'en'
const redirect = location.origin + location.pathname
const wayKey = keptKey('record')

class Ended extends Error {
  constructor(readonly why: LaunchFault) {
    super(why)
  }
}

function showState(state: 'working' | 'choose' | 'wrong' | 'open'): void {
  for (const part of all('[data-r-when]'))
    part.hidden = !(part.dataset.rWhen ?? '').split(' ').includes(state)
}

function showWrong(why: LaunchFault): void {
  for (const line of all('[data-r-wrong]')) line.hidden = line.dataset.rWrong !== why
  showState('wrong')
  document.getElementById('record-wrong')?.focus()
}

const random = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url.encode(new Uint8Array(hash))
}

async function offered(): Promise<OfferedSystem[]> {
  const reply = await fetch('/api/records', { cache: 'no-store' }).catch(() => null)
  if (!reply?.ok) throw new Ended('no-answer')
  return ((await reply.json()) as { systems: OfferedSystem[] }).systems // by our own server, from checked settings
}

/** Leaves for the record, to come back with a code. @param launch what the record gave; null: opened by hand */
async function leave(system: OfferedSystem, launch: string | null): Promise<void> {
  showState('working')
  const reply = await askRecord(configurationAddress(system), { headers: { accept: 'application/json' } })
  if (!reply.ok) throw new Ended('no-answer')
  const read = readConfiguration(reply.json, system)
  if (!read.ok) throw new Ended(read.why)
  const { configuration } = read
  const way: Way = {
    state: random(),
    nonce: random(),
    verifier: random(),
    iss: system.iss,
    token: configuration.token,
    issuer: configuration.issuer,
    at: Date.now(),
  }
  if (!keep('tab', wayKey, JSON.stringify(way))) throw new Ended('keeps-nothing')
  const challenge = await challengeOf(way.verifier)
  location.assign(authorizeAddress(configuration, system, way, { launch, redirect, challenge }))
}

/** Changes the code into a token. The way is used once, whatever comes of it. */
async function arrive(code: string, state: string, systems: readonly OfferedSystem[]): Promise<Session> {
  const way = wayOf(kept('tab', wayKey), state, Date.now())
  if (!way) throw new Ended('state')
  keep('tab', wayKey, null)
  const system = systemOf(way.iss, systems)
  if (!system) throw new Ended('unknown-record')
  const reply = await askRecord(way.token, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: tokenForm(code, way, system, redirect),
  })
  if (!reply.ok)
    throw new Ended(reply.status !== null && reply.status >= 400 && reply.status < 500 ? 'code' : 'no-answer')
  const claims = (token: string): unknown => {
    try {
      return decodeJwt(token)
    } catch {
      return null
    }
  }
  const read = readToken(reply.json, way, system, Date.now(), claims)
  if (!read.ok) throw new Ended(read.why)
  return read.session
}

let session: Session | null = null
/** The name to print; empty: not read. */
let name = ''
let shared: SharedAnswers | null = null

const readAt = (path: string) =>
  askRecord(`${session?.system.iss ?? ''}/${path}`, {
    headers: { accept: 'application/fhir+json', authorization: `Bearer ${session?.access ?? ''}` },
  })

function tell(what: string, isShown: boolean, values: Record<string, string> = {}): void {
  for (const line of all('[data-r-read]')) {
    if (line.dataset.rRead === what) {
      line.hidden = !isShown
      if (line.dataset.template) line.textContent = fillText(line.dataset.template, values)
    }
    if (line.dataset.rRead === `${what}-not`) line.hidden = isShown
  }
}

async function readName({ patient, scope }: Session): Promise<void> {
  const reply = allows(scope, 'Patient', 'r') ? await readAt(`Patient/${patient}`) : null
  name = reply?.ok ? patientName(reply.json) : ''
  tell('name', name !== '')
  if (name) for (const place of ['for', 'paper-for']) put(place, { name })
}

async function readVisit({ patient, encounter, scope }: Session): Promise<void> {
  const isAsked = encounter !== null && allows(scope, 'Encounter', 'r')
  const reply = isAsked ? await readAt(`Encounter/${encounter}`) : null
  const isTheirs = reply?.ok === true && isVisitOf(reply.json, patient)
  // What was read and is not theirs is not what a note is tied to; what may not be read is the record's word.
  if (reply?.ok && !isTheirs && session) session = { ...session, encounter: null }
  const day = reply?.ok && isTheirs ? visitDay(reply.json) : ''
  tell('visit', day !== '')
  if (day) put('visit', { date: writtenDay(day, locale) })
}

const hasMore = (bundle: unknown): boolean => {
  const links: unknown = typeof bundle === 'object' && bundle !== null && 'link' in bundle ? bundle.link : []
  return Array.isArray(links) && links.some((link: { relation?: unknown }) => link?.relation === 'next')
}

async function readProblems({ patient, scope }: Session, illnesses: readonly CodedIllness[]): Promise<void> {
  const isAsked = allows(scope, 'Condition', 's')
  const reply = isAsked ? await readAt(`Condition?patient=${encodeURIComponent(patient)}`) : null
  const conditions = reply?.ok ? conditionsIn(reply.json) : null
  tell('problems', conditions !== null, { count: String(conditions?.length ?? 0) })
  reveal('fits-unread', conditions === null)
  if (!conditions) return
  const found = problemsFound(conditions, illnesses)
  reveal('fits', found.length > 0)
  reveal('fits-none', found.length === 0)
  reveal('fits-more', reply?.ok === true && hasMore(reply.json))
  put('fits', {
    problems: partsListed(
      found.map(({ text }) => text),
      locale,
    ),
  })
  const [first, ...others] = illnessesFound(found, illnesses)
  // Two that fit: the clinician chooses.
  if (first !== undefined && others.length === 0)
    document.querySelector<HTMLInputElement>(`[name="condition"][value="${first}"]`)?.click()
}

function go(part: string, hasFocus = true): void {
  for (const section of all('[data-r-part]')) section.hidden = section.dataset.rPart !== part
  for (const button of all('nav [data-r-go]'))
    if (button.dataset.rGo === part) button.setAttribute('aria-current', 'true')
    else button.removeAttribute('aria-current')
  if (part === 'note') fillNote()
  if (hasFocus) document.getElementById(`record-${part}`)?.focus()
}

/** What this page wrote into the box; what the clinician changed is not written over. */
let filled = ''

function fillNote(): void {
  const note = box('record-text')
  if (!note || (note.value !== '' && note.value !== filled)) return
  const made = document.querySelector<HTMLTextAreaElement>('[data-packet-note]')?.value ?? ''
  const said = shared ? [note.dataset.first ?? '', ...linesOf(shared.items, locale)].join('\n') : ''
  filled = [made, said].filter(Boolean).join('\n\n')
  note.value = filled
}

const canAdd = (kind: 'DocumentReference' | 'QuestionnaireResponse') =>
  session !== null && allows(session.scope, kind, 'c')

/** Which of the three may be written, by what the record allows and what is there. */
function offer(): void {
  const isThere = {
    note: canAdd('DocumentReference'),
    summary: canAdd('DocumentReference') && Boolean(shared?.text),
    answers: canAdd('QuestionnaireResponse') && shared !== null,
  }
  for (const tick of all('[data-r-add]')) {
    const choice = tick.closest('label')
    if (choice) choice.hidden = !isThere[tick.dataset.rAdd as keyof typeof isThere]
  }
  reveal('pdf-hint', isThere.summary)
  reveal('not-allowed', !canAdd('DocumentReference'))
  const button = root?.querySelector<HTMLElement>('[data-r-do="write"]')
  if (button) button.hidden = !canAdd('DocumentReference') && !canAdd('QuestionnaireResponse')
}

async function open(own: Session, illnesses: readonly CodedIllness[]): Promise<void> {
  session = own
  put('opened', { name: own.system.name })
  const clinic = slot('clinic')
  if (clinic) clinic.textContent = own.system.clinic ?? ''
  reveal('clinic-line', own.system.clinic !== null)
  await Promise.all([readName(own), readProblems(own, illnesses), readVisit(own)])
  offer()
  // In a panel beside a record the patient stands on top.
  for (const line of document.querySelectorAll<HTMLElement>('.opening .lead')) line.hidden = true
  go('give', false)
  showState('open')
  document.getElementById('record-for')?.focus()
}

function drawSaid(items: readonly AnsweredItem[]): Node[] {
  return items.flatMap(({ text, answer = [], item = [] }) => {
    const term = document.createElement('dt')
    term.textContent = text
    const told = answer.map((one) => {
      const line = document.createElement('dd')
      line.textContent = 'valueString' in one ? one.valueString : one.valueCoding.display
      return line
    })
    return [term, ...told, ...drawSaid(item)]
  })
}

const plainName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()

async function openLink(): Promise<void> {
  const sayWrong = (why: string) => {
    for (const line of all('[data-r-open-wrong]')) line.hidden = line.dataset.rOpenWrong !== why
  }
  sayWrong('')
  reveal('opening', true)
  const opened = await openShared(box('record-link')?.value ?? '')
  reveal('opening', false)
  if (!opened.ok) return sayWrong(opened.why)
  shared = opened.shared
  slot('said')?.replaceChildren(...drawSaid(shared.items))
  const isOther = shared.name !== '' && name !== '' && plainName(shared.name) !== plainName(name)
  reveal('other-name', isOther)
  put('other-name', { name: shared.name })
  reveal('shared', true)
  offer()
  slot('said-title')?.focus()
}

let isWriting = false

async function write(): Promise<void> {
  if (!session || isWriting) return
  const note = box('record-text')?.value.trim() ?? ''
  const isTicked = (what: string) =>
    all(`[data-r-add="${what}"]`).some(
      (tick) => (tick as HTMLInputElement).checked && tick.closest('label')?.hidden === false,
    )
  const wanted = {
    note: isTicked('note') && note !== '' ? note : null,
    summary: isTicked('summary') ? shared : null,
    answers: isTicked('answers') ? shared : null,
  }
  reveal('nothing', !wanted.note && !wanted.summary && !wanted.answers)
  for (const line of all('[data-r-wrote], [data-r-not-written]')) line.hidden = true
  for (const part of ['written', 'not-written', 'no-pdf']) reveal(part, false)
  if (!wanted.note && !wanted.summary && !wanted.answers) return
  isWriting = true
  reveal('writing', true)
  const size = (bytes: number) =>
    fillText(root?.dataset.size ?? '', { count: String(Math.max(1, Math.round(bytes / 1000))) })
  const titles = { note: root?.dataset.titleNote ?? '', summary: root?.dataset.titleSummary ?? '' }
  const results = await writeToRecord(session, wanted, { titles, locale, at: new Date().toISOString() })
  reveal('writing', false)
  isWriting = false
  for (const result of results) {
    if (!result.ok) {
      for (const line of all(`[data-r-not-written="${result.what}"]`)) {
        line.hidden = false
        for (const why of line.querySelectorAll<HTMLElement>('[data-r-why]'))
          why.hidden = why.dataset.rWhy !== result.why
      }
      reveal('not-written', true)
      continue
    }
    const isTextOnly = result.what === 'summary' && !result.hasPdf
    for (const line of all(`[data-r-wrote="${isTextOnly ? 'summaryText' : result.what}"]`)) {
      const count = String(countAnswers(shared?.items ?? []))
      line.textContent = fillText(line.dataset.template ?? '', {
        id: result.id,
        size: size(result.bytes),
        count,
      })
      line.hidden = false
      // Once is enough: a second press would write a second one.
      for (const tick of all(`[data-r-add="${result.what}"]`)) (tick as HTMLInputElement).checked = false
    }
    if (isTextOnly) reveal('no-pdf', true)
    reveal('written', true)
  }
  slot('written')?.querySelector('h3')?.focus()
}

function offerSystems(systems: readonly OfferedSystem[]): void {
  const place = slot('systems')
  reveal('none', systems.length === 0)
  place?.replaceChildren(
    ...systems.map((system) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'go second'
      button.textContent = fillText(place.dataset.template ?? '', { name: system.name })
      button.addEventListener('click', () => void leave(system, null).catch(end))
      return button
    }),
  )
}

const end = (error: unknown) => showWrong(error instanceof Ended ? error.why : 'no-answer')

async function start(search: string, illnesses: readonly CodedIllness[]): Promise<void> {
  if (!window.isSecureContext) return reveal('unsafe', true)
  const arrival = arrivalOf(search)
  showState('working')
  const systems = await offered()
  offerSystems(systems)
  if (arrival.kind === 'plain') return showState('choose')
  if (arrival.kind === 'launch') {
    const system = systemOf(arrival.iss, systems)
    if (!system) throw new Ended('unknown-record')
    return leave(system, arrival.launch)
  }
  if (arrival.kind === 'refused') {
    keep('tab', wayKey, null)
    throw new Ended('refused')
  }
  await open(await arrive(arrival.code, arrival.state, systems), illnesses)
}

const data = document.getElementById('record-codes')
if (root && data) {
  const { search } = location
  // A code or a launch is for this page alone: not for Back, a bookmark or a picture of the screen.
  if (search) history.replaceState(null, '', location.pathname)
  whenForgotten(() => location.reload())
  root.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-r-go], [data-r-do]') : null
    if (button?.dataset.rGo) go(button.dataset.rGo)
    if (button?.dataset.rDo === 'open') void openLink()
    if (button?.dataset.rDo === 'write') void write()
  })
  // Written by our own page from checked content; see RecordPanel.
  void start(search, JSON.parse(data.textContent) as CodedIllness[]).catch(end)
}
