/**
 * A finished check on the server: the same tree that the browser builds, written as HTML by `htmlOf` in the thread that
 * made it, where every text of a person was escaped.
 */
export function ArticleResult({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}
