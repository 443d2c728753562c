/** A reason to stop that the person at the terminal can act on. */
export class StopError extends Error {}

/** What the terminal says about an error: the reason alone, or also where it came from when nobody expected it. */
export function explainStop(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof StopError ? error.message : (error.stack ?? error.message)
}
