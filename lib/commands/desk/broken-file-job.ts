/** Files that are no YAML any more: shown, mended, or put back. */
import { told, sentFields, type Asked, type Reply, type DeskBase } from './desk-base'
import { words } from '@/lib/desk/desk-words'
import { savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { brokenView } from '@/lib/desk/part-view'
import { faultOfYaml } from '@/lib/texts/yaml-edit'
import { brokenFiles, namesIn, textOf, writeAll } from './folders'

export class BrokenFileJob {
  constructor(private readonly desk: DeskBase) {}

  brokenPage(asked: Asked, notice: Notice | null = null): Reply {
    const state = this.desk.reader.look()
    if (state.ok) return { kind: 'go', to: `${this.desk.base}/` }
    const [broken] = brokenFiles(this.desk.folders)
    const file = broken?.file ?? state.problems.find(({ file }) => /\.ya?ml$/.test(file))?.file ?? ''
    const text = textOf(this.desk.folders, file) ?? ''
    const last = this.desk.reader.goodTexts.get(file) ?? null
    const kept = asked.form
      ? sentFields(asked.form)
          .filter(({ base, text: typed }) => savedText(typed) !== savedText(base))
          .map(({ text: typed }) => typed)
      : []
    return this.desk.page(
      this.desk.frame(words.brokenTitle, state.hash, { notice }),
      brokenView(this.desk.base, file, told(state.problems), text, last === text ? null : last, kept),
    )
  }

  mend(form: URLSearchParams): Reply {
    const file = form.get('file') ?? ''
    const lf = (text: string) => text.replaceAll('\r\n', '\n')
    const [base, text] = [lf(form.get('base') ?? ''), lf(form.get('text') ?? '')]
    const asked: Asked = { path: '/broken', query: new URLSearchParams(), form: null }
    if (!namesIn(this.desk.folders.content).includes(file)) return { kind: 'none' }
    const current = textOf(this.desk.folders, file)
    if (faultOfYaml(text) || current === null)
      return this.brokenPage(asked, { kind: 'fault', lines: [words.brokenStill] })
    if (lf(current) !== base) return this.brokenPage(asked, { kind: 'fault', lines: [words.conflictTitle] })
    const done = writeAll(
      this.desk.folders,
      { [file]: text },
      { [file]: current },
      [`content: mend ${file}`],
      this.desk.now(),
    )
    if (!done.ok) return this.brokenPage(asked, { kind: 'fault', lines: [words.conflictTitle] })
    this.desk.preview()?.expect()
    return this.desk.go('/', {
      kind: 'done',
      lines: [say(words.mended, { file }), say(words.saved, { patch: done.patch })],
    })
  }
}
