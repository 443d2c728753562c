/** What waits for a second reader, outside the content: a changed figure, a quantity that sentences name, a new result. */
import type { WaitingFact } from './fact'
import type { WaitingFigure } from './figure'
import type { WaitingResult } from './new-result'

export type Waiting = WaitingFigure | WaitingFact | WaitingResult
