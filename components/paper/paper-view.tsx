import type { Block, Paper, Run } from '@/lib/paper/schema'
import { blocksToRead } from '@/lib/paper/to-read'

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, isStrong }, index) =>
    isStrong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  )
}

function Items({ items }: { items: readonly Run[][] }) {
  return (
    <ul className="list tight">
      {items.map((runs, index) => (
        <li key={index}>
          <Runs runs={runs} />
        </li>
      ))}
    </ul>
  )
}

const look = { plain: undefined, note: 'note', 'own-words': 'own-text' } as const

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return (
        <p className={look[block.tone]}>
          <Runs runs={block.runs} />
        </p>
      )
    case 'list':
      return <Items items={block.items} />
    case 'urgent':
      return (
        <section className="urgent">
          <h3>{block.title}</h3>
          <Items items={block.items} />
          <p className="do">
            <Runs runs={block.action} />
          </p>
        </section>
      )
    case 'people':
      return <p>{block.text}</p>
    case 'ticks':
      return (
        <ul className="list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'lines':
      return null
  }
}

/** A paper to read on the screen, under a second heading: the words that are saved and shared. */
export function PaperView({ paper }: { paper: Paper }) {
  const { foot } = paper
  return (
    <div className="flow">
      {paper.lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {blocksToRead(paper.blocks).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      <p className="note">
        {foot.reviewed} {foot.notAdvice} {foot.version}
      </p>
    </div>
  )
}
