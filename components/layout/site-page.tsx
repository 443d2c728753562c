import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { Items, Lines } from '@/components/ui/words'
import type { GlossaryTerm } from '@/lib/sentences/data'
import type { SitePage as SitePageWords } from '@/lib/texts/site-pages-schema'
import type { Kit } from '@/lib/sentences/kit'

/** A page of the site itself, from its words. */
export function SitePage({
  words,
  release,
  terms,
  kit,
  first,
  children,
}: {
  words: SitePageWords
  release: { version: string; contentDate: string } | null
  terms: readonly GlossaryTerm[]
  kit: Kit
  /** What stands before the words of the page. */
  first?: React.ReactNode
  children?: React.ReactNode
}) {
  return (
    <SiteFrame locale={kit.locale} t={kit.t} release={release}>
      <Opening title={words.title} lead={words.lead} kit={kit} />
      <div className="wrap sheet">
        {first}
        {words.sections.map((section) => (
          <section key={section.id} className="part" aria-labelledby={section.id}>
            <h2 id={section.id}>{section.title}</h2>
            <Lines text={section.text} kit={kit} />
            <Items items={section.items} kit={kit} />
            <Lines text={section.after} kit={kit} />
          </section>
        ))}
        {children}
      </div>
      <WordsHere terms={terms} kit={kit} />
    </SiteFrame>
  )
}
