import type { Trying } from '../../../src/chat/try-again.ts'
import { toDeliveryError } from '../errors.ts'

/** Between tries, in milliseconds: doubled each time. */
const FIRST_MS = 250
const LONGEST_MS = 30_000

/** For a call of which a repeat changes nothing: made again whatever kept it from being answered, but for a refusal. */
export const repeated = (signal: AbortSignal): Trying => ({
  signal,
  pause: (error, tries) => pauseAfter(error, tries),
})

/** For a call that would show something twice: made again only where it surely was not carried out. */
export const unlessDone = (signal: AbortSignal): Trying => ({
  signal,
  pause: (error, tries) => (toDeliveryError(error).mayHaveArrived ? null : pauseAfter(error, tries)),
})

function pauseAfter(error: unknown, tries: number): number | null {
  const { code, retryAfterMs } = toDeliveryError(error)
  if (code === 'rate-limited') return retryAfterMs ?? LONGEST_MS
  return code === 'unavailable' ? Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) : null
}
