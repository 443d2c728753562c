/**
 * The desk's part in the browser. Every job works without it; with it nothing that was typed is lost when the desk does not
 * answer, the checker speaks while one types, and the live page follows what was saved.
 */
import { words } from '@/lib/desk/desk-words'
import { say } from '@/lib/desk/frame-view'

const body = document.body
const base = body.dataset.base ?? ''
const line = document.getElementById('line')

type Box = HTMLInputElement | HTMLTextAreaElement

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Storage that a browser may refuse: then there is nothing kept, and all else works. */
const kept = {
  key: (box: Box) => `lantern-desk:${box.dataset.keep ?? ''}`,
  get(box: Box): string | null {
    try {
      return localStorage.getItem(this.key(box))
    } catch {
      return null
    }
  },
  set(box: Box, text: string) {
    try {
      localStorage.setItem(this.key(box), text)
    } catch {
      // Full or refused: the box still holds it.
    }
  },
  drop(box: Box) {
    try {
      localStorage.removeItem(this.key(box))
    } catch {
      // As above.
    }
  },
}

function tell(text: string): void {
  if (line && line.textContent !== text) line.textContent = text
}

// ---- What was typed stays ----

/** The text that the box came with: of the file, or as the server sent it back. */
const firstTexts = new Map<Box, string>()

function offer(box: Box, from: string, fromFile: string): void {
  const note = document.createElement('p')
  note.className = 'note kept'
  note.append(`${words.kept} `)
  const back = document.createElement('button')
  back.type = 'button'
  back.className = 'quiet'
  back.textContent = words.useFile
  back.addEventListener('click', () => {
    box.value = fromFile
    kept.drop(box)
    note.remove()
    box.focus()
    box.dispatchEvent(new Event('input'))
  })
  note.append(back)
  box.value = from
  box.after(note)
}

for (const box of document.querySelectorAll<Box>('[data-keep]')) {
  firstTexts.set(box, box.value)
  const before = kept.get(box)
  if (before !== null && plain(before) !== plain(box.value)) offer(box, before, box.value)
  else if (before !== null) kept.drop(box)
  box.addEventListener('input', () => {
    if (plain(box.value) === plain(firstTexts.get(box) ?? '')) kept.drop(box)
    else kept.set(box, box.value)
  })
}

// ---- A form goes only to a desk that answers ----

async function isAlive(): Promise<boolean> {
  try {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), 4_000)
    const reply = await fetch(`${base}/alive`, { cache: 'no-store', signal: stop.signal })
    clearTimeout(timer)
    return reply.ok
  } catch {
    return false
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-form]')) {
  let isAsking = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    void isAlive().then((alive) => {
      isAsking = false
      if (!alive) return tell(words.notSent)
      if (pressed?.name) {
        const which = document.createElement('input')
        which.type = 'hidden'
        which.name = pressed.name
        which.value = pressed.value
        form.append(which)
      }
      // A figure or an answer that is sent is in the desk's hands; sentences are compared with the file when it comes back.
      for (const box of form.querySelectorAll<Box>('[data-keep]'))
        if (!box.closest('[data-sentence], .pair')) kept.drop(box)
      form.submit()
    })
  })
}

// ---- The checker while one types ----

function showFindings(index: string, findings: { message: string; fix: string }[]): void {
  const place = document.getElementById(`found-${index}`)
  if (!place) return
  place.replaceChildren(
    ...findings.map(({ message, fix }) => {
      const one = document.createElement('p')
      one.className = 'fault'
      one.textContent = `${message}. ${say(words.toDo, { fix })}`
      return one
    }),
  )
  place.closest('.sentence')?.classList.toggle('bad', findings.length > 0)
}

async function check(box: HTMLTextAreaElement, index: string): Promise<void> {
  const form = new URLSearchParams({ place: box.dataset.keep ?? '[]', text: box.value })
  const reply = await fetch(`${base}/check`, { method: 'POST', body: form }).catch(() => null)
  if (!reply?.ok) return
  const { reads, findings } = (await reply.json()) as {
    reads: string | null
    findings: { message: string; fix: string }[]
  }
  showFindings(index, findings)
  const shown = document.getElementById(`reads-${index}`)
  if (!shown) return
  shown.hidden = reads === null
  if (reads !== null && shown.lastElementChild) shown.lastElementChild.textContent = reads
}

for (const sentence of document.querySelectorAll<HTMLElement>('[data-sentence]')) {
  const index = sentence.dataset.sentence ?? ''
  const box = sentence.querySelector('textarea')
  const count = document.getElementById(`count-${index}`)
  if (!box) continue
  let timer: ReturnType<typeof setTimeout> | undefined
  box.addEventListener('input', () => {
    const n = plain(box.value.replace(/\{[^{}]*\}/g, 'figure'))
      .split(' ')
      .filter(Boolean).length
    const of = box.dataset.limit
    if (count) count.textContent = of ? say(words.ofGlance, { n, of }) : say(words.ofWords, { n })
    clearTimeout(timer)
    timer = setTimeout(() => void check(box, index), 400)
  })
  // Enter would put a line end into a sentence; it moves on instead, as in a line.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) box.form?.requestSubmit()
  })
}

// ---- The live page, and other editors ----

const frame = document.querySelector('iframe')
const previewLine = document.querySelector<HTMLElement>('[data-preview-state]')
let version: number | null = null
let wasLost = false

type Looked = { hash: string; preview: keyof typeof words.previewStates; version: number }

async function look(): Promise<void> {
  const reply = await fetch(`${base}/state`, { cache: 'no-store' }).catch(() => null)
  if (!reply?.ok) {
    wasLost = true
    return tell(words.lost)
  }
  const state = (await reply.json()) as Looked
  if (state.hash !== body.dataset.hash) tell(words.changedElsewhere)
  else if (wasLost) tell(words.back2)
  wasLost = false
  if (previewLine) previewLine.textContent = words.previewStates[state.preview]
  const isFresh = version !== null && version !== state.version
  if (frame && frame.dataset.address && state.version > 0 && (isFresh || !frame.src))
    frame.src = frame.dataset.address
  version = state.version
}

setInterval(() => {
  if (!document.hidden) void look()
}, 1_500)
void look()

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-width]'))
  button.addEventListener('click', () => {
    for (const other of document.querySelectorAll<HTMLButtonElement>('[data-width]'))
      other.setAttribute('aria-pressed', String(other === button))
    document.querySelector('.columns')?.classList.toggle('wide-preview', button.dataset.width === 'wide')
  })

// What happened is read first, and the keyboard begins there.
document.getElementById('notice')?.focus()
