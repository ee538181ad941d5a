import { z } from 'zod'
import type { ChatAdapter, Platform, Receipt } from '../../src/chat/chat-adapter.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/chat/message.ts'

/** Real milliseconds. */
const TIMEOUT_MS = 5_000

const answerSchema = z.object({ id: z.string() })

/**
 * Talks to the platform stub over HTTP as the adapters of the real platforms do. Waits that it asks for are real; `speed` makes them the clock's. `onGivenUp` is told the key of
 * a post whose answer did not come in time.
 */
export function createStubAdapter(
  platform: Platform,
  url: string,
  speed: number,
  repeatsAreRecognisedForMs: number,
  onGivenUp: (key: string) => void,
): ChatAdapter {
  async function call(
    method: string,
    path: string,
    body: { readonly message: Message; readonly key?: string },
  ): Promise<string> {
    const response = await fetch(`${url}/${platform}/${path}`, {
      method,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      if (body.key !== undefined && error instanceof Error && error.name === 'TimeoutError')
        onGivenUp(body.key)
      throw new DeliveryError('unavailable', 'No answer.', {
        cause: error,
        mayHaveArrived: !wasRefused(error),
      })
    })
    if (response.ok) {
      const answer = await response.json().catch((error: unknown) => {
        throw new DeliveryError('unavailable', 'Half an answer.', { cause: error, mayHaveArrived: true })
      })
      return answerSchema.parse(answer).id
    }
    throw toDeliveryError(response, speed)
  }

  return {
    platform,
    repeatsAreRecognisedForMs,
    async start() {},
    async stop() {},
    async post(channel: string, message: Message, { key, journal }): Promise<Receipt> {
      const id = await journal.send({ number: 0 }, async (handOver) => {
        await handOver()
        return call('POST', channel, { key, message })
      })
      if (id === null) throw new DeliveryError('in-doubt', 'Nobody knows.')
      return { platform, channel, messageIds: [id] }
    },
    async acceptsToken() {
      return true
    },
    async update({ channel, messageIds }, message) {
      await call('PATCH', `${channel}/${messageIds[0]}`, { message })
    },
    async directChannel(person) {
      return `direct-${person.replace('/', '-')}`
    },
  }
}

function toDeliveryError(response: Response, speed: number): DeliveryError {
  switch (response.status) {
    case 429:
      return new DeliveryError('rate-limited', 'Slow down.', {
        retryAfterMs: Number(response.headers.get('retry-after')) * 1000 * speed,
      })
    case 404:
      return new DeliveryError('channel-gone', 'The channel is gone.')
    case 503:
      return new DeliveryError('unavailable', 'Down for maintenance.')
    case 500:
      // Where in its work it failed nobody knows.
      return new DeliveryError('unavailable', 'A fault in the platform.', { mayHaveArrived: true })
    default:
      return new DeliveryError('rejected', `Answered ${response.status}.`)
  }
}

function wasRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}
