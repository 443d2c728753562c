import { createElement } from 'react'
import { reportView, type View } from '@/components/claims/report-view'
import type { ArticleKit } from '@/lib/claims/article-kit'
import type { ArticleReport } from '@/lib/claims/article-report'

/** React's names for the attributes that the tree uses. */
const reactNames: Record<string, string> = { class: 'className', tabindex: 'tabIndex' }

function draw(view: View): React.ReactNode {
  if (typeof view === 'string') return view
  const props = Object.fromEntries(
    Object.entries(view.attrs).map(([name, value]) => [
      reactNames[name] ?? name,
      name === 'tabindex' ? Number(value) : value,
    ]),
  )
  return createElement(view.tag, props, ...view.children.map(draw))
}

/** A finished check on the server: the same tree that the browser builds. */
export function ArticleResult({ report, kit }: { report: ArticleReport; kit: ArticleKit }) {
  return draw(reportView(report, kit))
}
