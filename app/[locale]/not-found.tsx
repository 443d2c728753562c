import { NotFoundBody } from '@/components/layout/not-found-body'

/** The kind 404 for a language, condition, decision or source that does not exist. */
export default function NotFound() {
  return <NotFoundBody />
}
