import fs from 'node:fs'
import path from 'node:path'
import {
  cellPageHref,
  cellPages,
  daysHref,
  decisionHref,
  emergencyHref,
  findingsHref,
  optionHref,
  outcomeHref,
  outlookHref,
  productHref,
  productTrialsHref,
  sectionHref,
  situationHref,
  steps,
  stepHref,
  studiesHref,
  visitHref,
  type StepId,
} from '@/lib/journey/steps'
import { errorKinds } from '@/lib/server/build/error-pages'
import { readContent, type ConditionContent } from '@/prisma/pipeline/read-content'
import type { ConditionMap, Route, SiteMap } from '@/tests/e2e/site-map'

type Drawn = Omit<Route, 'look'>

function conditionMap(content: ConditionContent): ConditionMap {
  const { condition, options, decisions, matters, quiz, words } = content
  const optionName = (id: string) => words.options.options[id]?.name ?? id
  return {
    id: condition.id,
    name: words.condition.name,
    situations: condition.situations.map(({ id }) => ({
      id,
      name: words.condition.situations[id]?.name ?? id,
    })),
    options: options.options
      .toSorted((a, b) => a.order - b.order)
      .map(({ id }) => ({ id, name: optionName(id) })),
    decisions: decisions.decisions
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, situations, options, outcomes }) => ({
        id,
        situations,
        name: words.decisions.decisions[id]?.name ?? id,
        question: words.decisions.decisions[id]?.question ?? id,
        options: options.map((option) => ({ id: option, name: optionName(option) })),
        outcomes: outcomes.map((outcome) => ({
          id: outcome.id,
          name: words.decisions.decisions[id]?.outcomes[outcome.id]?.question ?? outcome.id,
        })),
      })),
    matters: matters.matters.map((matter) => ({
      id: matter.id,
      question: words.matters.matters[matter.id]?.question ?? matter.id,
      label: words.matters.matters[matter.id]?.label ?? matter.id,
      decisions: matter.decisions,
    })),
    products: content['stem-cells'].products.map(({ id }) => ({
      id,
      name: words['stem-cells'].products[id]?.name ?? id,
    })),
    quiz: quiz.questions.map((question) => ({ id: question.id, decisions: question.decisions })),
    clinicQuestions: Object.entries(words.quiz.clinicQuestions).map(([id, name]) => ({ id, name })),
    emergencyTitle: words.condition.emergency.now.title,
    emergencySigns: words.condition.emergency.now.items,
    sections: condition.sections.flatMap(({ id, optIn }) => (optIn ? [] : [id])),
    optInTitles: condition.sections
      .filter((section) => section.optIn)
      .map((section) => words.condition.sections[section.id]?.title ?? section.id),
  }
}

/** Pages outside the languages that a link with a fragment opens; here without one, as after a broken copy. */
function linkPages(): Drawn[] {
  const entries = fs
    .readdirSync('app/(links)', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
  return entries.map(({ name }) => ({
    name: `link without its end: ${name}`,
    path: `/${name}`,
    kind: 'site',
    status: 200,
  }))
}

/** Addresses of the pages that belong to no condition, from the folders of app/[locale] ('' is the first page). */
function sitePages(folder = ''): string[] {
  const entries = fs.readdirSync(path.join('app/[locale]', folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    if (entry.name === 'page.tsx') return [folder]
    // The empty page of "Leave quickly" has no frame to look for: leave.spec.ts. The pages for errors answer errors.
    const isPart =
      entry.isDirectory() &&
      !entry.name.startsWith('[') &&
      !['answered', 'leave', ...errorKinds].includes(entry.name)
    return isPart ? sitePages(`${folder}/${entry.name}`) : []
  })
}

const formSteps: StepId[] = ['matters', 'check', 'summary']

function conditionRoutes(condition: ConditionMap): Drawn[] {
  const conditionId = condition.id
  const routes: Drawn[] = steps.map(({ id }) => ({
    name: `${conditionId}: ${id}`,
    path: stepHref('en', conditionId, id),
    kind: 'step',
    status: 200,
    conditionId,
    step: id,
  }))
  routes.push({
    name: `${conditionId}: share`,
    path: `/en/${conditionId}/share`,
    kind: 'site',
    status: 200,
    conditionId,
  })
  const partRoute = (step: StepId, name: string, path: string): Drawn => ({
    name: `${conditionId}: ${name}`,
    path,
    kind: 'part',
    status: 200,
    conditionId,
    step,
  })
  routes.push(partRoute('summary', 'visit', visitHref('en', conditionId)))
  routes.push(partRoute('condition', 'emergency', emergencyHref('en', conditionId)))
  for (const { id } of condition.situations)
    routes.push(partRoute('condition', `situation ${id}`, situationHref('en', conditionId, id)))
  for (const id of condition.sections)
    routes.push(partRoute('condition', `about ${id}`, sectionHref('en', conditionId, id)))
  if (condition.optInTitles.length)
    routes.push(partRoute('condition', 'outlook', outlookHref('en', conditionId)))
  for (const { id } of condition.options)
    routes.push(partRoute('options', `option ${id}`, optionHref('en', conditionId, id)))
  for (const decision of condition.decisions) {
    routes.push({
      name: `${conditionId}: compare ${decision.id}`,
      path: decisionHref('en', conditionId, decision.id),
      kind: 'decision',
      status: 200,
      conditionId,
      step: 'compare',
    })
    const questions = [
      ...decision.outcomes.map(({ id }) => [id, outcomeHref('en', conditionId, decision.id, id)] as const),
      ['days', daysHref('en', conditionId, decision.id)] as const,
    ]
    for (const [id, path] of questions)
      routes.push(partRoute('compare', `compare ${decision.id}, ${id}`, path))
    routes.push(
      partRoute('compare', `compare ${decision.id}, findings`, findingsHref('en', conditionId, decision.id)),
    )
    for (const { id } of decision.outcomes) {
      const path = studiesHref('en', conditionId, decision.id, id)
      routes.push(partRoute('compare', `compare ${decision.id}, ${id}, studies`, path))
    }
  }
  for (const { id } of condition.products)
    routes.push(
      partRoute('stemCells', `stem cells, ${id}`, productHref('en', conditionId, id)),
      partRoute('stemCells', `stem cells, ${id}, trials`, productTrialsHref('en', conditionId, id)),
    )
  for (const { id } of cellPages)
    routes.push(partRoute('stemCells', `stem cells, ${id}`, cellPageHref('en', conditionId, id)))
  for (const step of formSteps) {
    routes.push({
      name: `${conditionId}: ${step}, posted`,
      path: stepHref('en', conditionId, step),
      kind: 'posted',
      status: 200,
      conditionId,
      step,
    })
  }
  return routes
}

/** A page of the site, a kind of source, a step, a part of a step (days, studies, trials and the pages beside the products are their own). */
function lookOf({ kind, step, path, name, conditionId }: Drawn): string {
  if (kind === 'missing') return kind
  if (kind === 'site' || kind === 'source') return conditionId ? name.replace(conditionId, '') : name
  const last = path.split('/').at(-1) ?? ''
  const own = [
    'days',
    'findings',
    'studies',
    'outlook',
    'emergency',
    'visit',
    'trials',
    ...cellPages.map(({ id }) => id),
  ].find((page) => page === last)
  const folder = path.split('/').at(-2) === 'situations' ? 'situation' : own
  return [kind, step, folder].filter(Boolean).join(' ')
}

function missingRoutes(conditions: ConditionMap[]): Drawn[] {
  const known = conditions[0]?.id ?? ''
  const decision = conditions[0]?.decisions[0]?.id ?? ''
  const paths = {
    'unknown address': '/en/no/such/page/at/all',
    'unknown language': '/xx/about',
    'unknown condition': '/en/no-such-illness',
    'a step of an unknown condition': '/en/no-such-illness/options',
    'unknown step': `/en/${known}/no-such-step`,
    'unknown situation': situationHref('en', known, 'no-such-situation'),
    'unknown part of step 1': sectionHref('en', known, 'no-such-part'),
    'unknown option': optionHref('en', known, 'no-such-option'),
    'unknown decision': `/en/${known}/compare/no-such-decision`,
    'unknown question': `/en/${known}/compare/${decision}/no-such-question`,
    'studies of an unknown question': studiesHref('en', known, decision, 'no-such-question'),
    'a question of an unknown decision': `/en/${known}/compare/no-such-decision/live-longer`,
    'unknown family of cell products': `/en/${known}/stem-cells/no-such-family`,
    'unknown source': '/en/sources/no-such-source',
  }
  return Object.entries(paths).map(([name, path]) => ({ name, path, kind: 'missing', status: 404 }))
}

/**
 * Every route there is, from the content and never typed by hand: of the sources one page for each kind.
 * @throws when the content does not check: the seed would refuse it too
 */
export function makeSiteMap(contentFolder: string): SiteMap {
  const read = readContent(contentFolder)
  if (!read.ok) throw new Error(`The content cannot be read: ${JSON.stringify(read.problems.slice(0, 5))}`)
  const conditions = read.content.conditions.map(conditionMap)
  const onePerKind = new Map(read.content.sources.map((source) => [source.kind, source.id]))
  const routes: Drawn[] = [
    ...sitePages().map((page): Drawn => ({
      name: page.slice(1) || 'home',
      path: `/en${page}`,
      kind: 'site',
      status: 200,
    })),
    ...linkPages(),
    ...[...onePerKind].map(([kind, id]): Drawn => ({
      name: `source: ${kind}`,
      path: `/en/sources/${id}`,
      kind: 'source',
      status: 200,
    })),
    ...conditions.flatMap(conditionRoutes),
    ...missingRoutes(conditions),
  ]
  return {
    conditions,
    routes: routes.map((route) => ({ ...route, look: lookOf(route) })),
    namesWithDigits: read.content.names,
  }
}

/** Made once by the global setup; the workers read it in site-map.ts. */
export function writeSiteMap(): void {
  const file = path.resolve('test-results/site-map.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(makeSiteMap(process.env.LANTERN_CONTENT || 'prisma/content')))
  process.env.LANTERN_E2E_MAP = file
}
