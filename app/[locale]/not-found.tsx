import { NotFoundBody } from '@/components/layout/not-found-body'
import { sourceLocale } from '@/lib/texts/languages'

/** The kind 404 for a language, condition, decision or source that does not exist. */
export default function NotFound() {
  return <NotFoundBody locale={sourceLocale} />
}
