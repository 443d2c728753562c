import { Icon } from '@/components/drawings/icon'
import type { Icon as IconId } from '@/lib/journey/schema'
import type { CellPageId } from '@/lib/journey/steps'
import type { ProductQuestion } from '@/lib/products/schema'

/** The sign of each question and each page about cells: a question has the one that it has on every other page. */
const signs: Record<ProductQuestion | CellPageId, IconId> = {
  'live-longer': 'live',
  'feel-better': 'feel',
  hospital: 'hospital',
  'organ-works-better': 'organ',
  harms: 'harm',
  claims: 'read',
  'before-you-pay': 'money',
  'find-a-trial': 'search',
  'early-trials': 'cause',
  regulators: 'office',
  guidelines: 'people',
  studies: 'studies',
}

export function CellIcon({ of }: { of: keyof typeof signs }) {
  return <Icon id={signs[of]} />
}
