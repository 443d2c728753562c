/**
 * Lantern's one small browser module: keeps the answers in this tab and shows what follows from them.
 * No framework, no cookie, no request but one: what has changed since the page was built (live-status.ts). Built into public/lantern.js by lib/launch/make-assets.ts.
 * Answers live in sessionStorage; "Keep on this device" copies them to localStorage, "Delete" removes both.
 */

import { pickedKey, showPicked } from '@/components/packets/picked-options'
import { toTalkOver } from '@/lib/readiness/to-talk-over'
import { showLiveStatus } from './live-status'
import { leaveQuickly } from './leave-quickly'
import { forgetPages, keepPages } from './save-pages'

type Fields = [string, string][]

const root = document.documentElement
root.classList.add('js')

const holder = document.querySelector<HTMLElement>('[data-answers],[data-summary]')
const condition = holder?.dataset.answers ?? holder?.dataset.summary
const key = `lantern:${condition ?? ''}`

/** Storage can be switched off or full: then answers live as long as the page. */
function read(store: () => Storage): Fields | null {
  try {
    const fields: unknown = JSON.parse(store().getItem(key) ?? 'null')
    return Array.isArray(fields)
      ? (fields as Fields).filter((f) => typeof f[0] === 'string' && typeof f[1] === 'string')
      : null
  } catch {
    return null
  }
}
function write(store: () => Storage, fields: Fields | null): boolean {
  try {
    if (fields) store().setItem(key, JSON.stringify(fields))
    else store().removeItem(key)
    return true
  } catch {
    return false
  }
}
/** What a packet picked goes with the answers. */
function forgetPicked(): void {
  try {
    sessionStorage.removeItem(pickedKey(condition ?? ''))
    sessionStorage.removeItem('lantern-packet')
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}
const tab = () => sessionStorage
const device = () => localStorage

let isKept = read(device) !== null
let answers: Fields = read(tab) ?? read(device) ?? []

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
const speaks = (name: string) => ['a-lot', 'some'].includes(valueOf(name))

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
  answers = answers.filter(([name]) => !own.has(name))
  for (const control of controls(form)) {
    if (isTick(control) && !control.checked) continue
    if (control.value.trim()) answers.push([control.name, control.value])
  }
  write(tab, answers)
  if (isKept) write(device, answers)
}

/** Shows what belongs to the answers given; the page holds everything that could be said. */
function apply(): void {
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
  each('[data-when-ticked]', (element) => show(element, has(...pair(element.dataset.whenTicked))))
  each('[data-when-empty]', (element) => show(element, !valueOf(element.dataset.whenEmpty ?? '')))
  each('[data-when-speaks]', (element) => show(element, speaks(element.dataset.whenSpeaks ?? '')))
  each('[data-when-any]', (element) => show(element, (element.dataset.whenAny ?? '').split(' ').some(speaks)))
  const hasSpoken = answers.some(
    ([name, value]) => name.startsWith('m.') && ['a-lot', 'some'].includes(value),
  )
  each('[data-when-none]', (element) => show(element, !hasSpoken))
  each('[data-for-decisions]', (element) => {
    const list = element.dataset.forDecisions ?? ''
    show(element, !decision || !list || list.split(' ').includes(decision))
  })
  each('[data-text]', (element) => {
    const text = valueOf(element.dataset.text ?? '')
    element.textContent = text
    show(element, Boolean(text))
  })
  // Names of texts; a name that ends in a dot stands for all answers of that kind.
  each('[data-text-none]', (element) => {
    const names = (element.dataset.textNone ?? '').split(' ')
    show(
      element,
      !answers.some(([field]) =>
        names.some((name) => field === name || (name.endsWith('.') && field.startsWith(name))),
      ),
    )
  })
  each('[data-quiz]', (element) => {
    const chosen = valueOf(`q.${element.dataset.quiz ?? ''}`)
    show(element.querySelector('[data-explain]'), Boolean(chosen))
    show(element.querySelector('[data-right-text]'), chosen === element.dataset.right)
    show(element.querySelector('[data-wrong-text]'), Boolean(chosen) && chosen !== element.dataset.right)
    show(element.querySelector('[data-none-text]'), !chosen)
  })
  applySure()
}

/** SURE: one point for each yes; 4 is clear, 3 or less is not (Légaré 2010). */
function applySure(): void {
  const given = ['s', 'u', 'r', 'e'].map((id) => valueOf(`sure.${id}`)).filter(Boolean)
  const isWhole = given.length === 4
  const score = given.filter((answer) => answer === 'yes').length
  each('[data-sure-score]', (element) => show(element, isWhole))
  each('[data-sure-none]', (element) => show(element, given.length > 0 && !isWhole))
  each('[data-sure-all]', (element) => show(element, isWhole && score === 4))
  const asked = [...document.querySelectorAll<HTMLElement>('[data-quiz]')].map(({ dataset }) => ({
    id: dataset.quiz ?? '',
    right: dataset.right,
    decisions: (dataset.forDecisions ?? '').split(' ').filter(Boolean),
  }))
  const open = toTalkOver(asked, (id) => valueOf(`q.${id}`), valueOf('decision') || null)
  each('[data-sure-ready]', (element) => show(element, isWhole && score === 4 && open.length === 0))
  each('[data-talk-over]', (element) => show(element, isWhole && open.length > 0))
  each('[data-talk-over-one]', (element) => show(element, open.includes(element.dataset.talkOverOne ?? '')))
  each('[data-sure-some]', (element) => show(element, isWhole && score < 4))
  each('[data-sure-no]', (element) => show(element, valueOf(`sure.${element.dataset.sureNo ?? ''}`) === 'no'))
}

function said(what: 'kept' | 'deleted'): void {
  each('[data-said-kept]', (element) => show(element, what === 'kept'))
  each('[data-said-deleted]', (element) => show(element, what === 'deleted'))
}

/** Puts the answers of this tab into a form that sends them, in the place of those it had. */
function fill(form: HTMLFormElement): void {
  form.querySelectorAll('[data-carried]').forEach((field) => field.remove())
  for (const [name, value] of answers) {
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
  const posted = new Map<string, [string, string]>()
  for (const control of document.querySelectorAll<Control>('[data-carried],form[data-answers] [name]')) {
    const value = isTick(control) ? control.defaultChecked && control.value : control.defaultValue
    if (value && value.trim()) posted.set(`${control.name}=${value}`, [control.name, value])
  }
  if (!posted.size) return
  const names = new Set([...posted.values()].map(([name]) => name))
  answers = [...answers.filter(([name]) => !names.has(name)), ...posted.values()]
  write(tab, answers)
  if (isKept) write(device, answers)
}

if (condition) {
  takePosted()
  // The buttons that carry the answers on by a post: the tab has them now, so only go there.
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.dataset.send !== undefined) return fill(form)
    if (!(form instanceof HTMLFormElement) || forms.includes(form) || !form.querySelector('[data-carried]'))
      return
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
      event.preventDefault()
      save(form)
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
      isKept = write(device, answers)
      if (isKept) said('kept')
    }
    if (button.dataset.do === 'delete') {
      answers = []
      isKept = false
      write(tab, null)
      write(device, null)
      forgetPicked()
      each('[data-carried]', (element) => element.remove())
      forms.forEach(restore)
      apply()
      void forgetPages()
      said('deleted')
    }
  })
  apply()
}
showPicked()
void showLiveStatus()
keepPages()
leaveQuickly()
