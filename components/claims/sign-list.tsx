import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { signGroups, type WarningSign } from '@/lib/claims/article-kit'
import type { Kit } from '@/lib/sentences/kit'
import { asWritten } from '@/lib/texts/languages'

function Sign({ sign, kit }: { sign: WarningSign; kit: Kit }) {
  const { t } = kit
  return (
    <li className="card" id={sign.id}>
      {sign.formerly.map((id) => (
        <span key={id} id={id} />
      ))}
      <h3>{sign.name}</h3>
      <p>
        <Words text={sign.what} kit={kit} />
      </p>
      <p>
        <strong>{t('articleCheck.report.why')}</strong> <Words text={sign.why} kit={kit} />
      </p>
      <p>
        <strong>{t('articleCheck.report.ask')}</strong> <Words text={sign.ask} kit={kit} />
      </p>
      <details className="where-from">
        <summary>{t('articleCheck.report.whereFrom')}</summary>
        <div>
          <ul className="list note">
            {sign.sources.map((source) => (
              <li key={source.key} {...asWritten(kit.locale)}>
                <a href={source.url} rel="noreferrer external">
                  {source.title}
                </a>{' '}
                ({source.publisher}
                {/^\d/.test(source.year) ? `, ${source.year}` : ''})
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  )
}

/** All signs by family: what it is, why it matters, what to ask instead, where it comes from. */
export function SignList({ signs, kit }: { signs: readonly WarningSign[]; kit: Kit }) {
  const { t } = kit
  const groups = signGroups.filter((group) => signs.some((sign) => sign.group === group))
  return (
    <>
      <nav className="part" aria-label={t('articleCheck.signs.groups')}>
        <ul className="toc">
          {groups.map((group) => (
            <li key={group}>
              <Link href={`#group-${group}`}>{t(`articleCheck.signs.group.${group}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group} className="part" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`articleCheck.signs.group.${group}`)}</h2>
          <ul className="cards">
            {signs
              .filter((sign) => sign.group === group)
              .map((sign) => (
                <Sign key={sign.id} sign={sign} kit={kit} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
