/**
 * Lantern's one small browser module: keeps the answers in this tab and shows what follows from them.
 * No framework, no cookie, no request but one: what has changed since the page was built (live-status.ts). Built into public/lantern.js by lib/server/build/make-assets.ts.
 * Where and how long they are kept: lib/kept-here.ts. A browser that keeps nothing gets the page as it is without
 * scripts, and is told so: its forms post.
 */

import type { endLinks as EndLinks } from '@/lib/browser/end-links'
import { showPicked } from '@/lib/browser/packets/picked-options'
import type { drawSummary as DrawSummary } from '@/lib/browser/draw-summary'
import {
  forget,
  forgetPages,
  hasForgotten,
  keep,
  keepsAnything,
  keptAnswers,
  keptFields,
  keptKey,
  keptUnder,
  whenForgotten,
  type Fields,
} from '@/lib/kept-here'
import { counts, placeOf, pullOf } from '@/lib/matters/pointing'
import { aLotOf, areTooMany, asksForThree, pickedThree } from '@/lib/matters/top-three'
import { readSure } from '@/lib/readiness/read-sure'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import { livingLinks } from '@/lib/sharing/living-links'
import { markAgain, showLiveStatus } from './live-status'
import { closeWords } from './close-words'
import { leaveQuickly } from './leave-quickly'
import { openTarget } from './open-target'
import { keepPlace, stopKeepingPlace } from './keep-place'
import { keepPages } from './save-pages'

const root = document.documentElement
const holder = document.querySelector<HTMLElement>('[data-answers],[data-summary]')
const condition = holder?.dataset.answers ?? holder?.dataset.summary
const key = keptKey('answers', condition)

let keepsNothing = condition !== undefined && !keepsAnything()
root.classList.add(keepsNothing ? 'posts' : 'js')

let isKept = false
let answers: Fields = []
function readKept(): void {
  isKept = keptFields('device', key) !== null
  answers = keptAnswers(condition)
}
readKept()

/** The answers live in this page only: from now on its forms post, as without scripts, and the page says so. */
function goOnByPost(): void {
  keepsNothing = true
  root.classList.remove('js')
  root.classList.add('posts')
  each('[data-keeps-nothing]', (element) => show(element, true))
}
function keepAnswers(): void {
  const text = JSON.stringify(answers)
  if (!keep('tab', key, text)) goOnByPost()
  if (isKept) keep('device', key, text)
}

const valueOf = (name: string) => answers.find(([field]) => field === name)?.[1] ?? ''
const has = (name: string, value: string) =>
  answers.some(([field, given]) => field === name && given === value)
const each = (selector: string, act: (element: HTMLElement) => void) =>
  document.querySelectorAll<HTMLElement>(selector).forEach(act)
const show = (element: Element | null, isShown: boolean) => {
  if (element instanceof HTMLElement) element.hidden = !isShown
}
const pair = (text = ''): [string, string] => {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}
const countsNow = (name: string) => counts(valueOf(name))

type Control = HTMLInputElement | HTMLTextAreaElement
const controls = (form: HTMLFormElement) => [
  ...form.querySelectorAll<Control>('input[name]:not([type=hidden]),textarea[name]'),
]
const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

function restore(form: HTMLFormElement): void {
  for (const control of controls(form)) {
    if (isTick(control))
      control.checked = control.value === '' ? valueOf(control.name) === '' : has(control.name, control.value)
    else control.value = valueOf(control.name)
  }
}

function save(form: HTMLFormElement): void {
  const own = new Set(controls(form).map(({ name }) => name))
  const given = controls(form).filter(
    (control) => control.value.trim() && !(isTick(control) && !control.checked),
  )
  answers = [
    ...answers.filter(([name]) => !own.has(name)),
    ...given.map(({ name, value }) => [name, value] as const),
  ]
  keepAnswers()
}

/** The module of the summary page, once it has come. */
let draw: typeof DrawSummary | undefined

/** The page loads it beside this one. When it does not come, the page says so: it would look as if nothing was said. */
async function loadDraw(): Promise<void> {
  const address = document.querySelector<HTMLScriptElement>('script[data-draws]')?.src
  if (!address) return
  try {
    ;({ drawSummary: draw } = (await import(address)) as { drawSummary: typeof DrawSummary })
    apply()
  } catch {
    each('[data-not-drawn]', (element) => show(element, answers.length > 0))
  }
}

/** Shows what belongs to the answers given; but for the summary, the page holds everything that could be said. */
function apply(): void {
  if (draw?.(answers)) markAgain()
  const decision = valueOf('decision')
  each('[data-when]', (element) => {
    const [name, value] = pair(element.dataset.when)
    const isFirst =
      name === 'decision' &&
      !decision &&
      element.closest('[data-result]') &&
      !element.previousElementSibling?.matches('[data-when]')
    show(element, has(name, value) || Boolean(isFirst))
  })
  each('[data-when-empty]', (element) => show(element, !valueOf(element.dataset.whenEmpty ?? '')))
  each('[data-when-counts]', (element) => show(element, countsNow(element.dataset.whenCounts ?? '')))
  const hasSpoken = answers.some(([name, value]) => name.startsWith('m.') && counts(value))
  each('[data-when-none]', (element) => show(element, !hasSpoken))
  applyWeights()
  each('[data-for-decisions]', (element) => {
    const list = element.dataset.forDecisions ?? ''
    show(element, !decision || !list || list.split(' ').includes(decision))
  })
  // Once, so that it stays closed for who closes it.
  each('[data-opens-for]:not([data-was-opened])', (fold) => {
    if (fold.dataset.opensFor !== decision) return
    fold.setAttribute('open', '')
    fold.dataset.wasOpened = ''
  })
  each('[data-quiz]', (element) => {
    const chosen = valueOf(`q.${element.dataset.quiz ?? ''}`)
    show(element.querySelector('[data-explain]'), Boolean(chosen))
    show(element.querySelector('[data-right-text]'), chosen === element.dataset.right)
    element
      .querySelectorAll('[data-wrong-text]')
      .forEach((words) => show(words, Boolean(chosen) && chosen !== element.dataset.right))
    show(element.querySelector('[data-none-text]'), !chosen)
  })
  applySure()
}

/** What matters a lot stands first and counts for more; of more than three such things, three can be picked. */
function applyWeights(): void {
  const answerTo = (matter: string) => valueOf(`m.${matter}`)
  const matters = [...document.querySelectorAll<HTMLElement>('[data-three-one]')].map(
    ({ dataset }) => dataset.threeOne ?? '',
  )
  const picked = answers.flatMap(([name, value]) => (name === 'top' ? [value] : []))
  const aLot = aLotOf(matters, answerTo)
  const top = pickedThree(matters, answerTo, picked)
  each('[data-three]', (element) => show(element, asksForThree(aLot)))
  each('[data-three-one]', (element) => show(element, aLot.includes(element.dataset.threeOne ?? '')))
  each('[data-three-over]', (element) => show(element, areTooMany(aLot, picked)))
  each('[data-top-one]', (element) => show(element, top.includes(element.dataset.topOne ?? '')))
  each('[data-weighed]', (list) => {
    const place = ({ dataset: { weighs = '', order } }: HTMLElement): [number, number] => [
      placeOf(answerTo(weighs), top.includes(weighs)),
      Number(order),
    ]
    const cards = [...list.querySelectorAll<HTMLElement>('[data-weighs]')]
    cards.sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1])
    list.append(...cards)
  })
  each('[data-pulls]', (element) => {
    const lines = [...element.querySelectorAll<HTMLElement>('[data-towards]')]
    const pulls = lines.map(({ dataset: { towards = '', against = '' } }) =>
      pullOf(towards.split(' ').map(valueOf), against.split(' ').map(valueOf)),
    )
    lines.forEach((line, at) => {
      show(line, pulls[at] !== null)
      line
        .querySelectorAll<HTMLElement>('[data-pull]')
        .forEach((way) => show(way, way.dataset.pull === pulls[at]))
    })
    show(
      element,
      pulls.some((pull) => pull !== null),
    )
  })
}

function applySure(): void {
  const reading = readSure((id) => valueOf(`sure.${id}`))
  const isWhole = reading === 'clear' || reading === 'unclear'
  each('[data-sure-none]', (element) => show(element, reading === 'unfinished'))
  each('[data-sure-all]', (element) => show(element, reading === 'clear'))
  const asked = [...document.querySelectorAll<HTMLElement>('[data-quiz]')].map(({ dataset }) => ({
    id: dataset.quiz ?? '',
    right: dataset.right,
    decisions: (dataset.forDecisions ?? '').split(' ').filter(Boolean),
  }))
  const open = toTalkOver(asked, (id) => valueOf(`q.${id}`), valueOf('decision') || null)
  each('[data-sure-ready]', (element) => show(element, reading === 'clear' && open.length === 0))
  each('[data-talk-over]', (element) => show(element, isWhole && open.length > 0))
  each('[data-talk-over-one]', (element) => show(element, open.includes(element.dataset.talkOverOne ?? '')))
  each('[data-sure-some]', (element) => show(element, reading === 'unclear'))
  each('[data-sure-no]', (element) => show(element, valueOf(`sure.${element.dataset.sureNo ?? ''}`) === 'no'))
}

type Said = 'kept' | 'not-kept' | 'deleted' | 'stopping' | 'not-stopped'
function said(what: Said | null): void {
  each('[data-said]', (element) => show(element, element.dataset.said === what))
}

const askAboutLinks = (isAsked: boolean) => each('[data-ask-links]', (element) => show(element, isAsked))

/** Shows the page without any answer. */
function empty(): void {
  each('[data-carried]', (element) => element.remove())
  readKept()
  forms.forEach(restore)
  apply()
}

function deleteAll(): void {
  stopKeepingPlace()
  forget('everything')
  void forgetPages()
  empty()
  askAboutLinks(false)
  said('deleted')
}

/** Links made in this tab that still work: only what is about to be deleted can stop them. */
const linksHere = () => livingLinks(keptUnder('tab', keptKey('links')), Date.now())

/** Stops them first; deletes nothing when that did not work, so that it can be tried again. */
async function stopLinksAndDelete(): Promise<void> {
  said('stopping')
  const address = '/end-links.js' // fetched by the few who need it
  const areEnded = await (import(address) as Promise<{ endLinks: typeof EndLinks }>)
    .then(({ endLinks }) => endLinks(linksHere()))
    .catch(() => false)
  if (areEnded) deleteAll()
  else said('not-stopped')
}

/** Puts the answers of this tab into a form that sends them, in the place of those it had; what it asks itself it has. */
function fill(form: HTMLFormElement): void {
  form.querySelectorAll('[data-carried]').forEach((field) => field.remove())
  const own = new Set(controls(form).map(({ name }) => name))
  for (const [name, value] of answers) {
    if (own.has(name)) continue
    const field = document.createElement('input')
    field.type = 'hidden'
    field.dataset.carried = ''
    field.name = name
    field.value = value
    form.append(field)
  }
}

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-answers]')]

/** Answers the server put into this page: a form was sent before this module ran. None on a page built ahead. */
function takePosted(): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Back to such a page: the tab has had its answers, and may have been told to forget them.
  if (visit?.type === 'back_forward' && hasForgotten())
    return each('[data-carried]', (element) => element.remove())
  const posted = new Map<string, readonly [string, string]>()
  for (const control of document.querySelectorAll<Control>('[data-carried],form[data-answers] [name]')) {
    const value = isTick(control) ? control.defaultChecked && control.value : control.defaultValue
    if (value && value.trim()) posted.set(`${control.name}=${value}`, [control.name, value])
  }
  if (!posted.size) return
  const names = new Set([...posted.values()].map(([name]) => name))
  answers = [...answers.filter(([name]) => !names.has(name)), ...posted.values()]
  keepAnswers()
}

if (condition) {
  takePosted()
  // The buttons that carry the answers on by a post: the tab has them now, so only go there.
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.dataset.send !== undefined) return fill(form)
    if (!(form instanceof HTMLFormElement) || forms.includes(form) || !form.querySelector('[data-carried]'))
      return
    if (keepsNothing) return fill(form)
    event.preventDefault()
    location.assign(event.submitter?.getAttribute('formaction') ?? form.action)
  })
  for (const form of forms) {
    restore(form)
    form.addEventListener('input', () => {
      save(form)
      apply()
    })
    form.addEventListener('submit', (event) => {
      save(form)
      if (keepsNothing) return fill(form)
      event.preventDefault()
      if (form.dataset.goesOn !== undefined)
        return location.assign(event.submitter?.getAttribute('formaction') ?? form.action)
      apply()
      const result = document.querySelector<HTMLElement>('[data-result]')
      if (result) {
        result.hidden = false
        result.focus()
        result.scrollIntoView()
      }
    })
  }
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
    if (!button) return
    if (button.dataset.do === 'print') window.print()
    if (button.dataset.do === 'keep') {
      isKept = keep('device', key, JSON.stringify(answers))
      said(isKept ? 'kept' : 'not-kept')
    }
    if (button.dataset.do === 'delete') {
      if (linksHere().length) {
        said(null)
        askAboutLinks(true)
        document.querySelector<HTMLElement>('[data-ask-links]')?.focus()
      } else deleteAll()
    }
    if (button.dataset.do === 'stop-and-delete') void stopLinksAndDelete()
    if (button.dataset.do === 'delete-anyway') deleteAll()
    if (button.dataset.do === 'delete-nothing') askAboutLinks(false)
  })
  whenForgotten(empty)
  // Back to a page that the browser kept whole, or one made ready before it was asked for: answers may have changed since.
  const again = () => {
    if (keepsNothing) return
    readKept()
    forms.forEach(restore)
    apply()
  }
  addEventListener('pageshow', ({ persisted }) => persisted && again())
  document.addEventListener('prerenderingchange', again)
  if (keepsNothing) goOnByPost()
  apply()
  void loadDraw()
}
// A page of the framework that shows what the person said: it starts again from what is kept.
else if (document.querySelector('[data-shows-answers]')) whenForgotten(() => location.reload())
/** Bold digits come with the first page, once it stands: nearly every page after it shows some. */
function fetchDigits(): void {
  if (!getComputedStyle(document.body).fontFamily.includes('Figures')) return
  void document.fonts.load('700 1em Figures', '0').catch(() => undefined)
}

openTarget()
closeWords()
if (document.readyState === 'complete') fetchDigits()
else addEventListener('load', fetchDigits, { once: true })
showPicked()
void showLiveStatus()
keepPages()
keepPlace()
leaveQuickly()
