import { Icon } from '@/components/drawings/icon'
import type { Icon as IconId } from '@/lib/journey/schema'

/** The sign of each thing that can matter: that of its question, where a question asks the same. */
const icons: Readonly<Record<string, IconId>> = {
  'live-longer': 'live',
  'living-longer': 'live',
  'feel-better': 'feel',
  'clear-head': 'head',
  'out-of-hospital': 'hospital',
  'no-operation': 'operation',
  'no-big-operation': 'operation',
  'daily-life': 'feel',
  'working-liver': 'organ',
  'being-active': 'active',
  'tried-everything': 'tried',
  'protecting-a-donor': 'own',
  'home-and-others': 'days',
  'home-and-people': 'days',
  'light-for-carers': 'people',
  'ease-for-carers': 'people',
  'fewer-tablets-visits': 'pill',
  'few-medicines': 'pill',
}

/** A sign beside the name of what can matter. One that has none of its own gets none. */
export function MatterIcon({ id }: { id: string }) {
  const icon = icons[id]
  return icon ? <Icon id={icon} /> : null
}
