/** What the desk answers: which page or job an address is. */
import type { Folders } from './folders'
import { DeskBase, type Asked, type Reply } from './desk-base'
import { BrokenFileJob } from './broken-file-job'
import { FactJobs } from './fact-jobs'
import { FigureJobs } from './figure-jobs'
import { LanguageJobs } from './language-jobs'
import { OptionJob } from './option-job'
import { PartJobs } from './part-jobs'
import { ResultJob } from './result-job'
import { SignJob } from './sign-job'
import { SourceJob } from './source-job'
import { StudyJob } from './study-job'
import type { Preview } from './preview'

export class Desk {
  private readonly base: DeskBase
  private readonly parts: PartJobs
  private readonly broken: BrokenFileJob
  private readonly figures: FigureJobs
  private readonly facts: FactJobs
  private readonly newResult: ResultJob
  private readonly source: SourceJob
  private readonly study: StudyJob
  private readonly newOption: OptionJob
  private readonly signing: SignJob
  private readonly language: LanguageJobs

  /**
   * @param base the path of every page, with the key
   * @param now the time: for days, and for the names of patches
   */
  constructor(folders: Folders, base: string, preview: () => Preview | null, now: () => Date) {
    this.base = new DeskBase(folders, base, preview, now)
    this.base.retry = (asked) => this.answer(asked)
    this.parts = new PartJobs(this.base)
    this.broken = new BrokenFileJob(this.base)
    this.figures = new FigureJobs(this.base)
    this.facts = new FactJobs(this.base)
    this.newResult = new ResultJob(this.base)
    this.source = new SourceJob(this.base)
    this.study = new StudyJob(this.base)
    this.newOption = new OptionJob(this.base)
    this.signing = new SignJob(this.base)
    this.language = new LanguageJobs(this.base)
  }

  answer(asked: Asked): Reply {
    const { path: at, form } = asked
    if (at === '/state') return this.base.stateJson()
    const state = this.base.reader.look()
    if (at === '/broken' && form) return this.broken.mend(form)
    if (!state.ok) return this.broken.brokenPage(asked)
    const { now } = state
    const waitingFact = at === '/second' ? this.facts.waitingFact(asked.query.get('id') ?? '') : undefined
    if (form) {
      this.base.who = form.get('who')?.trim() || this.base.who
      switch (at) {
        case '/part':
          return this.parts.savePart(asked, form, now)
        case '/check':
          return this.parts.checkSentence(form, now)
        case '/figure':
          return this.figures.changeFigure(asked, form, now)
        case '/fact':
          return this.facts.changeFact(asked, form, now)
        case '/second':
          return waitingFact
            ? this.facts.typeSecond(asked, form, now, waitingFact)
            : this.figures.typeSecond(asked, form, now)
        case '/withdraw':
          return this.figures.withdraw(asked)
        case '/result':
          return this.newResult.addResult(asked, form, now)
        case '/source':
          return this.source.addSource(asked, form, now)
        case '/study':
          return this.study.retire(asked, form, now)
        case '/option':
          return this.newOption.option(asked, form, now)
        case '/sign':
          return this.signing.sign(asked, form, now)
        case '/begin':
          return this.language.beginLanguage(form)
        case '/translate':
          return this.language.saveTranslation(asked, form, now)
      }
      return { kind: 'none' }
    }
    switch (at) {
      case '/':
        return this.parts.home(asked, now)
      case '/part':
        return this.parts.partPage(asked, now)
      case '/figure':
        return this.figures.figurePage(asked, now, null)
      case '/fact':
        return this.facts.factPage(asked, now)
      case '/second':
        return waitingFact
          ? this.facts.secondPage(asked, now, waitingFact)
          : this.figures.secondPage(asked, now, {}, new Set(), null)
      case '/result':
        return this.newResult.resultPage(asked, now)
      case '/source':
        return this.source.sourcePage(asked, now)
      case '/study':
        return this.study.studyPage(asked, now)
      case '/option':
        return this.newOption.optionPage(asked, now)
      case '/sign':
        return this.signing.signPage(asked, now, new Set(), null)
      case '/translate':
        return this.language.translatePage(asked, now)
    }
    return { kind: 'none' }
  }
}
