/**
 * Whether what guidelines say (positions.yaml) is whole: every body stands once under each topic that it was asked about,
 * with what it says or with why nobody could read it, and nothing is named that does not exist. Pure: content in, problems out.
 */
import type { ConditionContent } from './read-content'

type Add = (file: string, path: string, message: string, fix: string) => void

function keysDiffer(
  add: Add,
  file: string,
  at: string,
  wanted: readonly string[],
  have: object,
  what: string,
) {
  for (const id of new Set(wanted))
    if (!(id in have)) add(file, `${at}.${id}`, `no words for ${what} "${id}"`, 'write them')
  for (const id of Object.keys(have))
    if (!wanted.includes(id))
      add(file, `${at}.${id}`, `words for an unknown ${what}`, 'remove them, or mend the id')
}

/** Every body × topic is answered once, and every id exists. */
export function checkPositions(c: ConditionContent, sources: ReadonlySet<string>, add: Add) {
  const file = `${c.condition.id}/positions.yaml`
  const { bodies, topics } = c.positions
  const twice = (ids: readonly string[]) => new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  const topicIds = topics.map(({ id }) => id)
  const bodyIds = bodies.map(({ id }) => id)
  for (const id of [...twice(topicIds), ...twice(bodyIds)]) add(file, id, 'id stands twice', 'rename one')
  for (const { id, topics: asked = [] } of bodies)
    for (const topic of asked)
      if (!topicIds.includes(topic)) add(file, id, `unknown topic "${topic}"`, 'use an id of topics')
  for (const { id: topic, said, notFound } of topics) {
    const rows = [...said, ...notFound]
    for (const { body, sources: own } of rows) {
      if (!bodyIds.includes(body)) add(file, `${topic}.${body}`, 'unknown body', 'add it to bodies')
      for (const source of own)
        if (!sources.has(source))
          add(file, `${topic}.${body}`, `unknown source "${source}"`, 'use an id of sources.yaml')
    }
    for (const { id, topics: asked } of bodies) {
      const times = rows.filter(({ body }) => body === id).length
      const isAsked = asked === undefined || asked.includes(topic)
      if (isAsked && times === 0)
        add(
          file,
          `${topic}.${id}`,
          'is not answered',
          'say what it says (said), or why it was not found (notFound)',
        )
      if (times > 1) add(file, `${topic}.${id}`, 'stands twice', 'keep the newest')
      if (!isAsked && times > 0)
        add(file, `${topic}.${id}`, 'is not among the topics of this body', 'add the topic to the body')
    }
  }
}

/** Every body, topic, position and reason has its words, in each language. */
export function checkPositionWords(c: ConditionContent, locale: string, add: Add) {
  const file = `${c.condition.id}/words.${locale}/positions.yaml`
  const { bodies, topics } = c.positions
  const w = c.words.positions
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id)
  keysDiffer(add, file, 'bodies', ids(bodies), w.bodies, 'body')
  keysDiffer(add, file, 'topics', ids(topics), w.topics, 'topic')
  keysDiffer(
    add,
    file,
    'whys',
    topics.flatMap((topic) => topic.notFound.map(({ why }) => why)),
    w.whys,
    'reason',
  )
  const withWords = topics.filter(({ said }) => said.length > 0)
  keysDiffer(add, file, 'said', ids(withWords), w.said, 'topic')
  for (const { id, said } of withWords)
    keysDiffer(
      add,
      file,
      `said.${id}`,
      said.map(({ body }) => body),
      w.said[id] ?? {},
      'position',
    )
}
