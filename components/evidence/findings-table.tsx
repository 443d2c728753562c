import type { PageOf } from '@/components/journey/outcome-parts'
import { LevelMark } from '@/components/numbers/certainty'
import Link from '@/components/ui/link'
import { Num } from '@/components/ui/words'
import type { FindingGroup, FindingRow, FindingsTable } from '@/lib/evidence/findings-table'
import type { Kit } from '@/lib/sentences/kit'
import { ended, labelled, punctuationOf } from '@/lib/texts/punctuation'

const columns = ['option', 'versus', 'own', 'gap', 'sure', 'source'] as const

/** Who the group is, what was counted of it, and how many they were. */
function Group({ group, kit }: { group: FindingGroup; kit: Kit }) {
  return (
    <>
      <p>
        <Num from={group.estimate}>{labelled(group.name, ended(group.figure, kit.locale), kit.locale)}</Num>
      </p>
      {group.people !== null && (
        <p className="note">
          <Num from={group.estimate}>{kit.t('findings.people', { count: group.people })}</Num>
        </p>
      )}
    </>
  )
}

/** The cells of a row behind the option's name. */
function Finding({
  finding,
  level,
  kit,
}: {
  finding: NonNullable<FindingRow['finding']>
  level: FindingRow['level']
  kit: Kit
}) {
  const { t, locale } = kit
  const { own, versus, source } = finding
  const { stop, gap } = punctuationOf(locale)
  const label = (column: (typeof columns)[number]) => (
    <span className="label note" aria-hidden="true">
      {t(`findings.${column}`)}
    </span>
  )
  return (
    <>
      <td role="cell">
        {label('versus')}
        {versus ? (
          <Group group={versus} kit={kit} />
        ) : (
          <p>{t(finding.isAlone ? 'findings.alone' : 'findings.noOther')}</p>
        )}
      </td>
      <td role="cell">
        {label('own')}
        <Group group={own} kit={kit} />
      </td>
      <td role="cell">
        {label('gap')}
        <p>
          {finding.difference ? <Num from={own.estimate}>{finding.difference}</Num> : t('findings.noGap')}
        </p>
        {finding.effect && (
          <p className="note">
            <Num from={own.estimate}>{t('findings.printed', { effect: finding.effect })}</Num>
          </p>
        )}
      </td>
      <td role="cell">
        {label('sure')}
        {level ? <LevelMark level={level} kit={kit} /> : <p>{t('certainty.notRated')}</p>}
      </td>
      <td role="cell">
        {label('source')}
        <p>
          <strong>{finding.endpoint}</strong>
        </p>
        <p>
          <Num from={own.estimate}>{finding.time}</Num>
          {stop}
        </p>
        <p className="note">
          <Link href={`/${locale}/sources/${source.id}`}>{source.short}</Link>
          {stop + gap + finding.design}
          {source.tier === 'B' && gap + t('source.tierB')}
          {source.status && (
            <>
              {gap}
              <strong>{source.status}</strong>
            </>
          )}
        </p>
      </td>
    </>
  )
}

/** The summary of findings of a decision: a real table for each question, which folds on a phone and prints. */
export function FindingsTables({ table, pageOf, kit }: { table: FindingsTable; pageOf?: PageOf; kit: Kit }) {
  const { t } = kit
  return table.outcomes.map(({ id, question, rows }) => (
    <section key={id} className="part" aria-labelledby={`findings-${id}`}>
      <h2 id={`findings-${id}`}>{question}</h2>
      <table className="fold findings" role="table" aria-labelledby={`findings-${id}`}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`findings.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ option, finding, why, level }) => (
            <tr key={`${option.id} ${finding?.own.estimate ?? ''}`} role="row">
              <th role="rowheader" scope="row">
                {option.letter}. {pageOf ? <Link href={pageOf(option.id)}>{option.name}</Link> : option.name}
              </th>
              {finding ? (
                <Finding finding={finding} level={level} kit={kit} />
              ) : (
                <td role="cell" colSpan={columns.length - 1}>
                  <p>{why}</p>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
}
