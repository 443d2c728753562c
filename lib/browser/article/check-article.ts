/**
 * The article check in the browser: no framework, and no request once the form has been reached: then
 * come the patterns, the worker, the module and the fonts of a result, the same for everybody. Built into public/check-article.js
 * by lib/server/build/make-assets.ts. Without it the form is a plain post, as the page says.
 * The text lives in the text box and in this module's memory, and nowhere else; only when the page is older than the
 * site is it kept in the tab, until the page is loaded again; and what another app shares is asked of the service worker (takeShared).
 */
import type { FromWorker, ToWorker } from '@/lib/browser/article/check-article-worker'
import type * as ArticleResult from '@/lib/browser/article/article-result'
import type { ArticleKit } from '@/lib/claims/article-kit'
import { withPlainLineEnds, type ArticleReport } from '@/lib/claims/article-report'
import { fillGaps } from '@/lib/texts/fill-gaps'
import type { ArticleCheck } from '@/lib/claims/sign-schema'
import { wordsBesideLinks } from '@/lib/claims/only-link'
import { shareMark } from '@/lib/claims/shared-text'
import { keep, kept, keptKey, takeShared, whenForgotten } from '@/lib/kept-here'

/** As lib/claims/tokenise.ts: more than this is not read, and the result says where it was cut. */
const mostCharacters = 200_000
/** A text that fits takes well under a second; a device that needs longer than this gets a clear word. */
const mostWaitMs = 30_000

/** Where the text waits while an old page is loaded again. */
const articleKey = keptKey('article')

/**
 * Whether this page is older than the site: its own script, whose address changes with its content, is not there any
 * more. A line that is away says nothing about that.
 */
async function isOld(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[src*="check-article"]')?.src
  if (!own) return false
  return fetch(own, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status === 404,
    () => false,
  )
}

/** What a check needs beside this module. */
type Loaded = { loaded: ArticleKit; parts: typeof ArticleResult }

function start(form: HTMLFormElement): void {
  const find = <E extends HTMLElement>(name: string) => document.querySelector<E>(`[data-ac="${name}"]`)
  const box = form.querySelector('textarea')
  const result = find('result')
  const status = find('status')
  const progress = find('progress')
  const tools = find('tools')
  const old = find('old')
  const copied = find<HTMLTextAreaElement>('copied')
  const chooser = find<HTMLInputElement>('file')
  if (!box || !result || !status) return

  let kit: ArticleKit | null = null
  /** The module of a result, once it has come. */
  let made: typeof ArticleResult | null = null
  let report: ArticleReport | null = null
  /** Set while the box holds the start of a longer text: its whole length. */
  let whole: { length: number; shown: string } | null = null
  let job = 0
  let finish: ((check: ArticleCheck | null) => void) | null = null

  const say = (key: string, values?: Record<string, string | number>) => {
    status.textContent = key === '' ? '' : kit ? fillGaps(kit.words, key, values) : (form.dataset[key] ?? '')
  }
  const wait = (isWaiting: boolean) => {
    if (progress) progress.hidden = !isWaiting
    form.setAttribute('aria-busy', String(isWaiting))
  }

  let worker: Worker | null = null
  const send = (message: ToWorker) => worker?.postMessage(message)

  const load = async (): Promise<Loaded> => {
    const address = '/article-result.js'
    // A worker of another release than this module might answer wrongly, not only never.
    const [response, isPageOld, parts] = await Promise.all([
      fetch(form.dataset.kit ?? '', { credentials: 'omit' }),
      isOld(),
      import(address) as Promise<typeof ArticleResult>,
    ])
    if (!response.ok || isPageOld) throw new Error('no kit')
    made = parts
    // Written by our own server from checked content; see getArticleKit.
    const loaded = (await response.json()) as ArticleKit
    await new Promise<void>((resolve, reject) => {
      worker = new Worker('/check-article-worker.js')
      worker.addEventListener('error', () => reject(new Error('no worker')))
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'ready') resolve()
        else if (data.id === job) finish?.(data.kind === 'checked' ? data.check : null)
      })
      send({ kind: 'patterns', patterns: loaded.patterns, warmUp: loaded.sample.text })
    })
    kit = loaded
    // The fonts of a result too: the first bold digit must not send for one.
    await Promise.allSettled([...document.fonts].map((font) => font.load()))
    form.dataset.ready = ''
    return { loaded, parts }
  }
  /** Why it could not start: the page is old, and the text waits in the tab until it is loaded again; or the line. */
  const sayFailed = async () => {
    const isPageOld = await isOld()
    if (old) old.hidden = !isPageOld
    if (!isPageOld) say('failed')
    else say(keep('tab', articleKey, box.value || null) ? 'old' : 'oldNotKept')
  }
  let loading: Promise<Loaded> | null = null
  /** What a check needs: asked for once, when the form is first reached; again only after it did not come. */
  const ready = () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null
      worker?.terminate()
      throw error
    }))
  const reach = () => void ready().catch(sayFailed)
  for (const sign of ['focusin', 'pointerdown', 'dragenter'])
    form.addEventListener(sign, reach, { once: true, passive: true })

  const examine = (text: string) =>
    new Promise<ArticleCheck | null>((resolve) => {
      job += 1
      const timer = setTimeout(() => finish?.(null), mostWaitMs)
      finish = (check) => {
        clearTimeout(timer)
        finish = null
        resolve(check)
      }
      send({ kind: 'text', id: job, text })
    })

  const forget = () => {
    report = null
    result.replaceChildren()
    if (tools) tools.hidden = true
    if (copied) {
      copied.value = ''
      copied.hidden = true
    }
  }

  const empty = () => {
    box.value = ''
    whole = null
    keep('tab', articleKey, null)
    forget()
  }

  const check = async () => {
    const text = withPlainLineEnds(box.value)
    if (text.trim() === '') {
      say('empty')
      box.focus()
      return
    }
    forget()
    wait(true)
    say('working')
    try {
      const { loaded, parts } = await ready()
      // Sent without what would not be read anyway, but with the one character that shows there was more.
      const found = await examine(text.slice(0, mostCharacters + 1))
      if (!found) {
        say('tooSlow')
        return
      }
      const length = whole?.shown === box.value ? whole.length : text.length
      const full = found.cut || length > text.length ? { at: found.cut?.at ?? text.length, of: length } : null
      report = parts.makeReport(text, { ...found, cut: full }, loaded)
      const isSample = text.trim() === loaded.sample.text.trim()
      result.replaceChildren(parts.draw(parts.reportView(report, loaded, isSample)))
      if (tools) tools.hidden = false
      say('done')
      document.getElementById('result')?.focus()
    } catch {
      await sayFailed()
    } finally {
      wait(false)
    }
  }

  const put = (text: string) => {
    const plain = withPlainLineEnds(text)
    whole = plain.length > mostCharacters ? { length: plain.length, shown: '' } : null
    box.value = plain.slice(0, mostCharacters)
    if (whole) whole.shown = box.value
    forget()
  }

  const takeFile = async (file: File | undefined) => {
    if (!file) return
    wait(true)
    say('reading')
    const parts = await ready().then(
      (come) => come.parts,
      () => null,
    )
    if (!parts) {
      wait(false)
      await sayFailed()
      return
    }
    const read = await parts.readArticleFile(file, mostCharacters, (page, of) => say('page', { page, of }))
    wait(false)
    if (!read.ok) {
      say(`file-${read.why}`)
      return
    }
    put(read.text)
    await check()
    if (read.pages && report) say('pagesCut', read.pages)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void check()
  })
  chooser?.addEventListener('change', () => {
    void takeFile(chooser.files?.[0]).then(() => (chooser.value = ''))
  })
  form.addEventListener('dragover', (event) => event.preventDefault())
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    void takeFile(event.dataTransfer.files[0])
  })
  // A paste of many megabytes would freeze the box for good: keep what is read, and remember how long it was.
  box.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (pasted.length <= mostCharacters) return
    event.preventDefault()
    put(pasted)
  })

  const act: Record<string, () => void> = {
    sample: () => {
      void ready().then(({ loaded }) => {
        put(loaded.sample.text)
        return check()
      }, sayFailed)
    },
    // What was written since it was kept goes along.
    renew: () => {
      if (keep('tab', articleKey, box.value || null)) location.reload()
      else say('oldNotKept')
    },
    clear: () => {
      empty()
      say('cleared')
      box.focus()
    },
    print: () => window.print(),
    copy: () => {
      if (!report || !made) return
      const text = made.noteText(report.note)
      const byHand = () => {
        if (!copied) return
        copied.hidden = false
        copied.value = text
        copied.focus()
        copied.select()
        say('copyByHand')
      }
      // Without a secure address browsers have no clipboard.
      if (!navigator.clipboard) byHand()
      else navigator.clipboard.writeText(text).then(() => say('copied'), byHand)
    },
  }
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    act[event.target.closest<HTMLElement>('[data-ac-do]')?.dataset.acDo ?? '']?.()
    // From a mark to its explanation and back: the focus goes along, in every browser.
    const link = event.target.closest<HTMLAnchorElement>('.ac-report a[href^="#"]')
    const target = link && document.getElementById(link.hash.slice(1))
    if (!target) return
    event.preventDefault()
    // What is folded opens, or there would be nothing to go to.
    const fold = target.closest('details') ?? target.parentElement?.closest('details')
    if (fold) fold.open = true
    target.focus()
    target.scrollIntoView({ block: 'center' })
  })

  // Here the tab keeps the text or nobody does: the browser's own memory of forms is for pages without scripts.
  box.autocomplete = 'off'
  form.autocomplete = 'off'
  whenForgotten(() => {
    empty()
    say('')
  })
  const waiting = kept('tab', articleKey)
  if (waiting !== null) {
    keep('tab', articleKey, null)
    put(waiting)
    say('back')
  }
  // From another app, through the service worker. A link is answered at once: there is nothing more to press for.
  if (location.hash === shareMark)
    void takeShared().then((text) => {
      if (text) put(text)
      say(text ? 'shared' : 'sharedGone')
      if (text && wordsBesideLinks(text) !== null) void check()
      else reach()
    })

  // Last: from here on the form no longer posts, so the words about posting go.
  for (const element of document.querySelectorAll<HTMLElement>('[data-ac-when]'))
    element.hidden = element.dataset.acWhen !== 'script'
}

const form = document.querySelector<HTMLFormElement>('form[data-ac-form]')
if (form && 'Worker' in window) start(form)
