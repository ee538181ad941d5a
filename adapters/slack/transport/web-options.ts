import type { Logger, webApi } from '@slack/bolt'

/** A call that takes longer is given up: posting has 30 s in all, for a message and what hangs below it. */
const TIMEOUT_MS = 8_000

/**
 * How the Web API is called: once. By itself the client would call ten times over half an hour, and a channel would see twice what was only answered late
 * (@slack/web-api 8.2, `retryConfig`); `src/delivery` decides what is sent again.
 */
export function webOptions(
  apiUrl: string,
  logger: Logger,
  fetch: typeof globalThis.fetch,
): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    // Posts keep a pace of their own; a queue in between would run a call in the name of another (`handingOver`).
    maxRequestConcurrency: Infinity,
    logger,
    fetch,
  }
}
