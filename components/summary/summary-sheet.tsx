import { Runs } from '@/components/ui/runs'
import { sureScore } from '@/lib/summary/answers'
import { linePieces, type ComparedLine, type LinePiece, type SummaryParts } from '@/lib/summary/parts'
import type { Answers } from '@/lib/summary/schema'

function Piece({ piece }: { piece: LinePiece }) {
  const { text, source, statusOf } = piece
  if (source)
    return (
      <span data-source={source} data-plain>
        {text}
      </span>
    )
  if (statusOf)
    return (
      <strong data-status-of={statusOf} hidden={!text}>
        {text}
      </strong>
    )
  return <Runs runs={[piece]} />
}

/** One option on one question, in a line. */
function OptionLine({ line }: { line: ComparedLine }) {
  const pieces = linePieces(line)
  const draw = (some: LinePiece[]) => some.map((piece, index) => <Piece key={index} piece={piece} />)
  return (
    <li>
      {draw(pieces.filter(({ isNote }) => !isNote))}
      <span className="note">{draw(pieces.filter(({ isNote }) => isNote))}</span>
    </li>
  )
}

function Compared({ decision, note }: { decision: SummaryParts['decisions'][number]; note: string }) {
  return (
    <>
      <p>
        {decision.options.map(({ id, letter, name }) => (
          <span key={id}>
            <strong>{letter}.</strong> {name}.{' '}
          </span>
        ))}
      </p>
      {decision.rows.map((row) => (
        <div key={row.id}>
          <p>
            <strong>{row.question}</strong>
          </p>
          <ul>
            {row.lines.map((line, index) => (
              <OptionLine key={index} line={line} />
            ))}
          </ul>
          {row.notes.map((text) => (
            <p key={text} className="note">
              {text}
            </p>
          ))}
        </div>
      ))}
      <p className="note">{note}</p>
    </>
  )
}

/**
 * Text a person wrote: shown by the server for a posted form, filled in the browser otherwise. The framework must not
 * "repair" what our module filled in before it woke up, hence suppressHydrationWarning.
 */
function OwnText({
  name,
  answers,
  fallback,
  beside,
}: {
  name: 'own' | 'unsure' | 'ownQuestions'
  answers: Answers
  fallback: string
  /** Other answers of the same part, for example `m.`: with one of them, the part has been said something in. */
  beside?: { names: string; isGiven: boolean }
}) {
  const text = answers[name]
  return (
    <>
      <p className="own-text" data-text={name} hidden={!text} suppressHydrationWarning>
        {text}
      </p>
      {fallback && (
        <p
          className="note screen"
          data-text-none={beside ? `${name} ${beside.names}` : name}
          hidden={Boolean(text) || beside?.isGiven}
        >
          {fallback}
        </p>
      )}
    </>
  )
}

function Ruled({ lines }: { lines: number }) {
  return (
    <div className="lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

type Sheet = { parts: SummaryParts; answers: Answers }

function About({ parts, answers }: Sheet) {
  const { condition, situations, decisions, carers, texts } = parts
  return (
    <section className="part" aria-labelledby="s-condition">
      <h2 id="s-condition">{condition.text}</h2>
      <p>
        <strong>{texts.situation}:</strong>{' '}
        {situations.map(({ id, text }) => (
          <span key={id} data-when={`situation=${id}`} hidden={answers.situation !== id}>
            {text}
          </span>
        ))}
        <span data-when-empty="situation" hidden={answers.situation !== null}>
          {texts.notSaid}
        </span>
      </p>
      {decisions.map(({ id, question }) => (
        <p key={id} data-when={`decision=${id}`} hidden={answers.decision !== id}>
          <strong>{texts.decision}:</strong> {question}
        </p>
      ))}
      {carers.map(({ id, text }) => (
        <p key={id} data-when={`who=${id}`} hidden={answers.who !== id}>
          {texts.carer}: {text}
        </p>
      ))}
    </section>
  )
}

/** Near the top: it must be on the first sheet, and be found in fright. */
function Emergency({ emergency }: Pick<SummaryParts, 'emergency'>) {
  return (
    <section className="part" aria-labelledby="s-emergency">
      <div className="urgent">
        <h2 id="s-emergency">{emergency.title}</h2>
        <ul className="list tight">
          {emergency.items.map((item, index) => (
            <li key={index}>
              <Runs runs={item} />
            </li>
          ))}
        </ul>
        <p>
          <strong>
            <Runs runs={emergency.action} />
          </strong>
        </p>
      </div>
    </section>
  )
}

function Matters({ parts, answers }: Sheet) {
  const { matters, matterAnswers, texts } = parts
  return (
    <section className="part" aria-labelledby="s-matters">
      <h2 id="s-matters">{texts.matters}</h2>
      <ul className="list tight">
        {matters.flatMap(({ id, label }) =>
          matterAnswers.map((answer) => (
            <li
              key={`${id}-${answer.id}`}
              data-when={`m.${id}=${answer.id}`}
              hidden={answers.matters[id] !== answer.id}
            >
              {label}: <strong>{answer.text}</strong>
            </li>
          )),
        )}
      </ul>
      <OwnText
        name="own"
        answers={answers}
        fallback={texts.notSaid}
        beside={{ names: 'm.', isGiven: Object.keys(answers.matters).length > 0 }}
      />
    </section>
  )
}

function Leaning({ parts, answers }: Sheet) {
  const { options, sure, texts } = parts
  const score = sureScore(answers.sure)
  return (
    <section className="part" aria-labelledby="s-lean">
      <h2 id="s-lean">{texts.lean}</h2>
      <p>
        {options.map(({ id, text }) => (
          <span key={id} data-when={`lean=${id}`} hidden={answers.lean !== id}>
            {text}
          </span>
        ))}
        <span data-when-empty="lean" hidden={answers.lean !== null}>
          {texts.leanNone}
        </span>
      </p>
      <h3>{texts.unsure}</h3>
      <OwnText name="unsure" answers={answers} fallback={texts.notSaid} />
      <p data-sure-score="" hidden={score === null}>
        {texts.sure}:{' '}
        <span data-sure-all="" hidden={score !== 4}>
          {sure.all}
        </span>
        <span data-sure-some="" hidden={score === null || score === 4}>
          {sure.some}
        </span>
      </p>
    </section>
  )
}

function Questions({ parts, answers }: Sheet) {
  const { clinicQuestions, texts } = parts
  return (
    <section className="part" aria-labelledby="s-questions">
      <h2 id="s-questions">{texts.questions}</h2>
      <ul className="list tight">
        {clinicQuestions.map(({ id, text }) => (
          <li key={id} data-when-ticked={`questions=${id}`} hidden={!answers.questions.includes(id)}>
            {text}
          </li>
        ))}
      </ul>
      <OwnText name="ownQuestions" answers={answers} fallback="" />
      <Ruled lines={2} />
      <h3>{texts.clinicAnswers}</h3>
      <Ruled lines={3} />
    </section>
  )
}

/**
 * The page to bring to the clinic, at most two sheets, in the words of its parts (lib/summary/parts.ts; writeSummary
 * there puts the same words on every other paper). Everything that could stand in it is in the page; `hidden`
 * follows the answers (server for a posted form, our small module in the browser).
 */
export function SummarySheet({ parts, answers }: Sheet) {
  const { condition, decisions, emergency, texts, foot } = parts
  return (
    <article className="summary" data-summary={condition.id}>
      <About parts={parts} answers={answers} />
      <Emergency emergency={emergency} />
      <Matters parts={parts} answers={answers} />
      <Leaning parts={parts} answers={answers} />
      <Questions parts={parts} answers={answers} />
      <section className="part" aria-labelledby="s-decision">
        <h2 id="s-decision">{texts.compared}</h2>
        <p data-when-empty="decision" hidden={answers.decision !== null}>
          {texts.notSaid}
        </p>
        {decisions.map((decision) => (
          <div
            key={decision.id}
            className="flow"
            data-when={`decision=${decision.id}`}
            hidden={answers.decision !== decision.id}
          >
            <p>
              <strong>{decision.question}</strong>
            </p>
            <Compared decision={decision} note={texts.comparedNote} />
          </div>
        ))}
      </section>
      <section className="part" aria-label={texts.about} data-plain>
        <p className="note">
          {foot.reviewed} {foot.notAdvice} {foot.version}
        </p>
      </section>
    </article>
  )
}
