import { setTimeout as wait } from 'node:timers/promises'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { type PostJournal, type Posted, readPosted, writePosted } from '../../../src/chat/post-journal.ts'
import type { Message } from '../../../src/records/message.ts'
import type { Receipt } from '../../../src/records/platform.ts'
import type { SlackMessage, SlackPart } from '../render.ts'
import type { Workspace } from '../transport/workspaces.ts'
import { correctMessage, type PosterTools } from './correct-message.ts'
import { createWorkspacePace, type Pace } from './pace.ts'
import { isDirect, readPlace } from './place.ts'
import { sayInChannel } from './say-in-channel.ts'

type Poster = Pick<ChatAdapter, 'post' | 'update'>

/**
 * Limit for the parts of a post, in milliseconds. The port allows 30 s, and one call that hangs takes eight
 * of them.
 */
const POSTING_MS = 20_000

/**
 * Longest wait for a workspace's turn, in milliseconds. A longer one is left to a later attempt, so that
 * posts to other workspaces are not held up.
 */
const PATIENCE_MS = 1_000

/** Creates the functions that post and correct messages in channels. */
export function createPoster(tools: PosterTools): Poster {
  const { workspaces, pace } = tools
  const turns = createWorkspacePace()
  const drawn = new WeakMap<Message, SlackMessage>()

  /** Remembers drawn messages: one message goes to many channels, and is posted again after a wait. */
  function draw(message: Message): SlackMessage {
    const known = drawn.get(message) ?? tools.draw(message)
    drawn.set(message, known)
    return known
  }

  /**
   * Waits until the workspace can take the messages.
   * @throws DeliveryError when the wait is long
   */
  async function queue(team: string, key: string, messages: number): Promise<void> {
    for (let ahead = turns.enter(team, key, messages); ahead > 0; ahead = turns.enter(team, key, messages)) {
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
    async post(channel, message, { key, journal, under }) {
      const place = readPlace(channel)
      const workspace = await workspaces.of(place.team)
      const { team } = workspace
      const plain = draw(message)
      const bare = [plain.main, ...plain.thread]
      const open = bare.filter((_part, number) => journal.arrived(number) === null).length
      if (open > 0) await queue(team, key, open)
      const pictures = journal.arrived(0) === null ? await tools.upload(message, workspace) : []
      const parts = pictures.length === 0 ? bare : [tools.draw(message, { pictures }).main, ...plain.thread]
      const hasRested = pace.hasRested(`${team}/${place.channel}`)
      try {
        const posting = {
          workspace,
          pace,
          journal,
          under: under?.messageIds[0] ?? null,
          until: performance.now() + POSTING_MS,
        }
        const posted = await postParts(parts, place.channel, posting).catch((error: unknown) => {
          // Slack rejects a picture that it has not finished processing.
          const isRejected = error instanceof DeliveryError && error.code === 'rejected'
          if (pictures.length === 0 || !isRejected || journal.arrived(0) !== null) throw error
          return postParts(bare, place.channel, posting)
        })
        turns.taken(team)
        return receiptOf(channel, place.channel, posted)
      } catch (error) {
        if (hasRested && error instanceof DeliveryError && error.retryAfterMs !== null)
          turns.pauseTeam(team, key, error.retryAfterMs)
        throw error
      }
    },

    update: (receipt, message, options) => correctMessage(receipt, message, options, tools),
  }
}

/** The same error with a text that says how many parts were posted. */
function withCount(error: DeliveryError, count: string): DeliveryError {
  const { code, message, mayHaveArrived, retryAfterMs, remedy, account } = error
  const known = { cause: error, mayHaveArrived, retryAfterMs, remedy, account }
  return new DeliveryError(code, `${count} ${message}`, known)
}

/**
 * The receipt of a post. A channel given by name is replaced by its id, because messages are edited by id.
 */
function receiptOf(named: string, channel: string, posted: readonly Posted[]): Receipt {
  const id = posted[0]?.channel ?? channel
  return {
    platform: 'slack',
    channel: `${named.slice(0, named.length - channel.length)}${id}`,
    messageIds: posted.map(({ message }) => message),
  }
}

interface PostingTools {
  readonly workspace: Workspace
  readonly pace: Pace
  readonly journal: PostJournal
  /** Id of the message under which everything goes; null for a new message. */
  readonly under: string | null
  /** Deadline for posting everything, in milliseconds of the monotonic clock. */
  readonly until: number
}

/**
 * Posts parts in order: the first in the channel and the others in its thread; all under `under` if that is
 * set; one after the other in direct messages. Skips parts that the journal knows to have arrived. In the
 * thread, waits requested by Slack are observed here if there is time, and a part in doubt does not hold back
 * later ones.
 * @returns the posted parts
 * @throws DeliveryError which says how many are posted if some are
 */
async function postParts(
  parts: readonly SlackPart[],
  channel: string,
  tools: PostingTools,
): Promise<readonly Posted[]> {
  const { workspace, pace, journal, under, until } = tools
  const posted: Posted[] = []
  let doubt: DeliveryError | null = null
  const halfPosted = (error: DeliveryError): DeliveryError =>
    withCount(error, `${posted.length} of ${parts.length} parts were posted.`)

  /** Sends a part; after a wait requested by Slack it tries again if there is time. */
  async function send(part: SlackPart, number: number, spot: Parameters<typeof sayInChannel>[1]) {
    const storyIds = part.tells ?? []
    for (;;) {
      try {
        return await journal.send(
          { number, storyIds, isLast: number === parts.length - 1 },
          async (handOver) => writePosted(await sayInChannel(part, spot, workspace, pace, handOver)),
        )
      } catch (error) {
        const waitMs = number > 0 && error instanceof DeliveryError ? error.retryAfterMs : null
        if (waitMs === null || performance.now() + waitMs > until) throw error
        await wait(waitMs)
      }
    }
  }

  for (const [number, part] of parts.entries()) {
    const [first] = posted
    if (number > 0 && first === undefined) throw beginningInDoubt()
    if (first !== undefined && journal.arrived(number) === null && performance.now() > until)
      throw halfPosted(new DeliveryError('unavailable', 'Slack takes its time; the rest follows.'))
    const target = first?.channel ?? channel
    const thread = isDirect(target) ? null : (under ?? first?.message ?? null)
    try {
      const id = await send(part, number, { channel: target, thread, joins: true })
      if (id !== null) posted.push(readPosted(id))
    } catch (error) {
      if (!(error instanceof DeliveryError) || first === undefined) throw error
      if (!error.mayHaveArrived) throw halfPosted(error)
      doubt ??= error
    }
  }
  if (posted.length === 0) throw beginningInDoubt()
  if (doubt !== null) throw halfPosted(doubt)
  return posted
}

const beginningInDoubt = (): DeliveryError =>
  new DeliveryError('in-doubt', 'No answer told whether its beginning arrived, on which the rest hangs.')
