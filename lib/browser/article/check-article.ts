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

/** The module of a result, the patterns and the worker: asked for once, when the form is first reached. */
class Checker {
  /** The patterns and words, once they have come. */
  kit: ArticleKit | null = null
  /** The module of a result, once it has come. */
  made: typeof ArticleResult | null = null
  private worker: Worker | null = null
  private loading: Promise<Loaded> | null = null
  private job = 0
  private finish: ((check: ArticleCheck | null) => void) | null = null

  constructor(private readonly form: HTMLFormElement) {}

  /** What a check needs; asked for again only after it did not come. */
  ready(): Promise<Loaded> {
    return (this.loading ??= this.load().catch((error: unknown) => {
      this.loading = null
      this.worker?.terminate()
      throw error
    }))
  }

  /** What the worker finds; null when it failed or took too long. */
  examine(text: string): Promise<ArticleCheck | null> {
    return new Promise((resolve) => {
      this.job += 1
      const timer = setTimeout(() => this.finish?.(null), mostWaitMs)
      this.finish = (check) => {
        clearTimeout(timer)
        this.finish = null
        resolve(check)
      }
      this.send({ kind: 'text', id: this.job, text })
    })
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message)
  }

  private async load(): Promise<Loaded> {
    const address = '/article-result.js'
    // A worker of another release than this module might answer wrongly, not only never.
    const [response, isPageOld, parts] = await Promise.all([
      fetch(this.form.dataset.kit ?? '', { credentials: 'omit' }),
      isOld(),
      import(address) as Promise<typeof ArticleResult>,
    ])
    if (!response.ok || isPageOld) throw new Error('no kit')
    this.made = parts
    // Written by our own server from checked content; see getArticleKit.
    const loaded = (await response.json()) as ArticleKit
    await new Promise<void>((resolve, reject) => {
      this.worker = new Worker('/check-article-worker.js')
      this.worker.addEventListener('error', () => reject(new Error('no worker')))
      this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'ready') resolve()
        else if (data.id === this.job) this.finish?.(data.kind === 'checked' ? data.check : null)
      })
      this.send({ kind: 'patterns', patterns: loaded.patterns, warmUp: loaded.sample.text })
    })
    this.kit = loaded
    // The fonts of a result too: the first bold digit must not send for one.
    await Promise.allSettled([...document.fonts].map((font) => font.load()))
    this.form.dataset.ready = ''
    return { loaded, parts }
  }
}

/** From a mark to its explanation and back: the focus goes along, in every browser. */
function followMark(event: MouseEvent, clicked: Element): void {
  const link = clicked.closest<HTMLAnchorElement>('.ac-report a[href^="#"]')
  const target = link && document.getElementById(link.hash.slice(1))
  if (!target) return
  event.preventDefault()
  // What is folded opens, or there would be nothing to go to.
  const fold = target.closest('details') ?? target.parentElement?.closest('details')
  if (fold) fold.open = true
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

/** The parts of the page that this module works with; only what a check cannot do without must be there. */
function partsOfPage(form: HTMLFormElement) {
  const find = <E extends HTMLElement>(name: string) => document.querySelector<E>(`[data-ac="${name}"]`)
  const box = form.querySelector('textarea')
  const result = find('result')
  const status = find('status')
  if (!box || !result || !status) return null
  return {
    form,
    box,
    result,
    status,
    progress: find('progress'),
    tools: find('tools'),
    old: find('old'),
    copied: find<HTMLTextAreaElement>('copied'),
    chooser: find<HTMLInputElement>('file'),
  }
}

type Page = NonNullable<ReturnType<typeof partsOfPage>>

/** The page with its text: what stands in the box, what was found, and what is said about it. */
class ArticlePage {
  private readonly checker: Checker
  private report: ArticleReport | null = null
  /** Set while the box holds the start of a longer text: its whole length. */
  private whole: { length: number; shown: string } | null = null

  constructor(private readonly page: Page) {
    this.checker = new Checker(page.form)
  }

  say(key: string, values?: Record<string, string | number>): void {
    const { kit } = this.checker
    this.page.status.textContent =
      key === '' ? '' : kit ? fillGaps(kit.words, key, values) : (this.page.form.dataset[key] ?? '')
  }

  /** Asks for what a check needs, before it is pressed. */
  reach(): void {
    void this.checker.ready().catch(() => this.sayFailed())
  }

  forget(): void {
    const { result, tools, copied } = this.page
    this.report = null
    result.replaceChildren()
    if (tools) tools.hidden = true
    if (copied) {
      copied.value = ''
      copied.hidden = true
    }
  }

  empty(): void {
    this.page.box.value = ''
    this.whole = null
    keep('tab', articleKey, null)
    this.forget()
  }

  clear(): void {
    this.empty()
    this.say('cleared')
    this.page.box.focus()
  }

  async check(): Promise<void> {
    const { box, result, tools } = this.page
    const text = withPlainLineEnds(box.value)
    if (text.trim() === '') {
      this.say('empty')
      box.focus()
      return
    }
    this.forget()
    this.wait(true)
    this.say('working')
    try {
      const { loaded, parts } = await this.checker.ready()
      // Sent without what would not be read anyway, but with the one character that shows there was more.
      const found = await this.checker.examine(text.slice(0, mostCharacters + 1))
      if (!found) {
        this.say('tooSlow')
        return
      }
      const length = this.whole?.shown === box.value ? this.whole.length : text.length
      const full = found.cut || length > text.length ? { at: found.cut?.at ?? text.length, of: length } : null
      this.report = parts.makeReport(text, { ...found, cut: full }, loaded)
      const isSample = text.trim() === loaded.sample.text.trim()
      result.replaceChildren(parts.draw(parts.reportView(this.report, loaded, isSample)))
      if (tools) tools.hidden = false
      this.say('done')
      document.getElementById('result')?.focus()
    } catch {
      await this.sayFailed()
    } finally {
      this.wait(false)
    }
  }

  put(text: string): void {
    const plain = withPlainLineEnds(text)
    this.whole = plain.length > mostCharacters ? { length: plain.length, shown: '' } : null
    this.page.box.value = plain.slice(0, mostCharacters)
    if (this.whole) this.whole.shown = this.page.box.value
    this.forget()
  }

  putSample(): void {
    void this.checker.ready().then(
      ({ loaded }) => {
        this.put(loaded.sample.text)
        return this.check()
      },
      () => this.sayFailed(),
    )
  }

  async takeFile(file: File | undefined): Promise<void> {
    if (!file) return
    this.wait(true)
    this.say('reading')
    const parts = await this.checker.ready().then(
      (come) => come.parts,
      () => null,
    )
    if (!parts) {
      this.wait(false)
      await this.sayFailed()
      return
    }
    const read = await parts.readArticleFile(file, mostCharacters, (page, of) =>
      this.say('page', { page, of }),
    )
    this.wait(false)
    if (!read.ok) {
      this.say(`file-${read.why}`)
      return
    }
    this.put(read.text)
    await this.check()
    if (read.pages && this.report) this.say('pagesCut', read.pages)
  }

  /** What was written since it was kept goes along. */
  renew(): void {
    if (keep('tab', articleKey, this.page.box.value || null)) location.reload()
    else this.say('oldNotKept')
  }

  copy(): void {
    const { made } = this.checker
    if (!this.report || !made) return
    const text = made.noteText(this.report.note)
    const byHand = () => {
      const { copied } = this.page
      if (!copied) return
      copied.hidden = false
      copied.value = text
      copied.focus()
      copied.select()
      this.say('copyByHand')
    }
    // Without a secure address browsers have no clipboard.
    if (!navigator.clipboard) byHand()
    else navigator.clipboard.writeText(text).then(() => this.say('copied'), byHand)
  }

  private wait(isWaiting: boolean): void {
    if (this.page.progress) this.page.progress.hidden = !isWaiting
    this.page.form.setAttribute('aria-busy', String(isWaiting))
  }

  /** Why it could not start: the page is old, and the text waits in the tab until it is loaded again; or the line. */
  private async sayFailed(): Promise<void> {
    const isPageOld = await isOld()
    if (this.page.old) this.page.old.hidden = !isPageOld
    if (!isPageOld) this.say('failed')
    else this.say(keep('tab', articleKey, this.page.box.value || null) ? 'old' : 'oldNotKept')
  }
}

/** Listens to the form: sending, a file, a drop, a paste, and the buttons. */
function listen({ form, box, chooser }: Page, article: ArticlePage): void {
  for (const sign of ['focusin', 'pointerdown', 'dragenter'])
    form.addEventListener(sign, () => article.reach(), { once: true, passive: true })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void article.check()
  })
  chooser?.addEventListener('change', () => {
    void article.takeFile(chooser.files?.[0]).then(() => (chooser.value = ''))
  })
  form.addEventListener('dragover', (event) => event.preventDefault())
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    void article.takeFile(event.dataTransfer.files[0])
  })
  // A paste of many megabytes would freeze the box for good: keep what is read, and remember how long it was.
  box.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (pasted.length <= mostCharacters) return
    event.preventDefault()
    article.put(pasted)
  })

  const act: Record<string, () => void> = {
    sample: () => article.putSample(),
    renew: () => article.renew(),
    clear: () => article.clear(),
    print: () => window.print(),
    copy: () => article.copy(),
  }
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    act[event.target.closest<HTMLElement>('[data-ac-do]')?.dataset.acDo ?? '']?.()
    followMark(event, event.target)
  })
}

function start(form: HTMLFormElement): void {
  const page = partsOfPage(form)
  if (!page) return
  const { box } = page
  const article = new ArticlePage(page)
  listen(page, article)

  // Here the tab keeps the text or nobody does: the browser's own memory of forms is for pages without scripts.
  box.autocomplete = 'off'
  form.autocomplete = 'off'
  whenForgotten(() => {
    article.empty()
    article.say('')
  })
  const waiting = kept('tab', articleKey)
  if (waiting !== null) {
    keep('tab', articleKey, null)
    article.put(waiting)
    article.say('back')
  }
  // From another app, through the service worker. A link is answered at once: there is nothing more to press for.
  if (location.hash === shareMark)
    void takeShared().then((text) => {
      if (text) article.put(text)
      article.say(text ? 'shared' : 'sharedGone')
      if (text && wordsBesideLinks(text) !== null) void article.check()
      else article.reach()
    })

  // Last: from here on the form no longer posts, so the words about posting go.
  for (const element of document.querySelectorAll<HTMLElement>('[data-ac-when]'))
    element.hidden = element.dataset.acWhen !== 'script'
}

const form = document.querySelector<HTMLFormElement>('form[data-ac-form]')
if (form && 'Worker' in window) start(form)
