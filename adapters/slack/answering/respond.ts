import type { SlackPart } from '../render.ts'

/** "Up to 5 times within 30 minutes" (https://docs.slack.dev/interactivity/handling-user-interaction). */
export const RESPONSES = 5

const TIMEOUT_MS = 8_000

export interface Response {
  readonly part: SlackPart
  readonly visible: 'asker' | 'channel'
}

/** Answers at a `response_url`; false where it takes no more, or cannot be reached. */
export function respond(
  url: string,
  { part, visible }: Response,
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  return send(
    url,
    {
      response_type: visible === 'asker' ? 'ephemeral' : 'in_channel',
      replace_original: false,
      text: part.text,
      blocks: part.blocks,
      unfurl_links: false,
      unfurl_media: false,
    },
    fetch,
  )
}

/** Takes away the message whose button was pressed. */
export function takeAway(url: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  return send(url, { delete_original: true }, fetch)
}

async function send(url: string, body: object, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
