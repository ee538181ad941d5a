import { hash } from 'node:crypto'
import { type REST, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { DeliveryError } from '../../../src/chat/delivery-error.ts'
import {
  type Found,
  handOverContext,
  type Posted,
  type PostJournal,
  type PostPart,
  readPosted,
  noJournal,
  writePosted,
} from '../../../src/chat/post-journal.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { type DiscordMessage, type DiscordPart, formOf } from '../draw/drawing.ts'
import { isRefusal, toDeliveryError } from '../errors.ts'
import { findPart, type History } from './find-part.ts'
import { idOf } from './place.ts'
import { withPictures } from './with-pictures.ts'

/** What the calls of one post share: their key, time limit and journal. */
export interface Posting {
  readonly rest: REST
  /** 22 characters, the same in every attempt. */
  readonly key: string
  readonly signal: AbortSignal
  readonly journal: PostJournal
  /** Turns a failed call into a `DeliveryError`. */
  readonly explain: (error: unknown) => DeliveryError
  /** What has been posted so far, in order. Grows as parts arrive. */
  readonly posted: Posted[]
  /** Pictures attached to the messages of the post. */
  readonly pictures?: readonly DrawnPicture[]
  /**
   * Lets a part whose call went unanswered be found in the channel. Only set for messages from the outbox.
   */
  readonly history?: Pick<History, 'self' | 'isGranted'>
}

/**
 * The posting of a message sent once, outside the outbox. `name` must be the same in every attempt, so that
 * Discord recognises a repeat.
 */
export function postingOnce(name: string, rest: REST, signal: AbortSignal): Posting {
  return { rest, key: keyOf(name), signal, journal: noJournal, explain: toDeliveryError, posted: [] }
}

/** A key derived from a name, as long as the key of a post. */
export const keyOf = (name: string): string => hash('sha256', name, 'base64url').slice(0, 22)

interface Numbering {
  /** Number of the first part within the post. */
  readonly from?: number
  /** Ids of the stories in each part. */
  readonly tells?: readonly (readonly string[])[]
  /** Id of a message in the channel to which the first part replies. It may have been deleted. */
  readonly replyTo?: string | null
}

/**
 * Posts parts in order, without those that arrived in an earlier attempt. Each carries a nonce of at most 25
 * characters: for some minutes Discord answers a repeat with the message it created the first time.
 * https://docs.discord.com/developers/resources/message#create-message (enforce_nonce)
 * @throws DeliveryError
 */
export async function sendParts(
  channel: string,
  parts: readonly DiscordPart[],
  posting: Posting,
  { from = 0, tells = [], replyTo = null }: Numbering = {},
): Promise<void> {
  const { rest, key, signal } = posting
  for (const [index, part] of parts.entries()) {
    const number = from + index
    const reply =
      replyTo === null || index > 0
        ? {}
        : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
    const { body, files } = withPictures(
      { ...part, ...reply, nonce: `${key}${number}`, enforce_nonce: true },
      posting.pictures ?? [],
      number === 0,
    )
    const posted = (message: string): Posted => ({ channel, message, form: formOf(part) })
    const find = async (since: number): Promise<Found> => {
      if (posting.history === undefined) return { status: 'unknown' }
      const found = await findPart(channel, body, since, { ...posting.history, rest, signal })
      return found.status === 'there' ? { ...found, id: writePosted(posted(found.id)) } : found
    }
    await postPart({ number, storyIds: tells[index] ?? [], find }, posting, async () =>
      posted(idOf(await rest.post(Routes.channelMessages(channel), { body, files, signal }))),
    )
  }
}

/**
 * Posts one part through the journal. A part that may have arrived earlier is skipped if Discord no longer
 * recognises a repeat and the part cannot be found.
 * @throws DeliveryError
 */
export async function postPart(
  part: PostPart,
  { journal, explain, posted }: Posting,
  make: () => Promise<Posted>,
): Promise<void> {
  const rethrow = (error: unknown): never => {
    throw explain(error)
  }
  const { find } = part
  const tracked: PostPart =
    find === undefined ? part : { ...part, find: (since) => find(since).catch(rethrow) }
  const id = await journal.send(tracked, async (handOver) =>
    writePosted(await handOverContext.run(handOver, make).catch(rethrow)),
  )
  if (id !== null) posted.push(readPosted(id))
}

/**
 * Replaces a posted message with its new version, part by part, in the channel and in its thread. Extra parts
 * become new messages and surplus messages are deleted. What people deleted stays deleted. The note goes to
 * the end of the thread; without a thread it is not posted.
 */
export async function editParts(
  receipt: readonly Posted[],
  { main, thread }: DiscordMessage,
  posting: Posting,
  note: readonly DiscordPart[],
): Promise<void> {
  const [first] = receipt
  if (first === undefined) return
  const inChannel = receipt.filter(({ channel }) => channel === first.channel)
  const inThread = receipt.filter(({ channel }) => channel !== first.channel)
  const details = thread?.parts ?? []
  if (inThread.length === 0) return replaceParts(inChannel, [...main, ...details], posting, 0)
  await replaceParts(inChannel, main, posting, 0)
  await replaceParts(inThread, details, posting, main.length)
  const [{ channel } = first] = inThread
  const from = main.length + Math.max(details.length, inThread.length)
  // Recorded nowhere, so that the next correction does not overwrite the note.
  await sendParts(channel, note, { ...posting, posted: [] }, { from })
}

async function replaceParts(
  existing: readonly Posted[],
  parts: readonly DiscordPart[],
  posting: Posting,
  from: number,
): Promise<void> {
  const { rest, signal } = posting
  for (const [index, { channel, message }] of existing.entries()) {
    const part = parts[index]
    const route = Routes.channelMessage(channel, message)
    await unlessDeleted(
      part === undefined ? rest.delete(route, { signal }) : rest.patch(route, { body: toEdit(part), signal }),
    )
  }
  const channel = existing[0]?.channel
  if (channel !== undefined)
    await sendParts(channel, parts.slice(existing.length), posting, { from: from + existing.length })
}

/**
 * An edit leaves fields it does not name unchanged, so all are named. Components V2 messages have no other
 * fields.
 */
function toEdit(part: DiscordPart): DiscordPart {
  return formOf(part) === 'cards' ? part : { content: '', embeds: [], components: [], ...part }
}

async function unlessDeleted(call: ReturnType<REST['patch']>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusal(error, Codes.UnknownMessage)) throw error
  }
}

/**
 * Returns the channel id of a person's direct messages. Discord is asked once and the id is remembered,
 * because opening many in a short time is penalised.
 */
export async function openDirect(
  user: string,
  rest: REST,
  memory: Pick<ChatMemory, 'recall' | 'remember'>,
): Promise<string> {
  const name = { platform: 'discord', kind: 'direct', id: user } as const
  const known = await memory.recall(name)
  if (known !== null) return known
  const channel = idOf(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }))
  await memory.remember(name, channel)
  return channel
}
