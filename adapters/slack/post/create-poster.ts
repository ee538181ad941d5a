import { setTimeout as wait } from 'node:timers/promises'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { Receipt } from '../../../src/records/platform.ts'
import type { Message } from '../../../src/records/message.ts'
import type { SlackMessage } from '../render.ts'
import { correctMessage, type PosterTools } from './correct-message.ts'
import { readPlace } from './place.ts'
import { HalfPosted, postParts } from './post-parts.ts'
import type { Posted } from './posted.ts'
import { createWorkspacePace } from './workspace-pace.ts'

export type Poster = Pick<ChatAdapter, 'post' | 'update'>

/** The port allows 30 s; one call that hangs takes eight of them. */
const POSTING_MS = 20_000

/** Whoever has to wait longer for the workspace comes again, so that posts to others are not held up meanwhile. */
const PATIENCE_MS = 1_000

/** Posts and corrects messages in channels. */
export function createPoster(tools: PosterTools): Poster {
  const { workspaces, pace } = tools
  const line = createWorkspacePace()
  const drawn = new WeakMap<Message, SlackMessage>()

  /** One message goes to many channels, and again to whoever had to wait. */
  function draw(message: Message): SlackMessage {
    const known = drawn.get(message) ?? tools.draw(message)
    drawn.set(message, known)
    return known
  }

  /** @throws DeliveryError when the wait is long */
  async function queue(team: string, key: string, messages: number): Promise<void> {
    for (let ahead = line.enter(team, key, messages); ahead > 0; ahead = line.enter(team, key, messages)) {
      if (ahead > PATIENCE_MS)
        throw new DeliveryError(
          'rate-limited',
          'Slack takes only so many messages a minute in one workspace; this one waits its turn.',
          { retryAfterMs: ahead },
        )
      await wait(ahead)
    }
  }

  return {
    async post(channel, message, { key, journal }) {
      const place = readPlace(channel)
      const workspace = await workspaces.of(place.team)
      const { team } = workspace
      const { main, thread } = draw(message)
      const parts = [main, ...thread]
      const open = parts.filter((_part, number) => journal.arrived(number) === null).length
      if (open > 0) await queue(team, key, open)
      const hasRested = pace.hasRested(`${team}/${place.channel}`)
      try {
        const posted = await postParts(parts, place.channel, {
          workspace,
          pace,
          journal,
          until: performance.now() + POSTING_MS,
          joins: true,
        })
        line.taken(team)
        return receiptOf(channel, place.channel, posted)
      } catch (error) {
        const failure = error instanceof HalfPosted ? error.cause : error
        if (hasRested && failure instanceof DeliveryError && failure.retryAfterMs !== null)
          line.hold(team, key, failure.retryAfterMs)
        throw error instanceof HalfPosted
          ? withCount(error.cause, `${error.posted.length} of ${parts.length} parts were posted.`)
          : failure
      }
    },

    async update(receipt, message, options) {
      const { team, channel } = readPlace(receipt.channel)
      const workspace = await workspaces.of(team)
      await correctMessage({ receipt, channel, workspace, message, options, tools })
    },
  }
}

/** The same failure; its text says how far the post came. */
function withCount(error: DeliveryError, count: string): DeliveryError {
  const { code, message, mayHaveArrived, retryAfterMs, remedy, account } = error
  return new DeliveryError(code, `${count} ${message}`, {
    cause: error,
    mayHaveArrived,
    account,
    ...(retryAfterMs !== null && { retryAfterMs }),
    ...(remedy !== null && { remedy }),
  })
}

/** The channel as it was named, with its id where it was named by name: messages are edited by id. */
function receiptOf(named: string, channel: string, posted: readonly Posted[]): Receipt {
  const id = posted[0]?.channel ?? channel
  return {
    platform: 'slack',
    channel: `${named.slice(0, named.length - channel.length)}${id}`,
    messageIds: posted.map(({ ts }) => ts),
  }
}
