import { REST, type ClientOptions } from 'discord.js'
import { CALL_MS } from '../transport/open-client.ts'

/**
 * For calls whose address holds a token of its own: answers to questions. Discord counts them neither against the limit
 * of all calls of the bot nor against its token (topics/rate-limits#global-rate-limit), and so do we. It repeats
 * nothing and waits for nothing by itself: who answers knows until when.
 */
export function openTokened(rest: ClientOptions['rest'] = {}): REST {
  return new REST({
    ...rest,
    retries: 0,
    timeout: CALL_MS,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
  })
}
