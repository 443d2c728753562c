import Link from '@/components/ui/link'
import type { Translate } from '@/lib/texts/translate'

type Stop = { href: string; name: string }

/** At the foot of a page of one thing inside a step: the next thing, the one before, and all of them. */
export function WithinStep({
  t,
  next,
  back,
  all,
}: {
  t: Translate
  next: Stop | null
  back: Stop | null
  all: Stop
}) {
  const forward = next ?? all
  return (
    <nav className="onward" aria-label={t('within.label')}>
      <Link className="go" href={forward.href}>
        {t(next ? 'within.next' : 'within.all', { name: forward.name })}
      </Link>
      {back && (
        <Link className="back" href={back.href}>
          {t('within.back', { name: back.name })}
        </Link>
      )}
      {next && (
        <Link className="back" href={all.href}>
          {t('within.all', { name: all.name })}
        </Link>
      )}
    </nav>
  )
}
