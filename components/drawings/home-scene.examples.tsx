import { HomeScene } from '@/components/drawings/home-scene'
import type { Example } from '@/components/ui/example'

/** Two invented people. */
export const examples: readonly Example[] = [
  { name: 'the picture of the first page', show: () => <HomeScene /> },
  { name: 'right to left', isRightToLeft: true, show: () => <HomeScene /> },
]
