import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { SlackPart } from '../render.ts'
import { isSurelyUnsent } from '../transport/late-body.ts'
import type { Surface } from './surface.ts'

/** "Up to 5 times within 30 minutes" (https://docs.slack.dev/interactivity/handling-user-interaction). */
const MOST_USES = 5
export const RESPONDING_MS = 30 * 60_000

/**
 * Limit for one request, in milliseconds. Longer than undici's connect timeout (10 s), so that a failed
 * connection is recognised as such and leaves no doubt.
 */
const TIMEOUT_MS = 15_000

/** Addresses whose uses are counted: those of half an hour. */
const ADDRESSES = 20_000

/** Statuses from in front of Slack's servers: nothing was carried out. */
const UNSENT_STATUSES: ReadonlySet<number> = new Set([429, 502, 503])

/**
 * The outcome of sending. `doubtful`: it may have arrived, so it must not be repeated if that would show it
 * twice. `unsent`: it certainly did not arrive and may be retried. `closed`: it was refused, and so would be
 * the next one.
 */
export type SendOutcome = 'given' | 'doubtful' | 'unsent' | 'closed'

export interface Response {
  readonly part: SlackPart
  readonly visible: 'asker' | 'channel'
}

export type Responses = ReturnType<typeof createResponses>

/** Sends answers to a `response_url`, at most as often as Slack allows. */
export function createResponses(fetch: typeof globalThis.fetch) {
  const used = new LRUCache<string, number>({ max: ADDRESSES, ttl: RESPONDING_MS })

  async function send(url: string, body: object): Promise<SendOutcome> {
    const uses = used.get(url) ?? 0
    if (uses >= MOST_USES) return 'closed'
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      used.set(url, uses + 1)
      await response.body?.cancel()
      return outcomeOf(response)
    } catch (error) {
      if (isSurelyUnsent(error)) return 'unsent'
      used.set(url, uses + 1)
      return 'doubtful'
    }
  }

  return {
    respond: (url: string, { part, visible }: Response): Promise<SendOutcome> =>
      send(url, {
        response_type: visible === 'asker' ? 'ephemeral' : 'in_channel',
        replace_original: false,
        text: part.text,
        blocks: part.blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
    /** Replaces the message whose button was pressed. Idempotent. */
    replaceOriginal: (url: string, { text, blocks }: SlackPart): Promise<SendOutcome> =>
      send(url, { replace_original: true, text, blocks, unfurl_links: false, unfurl_media: false }),
    /** Deletes the message whose button was pressed. Idempotent. */
    deleteOriginal: (url: string): Promise<SendOutcome> => send(url, { delete_original: true }),
  }
}

function outcomeOf({ ok, status }: Pick<globalThis.Response, 'ok' | 'status'>): SendOutcome {
  if (ok) return 'given'
  if (UNSENT_STATUSES.has(status)) return 'unsent'
  return status >= 500 ? 'doubtful' : 'closed'
}

/** Pauses between attempts, in milliseconds. Slack allows five uses of an address. */
const PAUSES_MS = [500, 2_000, 10_000]

/**
 * Deletes the private message whose button was pressed. Idempotent, so it is retried until Slack confirms.
 */
export async function deleteOriginal({ responseUrl }: Surface, responses: Responses): Promise<void> {
  if (responseUrl === null) return
  for (const pause of [...PAUSES_MS, null]) {
    const reached = await responses.deleteOriginal(responseUrl)
    if (reached === 'given' || reached === 'closed' || pause === null) return
    await wait(pause, undefined, { ref: false })
  }
}
