import { LRUCache } from 'lru-cache'
import type { SlackPart } from '../render.ts'
import { isSurelyUnsent } from '../transport/surely-unsent.ts'

/** "Up to 5 times within 30 minutes" (https://docs.slack.dev/interactivity/handling-user-interaction). */
const USES = 5
export const RESPONDING_MS = 30 * 60_000

/** Longer than undici waits for a connection (10 s): that one never came about is known, and is no doubt. */
const TIMEOUT_MS = 15_000

/** Addresses whose uses are counted; those of half an hour. */
const ADDRESSES = 20_000

/** What refuses or fails in front of Slack's servers: nothing was carried out. */
const UNSENT_STATUSES: ReadonlySet<number> = new Set([429, 502, 503])

/**
 * What became of something that was sent. `doubtful`: it may have arrived, and is not sent again where that would show it twice. `unsent`: it surely did
 * not arrive, and may be tried again. `closed`: it is refused, and so would be the next.
 */
export type Reached = 'given' | 'doubtful' | 'unsent' | 'closed'

export interface Response {
  readonly part: SlackPart
  readonly visible: 'asker' | 'channel'
}

/** Answers at a `response_url`, no oftener than Slack takes them. */
export interface Responses {
  respond(url: string, response: Response): Promise<Reached>
  /** Takes away the message whose button was pressed: doing so twice does no harm. */
  takeAway(url: string): Promise<Reached>
}

export function createResponses(fetch: typeof globalThis.fetch): Responses {
  const used = new LRUCache<string, number>({ max: ADDRESSES, ttl: RESPONDING_MS })

  async function send(url: string, body: object): Promise<Reached> {
    const uses = used.get(url) ?? 0
    if (uses >= USES) return 'closed'
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      used.set(url, uses + 1)
      await response.body?.cancel()
      return reachedBy(response)
    } catch (error) {
      if (isSurelyUnsent(error)) return 'unsent'
      used.set(url, uses + 1)
      return 'doubtful'
    }
  }

  return {
    respond: (url, { part, visible }) =>
      send(url, {
        response_type: visible === 'asker' ? 'ephemeral' : 'in_channel',
        replace_original: false,
        text: part.text,
        blocks: part.blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
    takeAway: (url) => send(url, { delete_original: true }),
  }
}

function reachedBy({ ok, status }: Pick<globalThis.Response, 'ok' | 'status'>): Reached {
  if (ok) return 'given'
  if (UNSENT_STATUSES.has(status)) return 'unsent'
  return status >= 500 ? 'doubtful' : 'closed'
}
