/** Faults of a single call between bot and platform. */
export const CALL_FAULTS = [
  '401 once',
  '429',
  '429 without Retry-After',
  '502',
  '503',
  'internal error',
  'reset after the body, carried out',
  'reset after the body, not carried out',
  'slow headers',
  'no answer in time',
  'half an answer',
] as const

/** Faults of all calls for a while. */
export const LASTING_FAULTS = [
  'reset before anything was read',
  '401 for a while',
  'token revoked, later restored',
  'down for an hour',
] as const

export type Fault = (typeof CALL_FAULTS)[number] | (typeof LASTING_FAULTS)[number]

/** Faults that suppress the answer: the caller cannot know the outcome of the call. */
export const ANSWERLESS: ReadonlySet<Fault> = new Set([
  'reset before anything was read',
  'reset after the body, carried out',
  'reset after the body, not carried out',
  'no answer in time',
  'half an answer',
])
