import { PacketResult } from '@/components/packets/packet-result'
import { optionMarks } from '@/lib/journey/steps'
import { alwaysIncluded, type Catalogue } from '@/lib/packets/route'
import { maxNoteLength } from '@/lib/packets/note-text'
import type { Kit } from '@/lib/sentences/kit'
import { languages } from '@/lib/texts/languages'
import { punctuationOf, remarked, sentences } from '@/lib/texts/punctuation'

type ConditionChoice = Catalogue['conditions'][number]
type DecisionChoice = ConditionChoice['decisions'][number]

function Situations({ condition, kit: { t } }: { condition: ConditionChoice; kit: Kit }) {
  return (
    <fieldset className="ask" data-for-condition={condition.id} hidden>
      <legend>{t('packets.build.situation')}</legend>
      <div className="choices tall">
        {condition.situations.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type="radio" name={`situation.${condition.id}`} value={id} />
            {name}
          </label>
        ))}
        <label className="choice">
          <input type="radio" name={`situation.${condition.id}`} value="" defaultChecked />
          {t('packets.build.situationOpen')}
        </label>
      </div>
    </fieldset>
  )
}

function Decisions({ condition, kit: { t } }: { condition: ConditionChoice; kit: Kit }) {
  return (
    <fieldset className="ask" data-for-condition={condition.id} hidden>
      <legend>{t('packets.build.decision')}</legend>
      <div className="choices tall">
        {condition.decisions.map(({ id, question, situations, reviewed }) => (
          <label key={id} className="choice">
            <input
              type="radio"
              name={`decision.${condition.id}`}
              value={id}
              data-situations={situations.join(' ')}
              data-reviewed={reviewed}
            />
            {question}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The options of one decision: a tick for each, and buttons to order them. What may not be left out cannot be unticked. */
function Options({
  conditionId,
  decision,
  kit: { t, locale },
}: {
  conditionId: string
  decision: DecisionChoice
  kit: Kit
}) {
  const marks = optionMarks(decision.options.map(({ id }) => id))
  return (
    <fieldset className="ask" data-for-decision={`${conditionId} ${decision.id}`} hidden>
      <legend>{t('packets.build.options')}</legend>
      <p className="hint">{t('packets.build.optionsHint')}</p>
      <ol className="pick">
        {decision.options.map(({ id, name }) => {
          const mark = marks.get(id)
          const isAlways = alwaysIncluded.includes(id)
          return (
            <li key={id} data-option={id} className={mark?.tone}>
              <label className="choice">
                <input type="checkbox" defaultChecked disabled={isAlways} />
                <span className="badge" aria-hidden="true">
                  {mark?.letter}
                </span>
                <span>
                  <span data-name>{name}</span>
                  {isAlways && (
                    <span className="note">{remarked('', t('packets.build.always'), locale)}</span>
                  )}
                </span>
              </label>
              <span className="movers">
                {Object.entries({ up: '↑', down: '↓' } as const).map(([way, arrow]) => (
                  <button
                    key={way}
                    type="button"
                    className="mover"
                    data-move={way}
                    aria-label={t(`packets.build.${way as 'up' | 'down'}`, { name })}
                  >
                    {arrow}
                  </button>
                ))}
              </span>
            </li>
          )
        })}
      </ol>
      <p role="status" className="sr" data-moved={t('packets.build.moved', { name: '{name}', n: '{n}' })} />
    </fieldset>
  )
}

function Key({ kit: { t, locale } }: { kit: Kit }) {
  return (
    <div className="ask">
      <div className="field">
        <label htmlFor="packet-key">{t('packets.build.key')}</label>
        <p id="packet-key-hint" className="note">
          {sentences([t('packets.build.keyHint'), t('form.optional')], locale)}
        </p>
        <input
          id="packet-key"
          type="file"
          accept=".json,application/json"
          aria-describedby="packet-key-hint packet-key-state"
        />
        <p
          id="packet-key-state"
          role="status"
          data-signed-for={t('packets.build.keyName', { name: '{name}' })}
        />
      </div>
    </div>
  )
}

/** Why the page was not made, each fault with a link to its place. Filled by showing, never by writing. */
function Faults({ kit: { t } }: { kit: Kit }) {
  const places = {
    condition: 'packet-condition',
    decision: 'packet-decision',
    options: 'packet-options',
    'too-long': 'packet-note',
    control: 'packet-note',
    link: 'packet-note',
    'too-large': 'packet-note',
    refused: 'packet-note',
    key: 'packet-key',
    sign: 'packet-key',
    line: 'packet-note',
  } as const
  return (
    <div className="error-box" role="alert" tabIndex={-1} data-faults="" hidden>
      <h2>{t('packets.build.problem')}</h2>
      <ul className="list">
        {(Object.keys(places) as (keyof typeof places)[]).map((fault) => (
          <li key={fault} data-fault={fault} hidden>
            <a href={`#${places[fault]}`}>{t(`packets.build.fault.${fault}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/**
 * The form that makes a page for one patient. It has no address to post to: build-packet.ts does it all. Until that has
 * come, `dialog` sends nothing (HTML, form submission algorithm): no note may end in an address.
 */
export function PacketForm({
  catalogue,
  site,
  release,
  kit,
}: {
  catalogue: Catalogue
  /** Where people find this site, without a stroke at its end; null: where the page is open. */
  site: string | null
  release: { version: string; contentDate: string } | null
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <>
      <p className="card no-js">{t('packets.build.noJs')}</p>
      <form
        className="part needs-js screen"
        method="dialog"
        data-packet-form={locale}
        data-site={site ?? undefined}
        autoComplete="off"
        noValidate
        aria-label={t('packets.build.title')}
      >
        <Faults kit={kit} />
        <fieldset className="ask" id="packet-condition">
          <legend>{t('packets.build.condition')}</legend>
          <div className="choices">
            {catalogue.conditions.map(({ id, name }) => (
              <label key={id} className="choice">
                <input type="radio" name="condition" value={id} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        {catalogue.conditions.map((condition) => (
          <Situations key={condition.id} condition={condition} kit={kit} />
        ))}
        <div id="packet-decision">
          {catalogue.conditions.map((condition) => (
            <Decisions key={condition.id} condition={condition} kit={kit} />
          ))}
        </div>
        <div id="packet-options">
          {catalogue.conditions.flatMap((condition) =>
            condition.decisions.map((decision) => (
              <Options
                key={`${condition.id} ${decision.id}`}
                conditionId={condition.id}
                decision={decision}
                kit={kit}
              />
            )),
          )}
        </div>
        <div className="ask">
          <div className="field">
            <label htmlFor="packet-note">{t('packets.build.note')}</label>
            <p id="packet-note-hint" className="note">
              {sentences([t('packets.build.noteHint', { max: maxNoteLength }), t('form.optional')], locale)}
            </p>
            <textarea
              id="packet-note"
              rows={4}
              aria-describedby="packet-note-hint packet-note-left"
              spellCheck={false}
              autoComplete="off"
            />
            <p
              id="packet-note-left"
              className="note"
              data-left={t('packets.build.noteLeft', { count: '{count}' })}
            />
          </div>
        </div>
        <p>
          <strong>{t('packets.build.language') + punctuationOf(locale).colon}</strong>
          {punctuationOf(locale).gap + languages[locale].name}
        </p>
        <Key kit={kit} />
        <p>
          <button className="go" type="submit">
            {t('packets.build.go')}
          </button>
        </p>
      </form>
      <PacketResult release={release} site={site} kit={kit} />
    </>
  )
}
