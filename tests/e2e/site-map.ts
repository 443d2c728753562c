import fs from 'node:fs'
import type { StepId } from '@/lib/journey/steps'

type Named = { id: string; name: string }

/** What the journeys need to know of one condition, taken from its content. */
export type ConditionMap = {
  id: string
  name: string
  situations: Named[]
  options: Named[]
  decisions: {
    id: string
    name: string
    question: string
    situations: string[]
    options: Named[]
    /** Its questions, in order. */
    outcomes: Named[]
  }[]
  matters: { id: string; question: string; label: string; decisions: string[] }[]
  products: Named[]
  quiz: { id: string; decisions: string[] }[]
  clinicQuestions: Named[]
  emergencyTitle: string
  emergencySigns: string[]
  /** Parts of step 1 that stand on a page each. */
  sections: string[]
  /** Titles of the parts that stand on a page which the person opens by choice (outlook). */
  optInTitles: string[]
}

export type Route = {
  /** What the test is called. */
  name: string
  path: string
  /** `part`: a page of one thing inside a step (a part of step 1, an option, a question, a family of products, the claims). */
  kind: 'site' | 'source' | 'step' | 'decision' | 'part' | 'posted' | 'missing'
  status: 200 | 404
  conditionId?: string
  step?: StepId
  /** Pages drawn by the same parts share it: what depends on the drawing alone is tried once for each. */
  look: string
}

export type SiteMap = { conditions: ConditionMap[]; routes: Route[]; namesWithDigits: string[] }

function load(): SiteMap {
  const file = process.env.LANTERN_E2E_MAP
  if (!file)
    throw new Error('The map of the site is made by tests/e2e/global-setup.ts: run `npm run test:e2e`.')
  return JSON.parse(fs.readFileSync(file, 'utf8')) as SiteMap
}

/** The site as its content makes it: see make-site-map.ts. */
export const siteMap: SiteMap = load()

/** The first page of each kind of page. */
export const onePerLook: Route[] = [
  ...new Map(siteMap.routes.toReversed().map((route) => [route.look, route])).values(),
].toReversed()
