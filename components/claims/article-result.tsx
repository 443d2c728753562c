/**
 * A finished check on the server: the same tree that the browser builds, written as HTML by `htmlOf` in the thread that
 * made it, where every text of a person was escaped. Null: the server in front puts it into this place
 * (lib/page-insert.ts).
 */
export function ArticleResult({ html }: { html: string | null }) {
  return html === null ? <div data-insert="" /> : <div dangerouslySetInnerHTML={{ __html: html }} />
}
