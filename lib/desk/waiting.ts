/** What waits for a second reader, outside the content: a changed figure, or a quantity that sentences name. */
import type { WaitingFact } from './fact'
import type { WaitingFigure } from './figure'

export type Waiting = WaitingFigure | WaitingFact
