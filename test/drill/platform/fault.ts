/** What happens to one call between bot and platform. */
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

/** What happens to all calls for a while. */
export const LASTING_FAULTS = [
  'reset before anything was read',
  '401 for a while',
  'token revoked, later restored',
  'down for an hour',
] as const

export type Fault = (typeof CALL_FAULTS)[number] | (typeof LASTING_FAULTS)[number]

/** These take away an answer: what became of the call nobody can know who only sees his end of the line. */
export const ANSWERLESS: ReadonlySet<Fault> = new Set([
  'reset before anything was read',
  'reset after the body, carried out',
  'reset after the body, not carried out',
  'no answer in time',
  'half an answer',
])
