import { createServer, type ServerResponse } from 'node:http'

/**
 * "One message per second per channel. Short bursts allowed" (docs.slack.dev, web-api/rate-limits): a token
 * bucket refilled by one a second.
 */
const CHANNEL_BURST = 4
const CHANNEL_A_SECOND = 1

/** "Several hundred messages per minute" in a workspace, according to the same page. */
const WORKSPACE_BURST = 60
const WORKSPACE_A_SECOND = 5

/**
 * Returns the minimum seconds for this many messages in one workspace, if no channel gets more than a burst.
 */
export const leastSeconds = (messages: number): number =>
  Math.max(0, messages - WORKSPACE_BURST) / WORKSPACE_A_SECOND

export interface SlackStub {
  readonly url: string
  /** Texts in each channel, in order. */
  readonly shown: ReadonlyMap<string, readonly string[]>
  readonly counts: { calls: number; tooFast: number; faults: number }
  close(): Promise<void>
}

/**
 * Serves Slack's chat.postMessage with its rate limits by channel and by workspace, and now and then a 500
 * before anything is done.
 */
export async function openSlackStub(faultsIn: number): Promise<SlackStub> {
  const shown = new Map<string, string[]>()
  const counts = { calls: 0, tooFast: 0, faults: 0 }
  const buckets = new Map<string, { tokens: number; at: number }>()
  let ts = 0

  /** Takes a token; returns the seconds to wait, 0 if there was one. */
  function take(id: string, burst: number, aSecond: number): number {
    const now = performance.now() / 1000
    const { tokens, at } = buckets.get(id) ?? { tokens: burst, at: now }
    const filled = Math.min(burst, tokens + (now - at) * aSecond)
    const isFree = filled >= 1
    buckets.set(id, { tokens: isFree ? filled - 1 : filled, at: now })
    return isFree ? 0 : Math.ceil((1 - filled) / aSecond)
  }

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      if (!(request.url ?? '').endsWith('chat.postMessage'))
        // An organisation's token serves all of its workspaces.
        return void reply(response, { ok: true, team_id: 'T0', user_id: 'U0', is_enterprise_install: true })
      counts.calls += 1
      const args = new URLSearchParams(body)
      const channel = args.get('channel') ?? ''
      const team = channel.split('X')[0] ?? ''
      const wait =
        take(channel, CHANNEL_BURST, CHANNEL_A_SECOND) || take(team, WORKSPACE_BURST, WORKSPACE_A_SECOND)
      if (wait > 0) {
        counts.tooFast += 1
        return void response.writeHead(429, { 'retry-after': String(wait) }).end()
      }
      if (counts.calls % faultsIn === 0) {
        counts.faults += 1
        return void reply(response, { ok: false, error: 'service_unavailable' })
      }
      ts += 1
      shown.set(channel, [...(shown.get(channel) ?? []), body])
      return void reply(response, { ok: true, channel, ts: `1.${ts}` })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/api/`,
    shown,
    counts,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

const reply = (response: ServerResponse, answer: object): ServerResponse =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
