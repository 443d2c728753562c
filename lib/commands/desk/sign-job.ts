/** A part that is read and signed. */
import { ownLabel, hashOf, told, type Asked, type Reply, type DeskBase } from './desk-base'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf, savedText } from '@/lib/desk/fields'
import { say, type Notice } from '@/lib/desk/frame-view'
import { partsNav, signView } from '@/lib/desk/part-view'
import { findingsOf, type Part } from '@/lib/desk/parts'
import { missingOf, signEdit, type Signer } from '@/lib/desk/sign'
import type { DeskContent } from './content'

const seenPart = ({ covers }: Part, { hashes }: DeskContent) => hashOf(covers.map((id) => hashes[id]).join())

export class SignJob {
  constructor(private readonly desk: DeskBase) {}

  private signer: Signer | null = null

  signPage(
    asked: Asked,
    now: DeskContent,
    faults: ReadonlySet<string>,
    form: URLSearchParams | null,
    notice: Notice | null = null,
  ): Reply {
    const line = this.desk.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const book = this.desk.bookOf(now, line.part.scope)
    const names = this.desk.names(now)
    const sentences = fieldsOf(line.part, (file) => this.desk.reader.data(file)).map(({ at, text }) => ({
      label: ownLabel(at, names, line.part),
      reads: this.desk.filled(text, book) ?? text,
    }))
    const value = (name: keyof Signer, fallback: string) => form?.get(name) ?? fallback
    const signer: Signer = {
      person: value('person', this.signer?.person ?? ''),
      role: value('role', this.signer?.role ?? ''),
      interests: value('interests', this.signer?.interests ?? ''),
      date: value('date', this.desk.today()),
    }
    const others = findingsOf(line.part, [...now.hard, ...now.soft])
    const frame = this.desk.frame(
      `${words.signTitle}: ${line.part.title}`,
      now.hash,
      {
        nav: partsNav(this.desk.base, this.desk.lines(now), line.part),
        notice: notice ?? this.desk.said(asked),
      },
      line.part.address,
    )
    return this.desk.page(
      frame,
      signView(
        this.desk.base,
        line,
        sentences,
        this.desk.figureLines(line.part, now),
        this.desk.factLines(line.part, now),
        told(others),
        seenPart(line.part, now),
        signer,
        faults,
      ),
    )
  }

  sign(asked: Asked, form: URLSearchParams, now: DeskContent): Reply {
    const line = this.desk.findPart(asked, now)
    if (!line) return { kind: 'none' }
    const { part } = line
    const signer: Signer = {
      person: savedText(form.get('person') ?? ''),
      role: savedText(form.get('role') ?? ''),
      interests: savedText(form.get('interests') ?? ''),
      date: savedText(form.get('date') ?? ''),
    }
    const faults = new Set<string>(missingOf(signer))
    if (form.get('read') !== 'yes') faults.add('read')
    const again = (text: string) => this.signPage(asked, now, faults, form, { kind: 'fault', lines: [text] })
    if (line.findings) return again(say(words.signFirst, { n: line.findings }))
    if (form.get('seen') !== seenPart(part, now)) return again(words.changedMeanwhile)
    if (faults.size) return again(say(words.findings, { n: faults.size }))
    this.signer = signer
    const edit = signEdit(part, now.hashes, now.content.reviews, signer)
    const done = this.desk.write(
      now,
      { 'reviews.yaml': [edit] },
      {},
      [`content: sign ${part.title}`, `By: ${signer.person}, ${signer.role}`],
      signer.person,
      true,
    )
    if (!done.ok)
      return again(
        done.why === 'moved' ? words.changedElsewhere : done.hard.map(({ message }) => message).join(' '),
      )
    return this.desk.go(`/part?id=${encodeURIComponent(part.id)}`, {
      kind: 'done',
      lines: [say(words.signed, { person: signer.person, title: part.title }), ...done.lines],
    })
  }
}
