import { Opening } from '@/components/layout/opening'
import Link from '@/components/ui/link'
import { stepHref, steps } from '@/lib/journey/steps'
import type { Catalogue } from '@/lib/packets/route'
import type { Kit } from '@/lib/sentences/kit'

const wrongs = ['empty', 'mangled', 'newer', 'too-large', 'refused', 'unknown'] as const

/** What a link that cannot be shown says, and the way to start without it. Also all there is without JavaScript. */
function Without({ catalogue, kit: { t, locale } }: { catalogue: Catalogue; kit: Kit }) {
  return (
    <section className="part" data-p-when="wrong nothing" aria-labelledby="without">
      <p className="card no-js">{t('packets.open.noJs')}</p>
      <div className="error-box needs-js" role="alert" data-p-when="wrong" hidden>
        <p>
          <strong>{t('packets.open.wrong.title')}</strong>
        </p>
        {wrongs.map((why) => (
          <p key={why} data-p-wrong={why} hidden>
            {t(`packets.open.wrong.${why}`)}
          </p>
        ))}
      </div>
      <h2 id="without">{t('packets.open.other')}</h2>
      <div className="cards">
        {catalogue.conditions.map(({ id, name }) => (
          <Link key={id} className="door" href={stepHref(locale, id, 'condition')}>
            <b>{name}</b>
          </Link>
        ))}
      </div>
    </section>
  )
}

/** Who made it, as far as the signature proves it. The words in the note are a stranger's and are shown as a quote. */
function Maker({ kit: { t } }: { kit: Kit }) {
  return (
    <section className="part" aria-labelledby="maker" data-p-when="route" hidden>
      <h2 id="maker" tabIndex={-1} data-p="maker" aria-live="polite">
        {t('packets.open.checking')}
      </h2>
      <p data-p="logo" hidden />
      <p data-p-maker="valid" data-template={t('packets.open.signed', { name: '{name}' })} hidden>
        {t('packets.open.signedHint')}
      </p>
      <p
        data-p="call"
        data-template={t('packets.open.call', { phone: '{phone}' })}
        data-template-when={t('packets.open.callWhen', { phone: '{phone}', when: '{when}' })}
        hidden
      />
      <p data-p="where" data-template={t('clinics.where', { address: '{address}' })} hidden />
      <p data-p-maker="unknown" data-template={t('packets.open.unsigned')} hidden>
        {t('packets.open.unsignedHint')}
      </p>
      <p data-p-maker="wrong" data-template={t('packets.open.forged')} className="flag" hidden>
        {t('packets.open.forgedHint')}
      </p>
      <p className="note" data-p="made" data-template={t('packets.open.made', { date: '{date}' })} />
      <div data-p="note-box" hidden>
        <h3
          id="note"
          data-p="note-from"
          data-unsigned={t('packets.open.note')}
          data-template={t('packets.open.noteFrom', { name: '{name}' })}
        >
          {t('packets.open.note')}
        </h3>
        <p className="note">{t('packets.open.noteWho')}</p>
        <blockquote className="own-text" aria-labelledby="note" data-p="note" />
      </div>
    </section>
  )
}

/** The way through, filled from the packet by open-packet.ts with the site's own words. */
function Way({ kit: { t } }: { kit: Kit }) {
  return (
    <section className="part" aria-labelledby="route" data-p-when="route" hidden>
      <h2 id="route">{t('packets.open.route')}</h2>
      <p>{t('packets.open.routeHint')}</p>
      <ol className="way" data-p="way">
        {steps.map(({ id, path }, index) => (
          <li key={id}>
            <a href="/" data-p-step={path}>
              {t('steps.numbered', { n: index + 1, name: t(`steps.${id}`) })}
            </a>
            {id === 'condition' && <p data-p="situation" />}
            {id === 'options' && (
              <>
                <p>
                  {t('packets.open.readFirst')} <span className="note">{t('packets.open.orderHint')}</span>
                </p>
                <ol data-p="options" className="pick" />
                <p
                  className="note"
                  data-p="all"
                  data-template={t('packets.open.all', { count: '{count}' })}
                />
                <p className="flag" data-p="partial" hidden>
                  {t('packets.open.partial')}
                </p>
              </>
            )}
            {id === 'compare' && <p data-p="decision" />}
            {id === 'summary' && <p>{t('packets.open.bring')}</p>}
          </li>
        ))}
      </ol>
      <fieldset className="ask" data-p="clash" hidden>
        <legend tabIndex={-1}>{t('packets.open.clash')}</legend>
        <p className="hint">{t('packets.open.clashText')}</p>
        <p className="onward">
          <button className="go" type="button" data-p-do="keep-mine">
            {t('packets.open.keepMine')}
          </button>
          <button className="go second" type="button" data-p-do="use-these">
            {t('packets.open.useThese')}
          </button>
        </p>
      </fieldset>
      <p className="onward" data-p="go">
        <button className="go" type="button" data-p-do="start">
          {t('packets.open.start')}
        </button>
        <a className="back" href="/" data-p-step="/options" data-p-do="show-all">
          {t('packets.open.showAll')}
        </a>
      </p>
    </section>
  )
}

/** The page a packet opens. It holds every name that a packet can stand for; the packet only chooses among them. */
export function PatientRoute({ catalogues, kit }: { catalogues: readonly Catalogue[]; kit: Kit }) {
  const { t } = kit
  const json = JSON.stringify(catalogues).replaceAll('<', '\\u003c')
  const own = catalogues.find(({ locale }) => locale === kit.locale)
  return (
    <>
      <Opening
        title={t('packets.open.title')}
        lead={[t('packets.open.lead')]}
        kit={{ ...kit, terms: null }}
      />
      <div className="wrap sheet">
        <Maker kit={kit} />
        <Way kit={kit} />
        {own && <Without catalogue={own} kit={kit} />}
      </div>
      <script type="application/json" id="packet-catalogues" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  )
}
